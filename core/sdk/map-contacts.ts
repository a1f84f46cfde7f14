import type {
  Application,
  Friend,
  FriendGroup,
  GroupInfo,
  GroupType,
  JoinOption,
  Profile,
} from '../store/contacts'
import type { GroupProfile } from '../store/group-profiles'
import type { GroupRole } from '../store/groups'
import { amount, list, record, text } from './read'

/** The SDK holds no more friends than this, and nobody is in more groups. */
const MOST = 10_000

const GENDERS = new Map<unknown, Profile['gender']>([
  ['Gender_Type_Male', 'male'],
  ['Gender_Type_Female', 'female'],
])
const ALLOWS = new Map<unknown, Profile['allow']>([
  ['AllowType_Type_NeedConfirm', 'confirm'],
  ['AllowType_Type_DenyAny', 'nobody'],
])
const GROUP_TYPES = new Map<unknown, GroupType>([
  ['Private', 'work'],
  ['Public', 'public'],
  ['ChatRoom', 'meeting'],
  ['AVChatRoom', 'live'],
  ['Community', 'community'],
])
const JOINS = new Map<unknown, JoinOption>([
  ['NeedPermission', 'confirm'],
  ['DisableApply', 'nobody'],
])

const INVITES = new Map<unknown, JoinOption>([
  ['NeedPermission', 'confirm'],
  ['DisableInvite', 'nobody'],
])

/** What the SDK calls a value of ours. */
function nameOf<T>(table: ReadonlyMap<unknown, T>, value: T): string | undefined {
  for (const [name, known] of table) if (known === value) return name as string
  return undefined
}
export const genderName = (gender: Profile['gender']): string =>
  nameOf(GENDERS, gender) ?? 'Gender_Type_Unknown'
export const allowName = (allow: Profile['allow']): string =>
  nameOf(ALLOWS, allow) ?? 'AllowType_Type_AllowAny'
export const groupTypeName = (type: GroupType): string => nameOf(GROUP_TYPES, type) ?? 'Public'
export const inviteName = (invite: JoinOption): string => nameOf(INVITES, invite) ?? 'FreeAccess'
export const joinName = (join: JoinOption): string => nameOf(JOINS, join) ?? 'FreeAccess'

/** @returns nothing for what is no user */
export function mapProfile(source: unknown): Profile | undefined {
  const profile = record(source)
  const userID = text(profile.userID)
  if (!userID) return undefined
  return {
    userID,
    nick: text(profile.nick),
    avatar: text(profile.avatar),
    signature: text(profile.selfSignature),
    gender: GENDERS.get(profile.gender) ?? '',
    birthday: amount(profile.birthday),
    allow: ALLOWS.get(profile.allowType) ?? 'any',
  }
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined

/** What is no list is an empty one. */
const each = <T>(source: unknown, map: (item: unknown) => T | undefined): T[] =>
  list(source, MOST).map(map).filter(isPresent)

export const mapProfiles = (source: unknown): Profile[] => each(source, mapProfile)

export const mapFriends = (source: unknown): Friend[] =>
  each(source, (item) => {
    const friend = record(item)
    const userID = text(friend.userID)
    // The profile comes a moment later than the friend.
    const profile = mapProfile({ ...record(friend.profile), userID })
    return profile && { userID, remark: text(friend.remark), groups: texts(friend.groupList), profile }
  })

const texts = (source: unknown): string[] => list(source, MOST).map(text).filter(Boolean)

/** `{ friendApplicationList, unreadCount }` */
export function mapApplications(source: unknown): { applications: Application[]; unread: number } {
  const { friendApplicationList, unreadCount } = record(source)
  const applications = each(friendApplicationList, (item): Application | undefined => {
    const application = record(item)
    const userID = text(application.userID)
    return userID
      ? {
          userID,
          nick: text(application.nick),
          avatar: text(application.avatar),
          wording: text(application.wording),
          time: amount(application.time),
          incoming: application.type !== 'Pendency_Type_SendOut',
        }
      : undefined
  })
  return { applications, unread: amount(unreadCount) }
}

export const mapUserIDs = texts

export const mapFriendGroups = (source: unknown): FriendGroup[] =>
  each(source, (item) => {
    const group = record(item)
    const name = text(group.name)
    return name ? { name, userIDs: texts(group.userIDList) } : undefined
  })

const groupInfo = (group: Record<string, unknown>, groupID: string): GroupInfo => ({
  groupID,
  name: text(group.name),
  avatar: text(group.avatar),
  type: GROUP_TYPES.get(group.type) ?? 'public',
  members: amount(group.memberCount),
  introduction: text(group.introduction),
  join: JOINS.get(group.joinOption) ?? 'any',
})

const GROUP_ROLES: ReadonlyMap<unknown, GroupRole> = new Map([
  ['Owner', 'owner'],
  ['Admin', 'admin'],
])
export const roleOf = (role: unknown): GroupRole => GROUP_ROLES.get(role) ?? 'member'

/** @param groupID whose it is */
export function mapGroupProfile(source: unknown, groupID: string): GroupProfile {
  const group = record(source)
  const { role, nameCard } = record(group.selfInfo)
  return {
    ...groupInfo(group, groupID),
    notification: text(group.notification),
    ownerID: text(group.ownerID),
    invite: INVITES.get(group.inviteOption) ?? 'any',
    muteAll: group.muteAllMembers === true,
    maxMembers: amount(group.maxMemberCount),
    role: roleOf(role),
    nameCard: text(nameCard),
    topics: group.isSupportTopic === true,
  }
}

/** One of the list; nothing for what is no group. */
function mapListed(source: unknown): GroupProfile | undefined {
  const groupID = text(record(source).groupID)
  return groupID ? mapGroupProfile(source, groupID) : undefined
}

export function mapGroup(source: unknown): GroupInfo | undefined {
  const group = record(source)
  const groupID = text(group.groupID)
  return groupID ? groupInfo(group, groupID) : undefined
}

/** The list, or the reply that it is in. */
export const mapGroups = (source: unknown): GroupProfile[] =>
  each(Array.isArray(source) ? source : record(source).groupList, mapListed)
