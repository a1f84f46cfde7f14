import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { communityOf, parseConversationID } from '../store/conversation-id'
import { announcementMark, type GroupEntry, type GroupProfile } from '../store/group-profiles'
import type { State } from '../store/state'
import { topicName } from './topics'

/** What a chat shows of whom it is with. */
export interface ChatGroupView {
  /** How many are in the group, for the header. */
  count: string
  /** What the group announces, in one line; empty when there is nothing new. */
  announcement: string
  /** Buttons in the header. */
  actions: { id: string; icon: string; label: string }[]
}

const NONE: ChatGroupView = { count: '', announcement: '', actions: [] }
const ANNOUNCEMENT_LENGTH = 100

/** The name of the topic that a chat is; empty for every other chat. */
export function topicTitle({ topics }: State, target: string): string {
  const topic = topics[communityOf(target)]?.list.find(({ topicID }) => topicID === target)
  return topic ? topicName(topic) : ''
}

/** Of a live room, those who are there just now: nobody says how many belong to it. */
function countOf({ live }: State, conversationID: string, profile: GroupProfile | undefined): string {
  const count = profile?.type === 'live' ? live[conversationID]?.online : profile?.members
  return count ? `(${count})` : ''
}

/** An announcement that the user has not taken away. */
function announcementOf(entry: GroupEntry | undefined): string {
  const text = entry?.profile?.notification
  return text && entry.seen !== announcementMark(text) ? clip(singleLine(text), ANNOUNCEMENT_LENGTH) : ''
}

export function chatGroupView(state: State, conversationID: string, t: Translate): ChatGroupView {
  const parsed = parseConversationID(conversationID)
  if (!parsed || parsed.type === 'SYSTEM') return NONE
  const info = { id: 'info', icon: 'more', label: t('chat.info') }
  if (parsed.type === 'C2C') return { ...NONE, actions: [info] }
  const groupID = communityOf(parsed.target)
  const entry = state.groups[groupID]
  const { standing = 'in' } = state.access[`GROUP${groupID}`] ?? {}
  return {
    count: countOf(state, conversationID, entry?.profile),
    announcement: announcementOf(entry),
    // Of a group only those who are in it are told.
    actions: standing === 'in' ? [info] : [],
  }
}
