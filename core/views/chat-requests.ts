import type { Translate } from '../../locales/index'
import { waitingApplications } from '../store/group-applications'
import { profileOfGroup } from '../store/group-profiles'
import { parseConversationID } from '../store/conversation-id'
import type { State } from '../store/state'

/** How many ask to come into the group of a chat, told to those who decide; empty when nobody does. */
export function chatRequests(state: State, conversationID: string, t: Translate): string {
  const parsed = parseConversationID(conversationID)
  if (parsed?.type !== 'GROUP') return ''
  const role = profileOfGroup(state.groups, parsed.target)?.role ?? 'member'
  const count = role === 'member' ? 0 : waitingApplications(state.groupApplications, parsed.target)
  return count ? t('joining.bar', { count }) : ''
}
