import type { GroupType } from '../store/contacts'
import type { GroupProfile } from '../store/group-profiles'
import type { GroupRole } from '../store/groups'

/** The lowest role that may do something; `nobody`: this type of group has it not. */
type Permission = GroupRole | 'nobody'

/** What sets the types of groups apart: the table in Tencent's "Group System". */
interface TypeRules {
  /** Name, picture, announcement, introduction, who may join and be invited. */
  readonly edit: Permission
  /** The type leaves a choice of who may join. */
  readonly join: boolean
  /** Members can be added; else one only joins. */
  readonly add: boolean
  /** Removing members of a lower role. */
  readonly remove: Permission
  readonly mute: Permission
  /** Making and unmaking administrators. */
  readonly admins: Permission
  readonly transfer: Permission
  readonly dismiss: Permission
  /** The owner may leave without giving the group away. */
  readonly ownerQuits: boolean
  readonly nameCard: boolean
}

const COMMON: TypeRules = {
  edit: 'admin',
  join: true,
  add: true,
  remove: 'admin',
  mute: 'admin',
  admins: 'owner',
  transfer: 'owner',
  dismiss: 'owner',
  ownerQuits: false,
  nameCard: true,
}

const TYPES: Readonly<Record<GroupType, TypeRules>> = {
  work: {
    ...COMMON,
    edit: 'member',
    join: false,
    remove: 'owner',
    mute: 'nobody',
    admins: 'nobody',
    // Only the app's administrator can; the owner leaves instead.
    dismiss: 'nobody',
    ownerQuits: true,
  },
  public: COMMON,
  meeting: { ...COMMON, join: false },
  live: {
    ...COMMON,
    edit: 'owner',
    join: false,
    add: false,
    remove: 'nobody',
    mute: 'owner',
    admins: 'nobody',
    transfer: 'nobody',
    nameCard: false,
  },
  community: COMMON,
}

const RANKS: Readonly<Record<GroupRole, number>> = { member: 1, admin: 2, owner: 3 }

/** Whether one role stands above another. */
export const outranks = (role: GroupRole, other: GroupRole): boolean => RANKS[role] > RANKS[other]

const suffices = (role: GroupRole, permission: Permission): boolean =>
  permission !== 'nobody' && RANKS[role] >= RANKS[permission]

/** What the user who is logged in may do in a group. */
export interface GroupRights {
  /** Name, picture, announcement, introduction. */
  readonly edit: boolean
  /** Who may join. */
  readonly join: boolean
  /** What an invitation needs. */
  readonly invite: boolean
  /** Adding members, which nobody can where nobody is invited; `approval`: an administrator has to agree. */
  readonly add: 'yes' | 'approval' | 'no'
  /** Removing members of a lower role. */
  readonly remove: boolean
  /** Silencing members of a lower role, and all at once. */
  readonly mute: boolean
  readonly admins: boolean
  readonly transfer: boolean
  readonly dismiss: boolean
  readonly quit: boolean
  readonly nameCard: boolean
  /** Deciding about applications. */
  readonly answer: boolean
  /** @all. */
  readonly mentionAll: boolean
}

const ADD = { any: 'yes', confirm: 'approval', nobody: 'no' } as const

/** The one table of what a role may do in which type of group. */
export function groupRights({
  type,
  role,
  invite,
}: Pick<GroupProfile, 'type' | 'role' | 'invite'>): GroupRights {
  const rules = TYPES[type]
  const edit = suffices(role, rules.edit)
  const manages = role !== 'member'
  return {
    edit,
    join: rules.join && manages,
    invite: rules.add && edit && (manages || type === 'work'),
    add: !rules.add ? 'no' : manages && invite !== 'nobody' ? 'yes' : ADD[invite],
    remove: suffices(role, rules.remove),
    mute: suffices(role, rules.mute),
    admins: suffices(role, rules.admins),
    transfer: suffices(role, rules.transfer),
    dismiss: suffices(role, rules.dismiss),
    quit: role !== 'owner' || rules.ownerQuits,
    nameCard: rules.nameCard,
    answer: manages && rules.add,
    mentionAll: type !== 'live',
  }
}
