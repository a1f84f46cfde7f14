import { translator } from '../../locales/index'
import { waitingApplications } from '../store/group-applications'
import { profileOfGroup } from '../store/group-profiles'
import type { State } from '../store/state'
import { badge } from './conversation-list'
import { groupRights } from './group-rules'
import { memberListView } from './member-list'
import type { PersonRow } from './people'

export interface GroupManageView {
  mayAnswer: boolean
  /** How many ask to come in; empty: nobody. */
  waiting: string
  mayMute: boolean
  muteAll: 'on' | 'off'
  /** This type of group has administrators. */
  hasAdmins: boolean
  /** The owner and the administrators. */
  admins: PersonRow[]
  mayAdmin: boolean
  mayRemove: boolean
  mayTransfer: boolean
}

export const NO_MANAGE: GroupManageView = {
  mayAnswer: false,
  waiting: '',
  mayMute: false,
  muteAll: 'off',
  hasAdmins: false,
  admins: [],
  mayAdmin: false,
  mayRemove: false,
  mayTransfer: false,
}

/** What those who lead a group can do with it; nothing for anybody else. */
export function groupManageView(state: State, groupID: string): GroupManageView {
  const group = profileOfGroup(state.groups, groupID)
  if (!group || group.role === 'member') return NO_MANAGE
  const rights = groupRights(group)
  const hasAdmins = groupRights({ ...group, role: 'owner' }).admins
  const roles = ['owner', 'admin'] as const
  const query = { conversationID: `GROUP${groupID}`, query: '', top: 0, roles }
  return {
    mayAnswer: rights.answer,
    waiting: badge(waitingApplications(state.groupApplications, groupID)),
    mayMute: rights.mute,
    muteAll: group.muteAll ? 'on' : 'off',
    hasAdmins,
    admins: hasAdmins ? memberListView(state, query, translator(state.settings.locale)).rows : [],
    mayAdmin: rights.admins,
    mayRemove: rights.remove,
    mayTransfer: rights.transfer,
  }
}
