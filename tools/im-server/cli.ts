import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { parseSeed, SeedError, type Seed } from './seed'
import { createImServer, type ImServer } from './server'

interface Flags {
  port: string
  host: string
  secretKey?: string
  seed?: string
  openUsers: boolean
  revokeWindow: string
}

/** A mistake of the person at the command line: told in one sentence. */
class UsageError extends Error {}

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

function readNumber(flag: string, text: string, maximum: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= maximum) return value
  throw new UsageError(`${flag} must be a number from 0 to ${maximum}, not "${text}".`)
}

function readSeed(file: string): Seed {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`The seed file ${file} cannot be read.`)
  }
  try {
    return parseSeed(JSON.parse(text))
  } catch (error) {
    if (error instanceof SeedError || error instanceof SyntaxError) {
      throw new UsageError(`The seed file ${file} is not valid: ${error.message}.`)
    }
    throw error
  }
}

async function start(argv: string[]): Promise<ImServer> {
  const flags = readFlags(argv)
  const secretKey = flags.secretKey || process.env.IM_SERVER_SECRET_KEY
  if (!secretKey) throw new UsageError('No secret key: give --secret-key or set IM_SERVER_SECRET_KEY.')
  const port = readNumber('--port', flags.port, 65535)
  const revokeWindow = readNumber('--revoke-window', flags.revokeWindow, Number.MAX_SAFE_INTEGER)
  const seed = flags.seed === undefined ? undefined : readSeed(flags.seed)
  const { host, openUsers } = flags
  try {
    return await createImServer({ secretKey, host, port, seed, openUsers, revokeWindow })
  } catch (error) {
    throw new UsageError(listenFailure(error, host, port))
  }
}

function listenFailure(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is taken: choose another with --port (0 takes a free one).`
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
