import { Command } from 'commander'
import { numberOf, portOf, UsageError } from '../ports'
import { isAbilityBits } from './app-config'
import { DEFAULT_POLICY } from './policy'
import { readLexicon } from './read-lexicon'
import { readSeed } from './read-seed'
import type { ImServerOptions } from './server'

interface Flags {
  port: string
  host: string
  secretKey?: string
  seed?: string
  data?: string
  devices: string
  abilities?: string
  lexicon?: string
  revokeWindow: string
  openUsers?: boolean
  friendsOnly?: boolean
  inviteConsent?: boolean
}

function program(environment: NodeJS.ProcessEnv): Command {
  return new Command('im-server')
    .description(
      'IM server for development and tests: the unmodified SDK connects to it. Not for production.',
    )
    .option(
      '--port <number>',
      'port, 0 takes a free one (or set IM_SERVER_PORT)',
      environment.IM_SERVER_PORT || '9911',
    )
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 lets other machines in, phones for example',
      '127.0.0.1',
    )
    .option('--secret-key <key>', 'the key that UserSigs are signed with (or set IM_SERVER_SECRET_KEY)')
    .option(
      '--data <folder>',
      'keep everything in this folder, over restarts and crashes; without it, in memory only',
    )
    .option(
      '--seed <file>',
      'JSON file with users and messages to start with; if --data holds something already, it is left alone',
    )
    .option(
      '--devices <number>',
      'how many instances of one platform a user may be logged in with; one more kicks the oldest',
      String(DEFAULT_POLICY.devices),
    )
    .option(
      '--abilities <bits>',
      'paid abilities of the app: 0 or 1 for each, the rightmost is bit 0; without it, all of them',
    )
    .option('--lexicon <file>', "words that the SDK's profanity plugin keeps out of messages")
    .option(
      '--revoke-window <seconds>',
      'how long a message can be revoked',
      String(DEFAULT_POLICY.revokeWindow),
    )
    .option('--open-users', 'keep messages to users that have never logged in')
    .option('--friends-only', 'only friends may write to each other')
    .option('--invite-consent', 'who is invited to a group by a plain member has to agree')
}

function devicesOf(text: string): number {
  const devices = numberOf('--devices', text, 100)
  if (devices === 0) throw new UsageError('--devices must be at least 1.')
  return devices
}

function abilitiesOf(text: string): string {
  if (isAbilityBits(text)) return text
  throw new UsageError(`--abilities must be 1 to 64 characters 0 or 1, not "${text}".`)
}

/**
 * What was asked for at the command line.
 * @throws UsageError for the first mistake
 */
export function readFlags(
  argv: string[],
  environment: NodeJS.ProcessEnv,
): ImServerOptions & { host: string; port: number } {
  const flags = program(environment).parse(argv).opts<Flags>()
  const secretKey = flags.secretKey || environment.IM_SERVER_SECRET_KEY
  if (!secretKey) throw new UsageError('No secret key: give --secret-key or set IM_SERVER_SECRET_KEY.')
  const { host, openUsers = false, friendsOnly = false, inviteConsent = false } = flags
  return {
    host,
    port: portOf('--port', flags.port),
    secretKey,
    devices: devicesOf(flags.devices),
    abilities: flags.abilities === undefined ? DEFAULT_POLICY.abilities : abilitiesOf(flags.abilities),
    revokeWindow: numberOf('--revoke-window', flags.revokeWindow, Number.MAX_SAFE_INTEGER),
    openUsers,
    friendsOnly,
    inviteConsent,
    dataDir: flags.data,
    seed: flags.seed === undefined ? undefined : readSeed(flags.seed),
    lexicon: flags.lexicon === undefined ? undefined : readLexicon(flags.lexicon),
  }
}
