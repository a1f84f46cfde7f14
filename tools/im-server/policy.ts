/** What the person who starts the server can choose. */
export interface Policy {
  /** The key that the UserSigs of all users are signed with. */
  readonly secretKey: string
  /** Messages to users that never logged in are kept instead of refused. */
  readonly openUsers: boolean
  /** How long after sending a message can be revoked, in seconds. */
  readonly revokeWindow: number
  /** How many instances of one platform may be logged in at once; the oldest one is kicked. */
  readonly devices: number
}

export const DEFAULT_POLICY: Omit<Policy, 'secretKey'> = {
  openUsers: false,
  revokeWindow: 120, // Tencent: 2 minutes by default
  devices: 1,
}
