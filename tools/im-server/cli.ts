import { Command } from 'commander'
import { listening, numberOf, portOf, UsageError } from '../ports'
import { readSeed } from './read-seed'
import { createImServer, type ImServer } from './server'

interface Flags {
  port: string
  host: string
  secretKey?: string
  seed?: string
  openUsers: boolean
  revokeWindow: string
}

function readFlags(argv: string[]): Flags {
  const program = new Command('im-server')
    .description(
      'IM server for development and tests: the unmodified SDK connects to it. Not for production.',
    )
    .option(
      '--port <number>',
      'port, 0 takes a free one (IM_SERVER_PORT)',
      process.env.IM_SERVER_PORT || '9911',
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--secret-key <key>', 'the key that UserSigs are signed with (IM_SERVER_SECRET_KEY)')
    .option('--seed <file>', 'JSON file with users and messages to start with')
    .option('--open-users', 'keep messages to users that have never logged in', false)
    .option('--revoke-window <seconds>', 'how long a message can be revoked', '120')
  return program.parse(argv).opts<Flags>()
}

async function start(argv: string[]): Promise<ImServer> {
  const flags = readFlags(argv)
  const secretKey = flags.secretKey || process.env.IM_SERVER_SECRET_KEY
  if (!secretKey) throw new UsageError('No secret key: give --secret-key or set IM_SERVER_SECRET_KEY.')
  const port = portOf('--port', flags.port)
  const revokeWindow = numberOf('--revoke-window', flags.revokeWindow, Number.MAX_SAFE_INTEGER)
  const seed = flags.seed === undefined ? undefined : readSeed(flags.seed)
  const { host, openUsers } = flags
  try {
    return await listening('--port', port, () =>
      createImServer({ secretKey, host, port, seed, openUsers, revokeWindow }),
    )
  } catch (error) {
    throw new UsageError(listenFailure(error, host, port))
  }
}

function listenFailure(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES') return `Port ${port} may not be used by this user: choose another with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine.`
  throw error
}

async function main(): Promise<void> {
  const server = await start(process.argv)
  const stop = (): void => {
    // Closing everything lets the process end by itself, with code 0.
    void server.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdout.write(`IM server ready ${server.url}\n`)
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
