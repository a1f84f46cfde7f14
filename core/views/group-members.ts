import type { Translate } from '../../locales/index'
import { profileOfGroup } from '../store/group-profiles'
import type { GroupRole } from '../store/groups'
import type { State } from '../store/state'
import { groupRights } from './group-rules'

/** Why members are chosen; nothing: the list is only looked at. */
export type MemberPurpose = '' | 'remove' | 'admin' | 'owner'

export interface GroupMembersView {
  title: string
  /** Members can be added from here. */
  add: boolean
  /** Who can be chosen; empty for everybody. */
  roles: GroupRole[]
  action: string
}

const TITLES = {
  remove: 'member.remove',
  admin: 'member.pickAdmins',
  owner: 'member.pickOwner',
} as const

/** Of those below the owner, and of those below an administrator. */
const BELOW: Readonly<Record<GroupRole, GroupRole[]>> = {
  owner: ['admin', 'member'],
  admin: ['member'],
  member: [],
}

export function groupMembersView(
  state: State,
  groupID: string,
  purpose: MemberPurpose,
  t: Translate,
): GroupMembersView {
  const group = profileOfGroup(state.groups, groupID)
  const role = group?.role ?? 'member'
  const roles: Readonly<Record<MemberPurpose, GroupRole[]>> = {
    '': [],
    owner: [],
    admin: ['member'],
    remove: BELOW[role],
  }
  // A title has no room for more beside the buttons of the platform.
  const count = group?.members && group.members < 1000 ? ` (${group.members})` : ''
  return {
    title: purpose ? t(TITLES[purpose]) : t('member.title') + count,
    add: !purpose && group !== undefined && groupRights(group).add !== 'no',
    roles: roles[purpose],
    action: purpose === 'remove' ? t('member.removeOne') : '',
  }
}
