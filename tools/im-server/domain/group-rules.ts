import { Limits } from '../limits'
import { GroupType, Role, type Group, type Member } from './groups'

/** Who may join without being invited (`ApplyJoinOption`). */
export const JoinOption = { FREE: 'FreeAccess', APPROVAL: 'NeedPermission', NOBODY: 'DisableApply' } as const
export type JoinOption = (typeof JoinOption)[keyof typeof JoinOption]

/** What an invitation of a plain member needs (`InviteJoinOption`). */
export const InviteOption = {
  FREE: 'FreeAccess',
  APPROVAL: 'NeedPermission',
  NOBODY: 'DisableInvite',
} as const
export type InviteOption = (typeof InviteOption)[keyof typeof InviteOption]

/** The lowest role that may do something; `undefined`: no role, only the administrator of the app. */
type Permission = Role | undefined

/** What sets the types of groups apart. From the table in Tencent's "Group System", unless marked as ours. */
export interface GroupRules {
  /** Where a new group starts. */
  readonly joinOption: JoinOption
  readonly inviteOption: InviteOption
  /** Whether `ApplyJoinOption` can be chosen; else it stays as it is. */
  readonly joinOptionIsFree: boolean
  /** Whether members can be added at all: a live room is only joined. */
  readonly hasInvitations: boolean
  /** Members of a group that was created without saying so, and the most that can be asked for. */
  readonly members: number
  readonly mostMembers: number
  /** How many members can be administrators. */
  readonly admins: number
  readonly mayEdit: Permission
  readonly mayKick: Permission
  /** Keeps somebody out of a live room for a time. */
  readonly mayBan: Permission
  readonly mayMute: Permission
  readonly mayDismiss: Permission
  readonly mayTransfer: Permission
  readonly ownerMayQuit: boolean
  /** Newcomers see what was written before. */
  readonly historyForNewcomers: boolean
  readonly keepsUnread: boolean
  /** In the lists of groups and of conversations. */
  readonly isListed: boolean
}

const COMMON = {
  hasInvitations: true,
  admins: Limits.groupAdmins,
  mayEdit: Role.ADMIN,
  mayKick: Role.ADMIN,
  mayBan: undefined,
  mayMute: Role.ADMIN,
  mayDismiss: Role.OWNER,
  mayTransfer: Role.OWNER,
  ownerMayQuit: false,
  keepsUnread: true,
  isListed: true,
} as const

const RULES: Record<GroupType, GroupRules> = {
  [GroupType.WORK]: {
    ...COMMON,
    joinOption: JoinOption.NOBODY,
    inviteOption: InviteOption.FREE,
    joinOptionIsFree: false,
    members: Limits.workMembers,
    mostMembers: Limits.mostMembers,
    admins: 0,
    mayEdit: Role.MEMBER,
    mayKick: Role.OWNER,
    mayMute: undefined,
    mayDismiss: undefined, // the owner leaves instead
    ownerMayQuit: true,
    historyForNewcomers: false,
  },
  [GroupType.PUBLIC]: {
    ...COMMON,
    joinOption: JoinOption.APPROVAL,
    inviteOption: InviteOption.NOBODY,
    joinOptionIsFree: true,
    members: Limits.publicMembers,
    mostMembers: Limits.mostMembers,
    historyForNewcomers: false,
  },
  [GroupType.MEETING]: {
    ...COMMON,
    joinOption: JoinOption.FREE,
    inviteOption: InviteOption.NOBODY,
    joinOptionIsFree: false,
    members: Limits.meetingMembers,
    mostMembers: Limits.meetingMembers,
    historyForNewcomers: true,
    keepsUnread: false,
  },
  [GroupType.LIVE]: {
    ...COMMON,
    joinOption: JoinOption.FREE,
    inviteOption: InviteOption.NOBODY,
    joinOptionIsFree: false,
    hasInvitations: false,
    members: Limits.liveMembers,
    mostMembers: Limits.liveMembers,
    admins: 0,
    mayEdit: Role.OWNER,
    mayKick: undefined,
    mayBan: Role.OWNER,
    mayMute: Role.OWNER,
    mayTransfer: undefined,
    historyForNewcomers: false,
    keepsUnread: false,
    isListed: false,
  },
  [GroupType.COMMUNITY]: {
    ...COMMON,
    joinOption: JoinOption.FREE,
    inviteOption: InviteOption.FREE,
    joinOptionIsFree: true,
    members: Limits.communityMembers,
    mostMembers: Limits.communityMembers,
    historyForNewcomers: true,
  },
}

export function rulesOf({ type }: Pick<Group, 'type'>): GroupRules {
  return RULES[type]
}

const RANKS: Record<Role, number> = { [Role.MEMBER]: 1, [Role.ADMIN]: 2, [Role.OWNER]: 3 }

export function rankOf(role: Role): number {
  return RANKS[role]
}

/** The role as a number, as tips give it: 200 member, 300 admin, 400 owner. */
export function roleNumber(role: Role): number {
  return (rankOf(role) + 1) * 100
}

/** Whether a role is enough. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return permission !== undefined && rankOf(role) >= rankOf(permission)
}

/** Owner and administrators: who decides about applications. */
export function isManager({ role }: Pick<Member, 'role'>): boolean {
  return rankOf(role) >= rankOf(Role.ADMIN)
}
