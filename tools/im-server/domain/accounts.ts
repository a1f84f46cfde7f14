import type { Storage, Table } from '../storage'

/** A profile field: most are strings; birthday, level, role and the like are numbers. */
export type ProfileValue = string | number

export const ProfileTag = {
  NICK: 'Tag_Profile_IM_Nick',
  AVATAR: 'Tag_Profile_IM_Image',
  SELF_SIGNATURE: 'Tag_Profile_IM_SelfSignature',
} as const

const ALL = 'all'

/** The users that exist on this server, and their profiles. */
export class Accounts {
  private readonly users: Table<{ since: number }>
  private readonly profiles: Table<ProfileValue>
  private readonly customStatuses: Table<string>

  constructor(storage: Storage) {
    this.users = storage.table('users')
    this.profiles = storage.table('profiles')
    this.customStatuses = storage.table('custom-statuses')
  }

  exists(userID: string): boolean {
    return this.users.get(ALL, userID) !== undefined
  }

  /** Creates the account unless it is there. */
  ensure(userID: string): void {
    if (!this.exists(userID)) this.users.set(ALL, userID, { since: Math.floor(Date.now() / 1000) })
  }

  /** The fields that were set, by tag. */
  profile(userID: string): [tag: string, value: ProfileValue][] {
    return this.profiles.rows(userID)
  }

  setProfile(userID: string, tag: string, value: ProfileValue): void {
    this.profiles.set(userID, tag, value)
  }

  nick(userID: string): string {
    return String(this.profiles.get(userID, ProfileTag.NICK) ?? '')
  }

  avatar(userID: string): string {
    return String(this.profiles.get(userID, ProfileTag.AVATAR) ?? '')
  }

  /** The line that the user has put beside the online status. */
  customStatus(userID: string): string {
    return this.customStatuses.get(ALL, userID) ?? ''
  }

  setCustomStatus(userID: string, text: string): void {
    this.customStatuses.set(ALL, userID, text)
  }
}
