import { listening, UsageError } from '../ports'
import { readFlags } from './flags'
import { createImServer, type ImServer, type ImServerOptions } from './server'
import { StorageError } from './storage'

function startFailure(error: unknown, host: string, port: number): string {
  if (error instanceof StorageError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose another with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine.`
  throw error
}

async function start(options: ImServerOptions & { host: string; port: number }): Promise<ImServer> {
  const { host, port } = options
  try {
    return await listening('--port', port, () => createImServer(options))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(startFailure(error, host, port), { cause: error })
  }
}

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)

async function main(): Promise<void> {
  const options = readFlags(process.argv, process.env)
  const server = await start({ ...options, onFailure: () => (process.exitCode = 1) })
  const stop = (): void => {
    // Closing everything lets the process end by itself, with code 0.
    void server.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (!isLoopback(options.host)) {
    process.stderr.write(
      `Warning: others may reach ${options.host}, and this server is made for development only. ` +
        'Its control API stays on this machine.\n',
    )
  }
  process.stdout.write(`IM server ready ${server.url}\n`)
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
