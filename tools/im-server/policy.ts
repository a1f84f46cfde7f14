import type { Lexicon } from './lexicon'

/** What the person who starts the server can choose. */
export interface Policy {
  /** The key that the UserSigs of all users are signed with. */
  readonly secretKey: string
  /** Messages to users that never logged in are kept instead of refused. */
  readonly openUsers: boolean
  /** How long after sending a message can be revoked, in seconds. */
  readonly revokeWindow: number
  /** C2C messages between users who are not in each other's friend list are refused. */
  readonly friendsOnly: boolean
  /** How many instances of one platform may be logged in at once; the oldest one is kicked. */
  readonly devices: number
  /** What the app has paid for: 0 or 1 for each ability of the SDK, the rightmost is bit 0. */
  readonly abilities: string
  /** The cloud configuration that clients fetch. */
  readonly config: Readonly<Record<string, string>>
  /** Words that the SDK's profanity plugin keeps out of messages; absent: none. */
  readonly lexicon?: Lexicon
  /** The accounts whose UserSig the REST API accepts. Messages without a sender come from the first. */
  readonly administrators: readonly string[]
  /** Whoever is invited to a group by a plain member has to agree before being in it. */
  readonly inviteConsent: boolean
  /** The folder that keeps everything durably; absent: in memory, and gone at the end. */
  readonly dataDir?: string
}

export const DEFAULT_POLICY: Omit<Policy, 'secretKey'> = {
  openUsers: false,
  revokeWindow: 120, // Tencent: 2 minutes by default
  friendsOnly: false, // Tencent: by default everybody may write
  devices: 1,
  abilities: '1'.repeat(64),
  config: {},
  inviteConsent: false,
  administrators: ['administrator'], // Tencent: the default administrator of an app
}
