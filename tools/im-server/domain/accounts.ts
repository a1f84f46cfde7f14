import { ErrorCode, ImError } from '../errors'
import { Limits } from '../limits'
import type { Storage, Table } from '../storage'
import { nowInSeconds } from '../clock'

/** A profile field: most are strings; birthday, level, role and the like are numbers. */
export type ProfileValue = string | number

export const ProfileTag = {
  NICK: 'Tag_Profile_IM_Nick',
  AVATAR: 'Tag_Profile_IM_Image',
  SELF_SIGNATURE: 'Tag_Profile_IM_SelfSignature',
  GENDER: 'Tag_Profile_IM_Gender',
  BIRTHDAY: 'Tag_Profile_IM_BirthDay',
  LOCATION: 'Tag_Profile_IM_Location',
  LANGUAGE: 'Tag_Profile_IM_Language',
  ALLOW_TYPE: 'Tag_Profile_IM_AllowType',
  ADMIN_FORBID_TYPE: 'Tag_Profile_IM_AdminForbidType',
  MESSAGE_SETTINGS: 'Tag_Profile_IM_MsgSettings',
  LEVEL: 'Tag_Profile_IM_Level',
  ROLE: 'Tag_Profile_IM_Role',
} as const

/** What a user does with who wants to be a friend. */
export const AllowType = {
  ANY: 'AllowType_Type_AllowAny',
  CONFIRM: 'AllowType_Type_NeedConfirm',
  DENY: 'AllowType_Type_DenyAny',
} as const

/** Whether the administrator lets the user apply for friendship. */
export const ForbidType = { NONE: 'AdminForbid_Type_None', SEND: 'AdminForbid_Type_SendOut' } as const

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

  /**
   * Creates the account unless it is there.
   * @throws ImError 70402 for an ID that no account can have
   */
  ensure(userID: string): void {
    if (this.exists(userID)) return
    if (userID === '' || Buffer.byteLength(userID) > Limits.userIDBytes) {
      throw new ImError(ErrorCode.USER_ID_INVALID, `a userID has 1 to ${Limits.userIDBytes} bytes`)
    }
    this.users.set(ALL, userID, { since: nowInSeconds() })
  }

  /** In the order of their creation. */
  all(): string[] {
    return this.users.rows(ALL).map(([userID]) => userID)
  }

  /** Takes the account and its profile away. What the user has written stays. */
  remove(userID: string): void {
    this.users.delete(ALL, userID)
    this.profiles.clear(userID)
    this.customStatuses.delete(ALL, userID)
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

  /** The SDK takes the same when it is not set. */
  allowType(userID: string): ProfileValue {
    return this.profiles.get(userID, ProfileTag.ALLOW_TYPE) ?? AllowType.ANY
  }

  mayApply(userID: string): boolean {
    return this.profiles.get(userID, ProfileTag.ADMIN_FORBID_TYPE) !== ForbidType.SEND
  }

  /** The line that the user has put beside the online status. */
  customStatus(userID: string): string {
    return this.customStatuses.get(ALL, userID) ?? ''
  }

  setCustomStatus(userID: string, text: string): void {
    this.customStatuses.set(ALL, userID, text)
  }
}
