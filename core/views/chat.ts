import type { Translate } from '../../locales/index'
import { clockTime } from '../../utils/time'
import { isGone } from '../store/codes'
import { communityOf, parseConversationID } from '../store/conversation-id'
import { silenceOf } from '../store/groups'
import type { State } from '../store/state'
import type { Conversation } from '../store/types'
import { chatGroupView, topicTitle, type ChatGroupView } from './chat-group'
import { conversationName } from './conversation-list'

export interface ChatView extends ChatGroupView {
  title: string
  /** Of a live room: not all messages are shown; empty otherwise. */
  sampled: string
  /** Nobody answers here: the composer is left out. */
  readOnly: boolean
  /** What stands in the composer's place; nothing when the chat itself says why it is empty. */
  notice: string
}

function titleOf(
  conversation: Conversation | undefined,
  parsed: ReturnType<typeof parseConversationID>,
  t: Translate,
): string {
  if (conversation) return conversationName(conversation, t)
  if (parsed?.type === 'SYSTEM') return t('conversation.system')
  return parsed?.target ?? t('chat.title')
}

const SILENCE = {
  left: 'chat.left',
  removed: 'chat.removed',
  dismissed: 'chat.dismissed',
  mutedAll: 'chat.mutedAll',
} as const

const DAY_MS = 86_400_000

/** Why nobody can write in this group just now; empty when one can. */
function silenceText({ access, clock }: State, conversationID: string, t: Translate): string {
  const known = access[conversationID]
  const silence = known && silenceOf(known, clock)
  if (!silence) return ''
  if (silence !== 'muted') return t(SILENCE[silence])
  const until = known.mutedUntil * 1000
  return until - clock < DAY_MS ? t('chat.mutedUntil', { time: clockTime(until) }) : t('error.muted')
}

const sampledText = ({ live }: State, conversationID: string, t: Translate): string =>
  live[conversationID]?.sampled ? t('chat.liveSampled') : ''

export function chatView(state: State, conversationID: string, t: Translate): ChatView {
  const conversation = state.conversations.list.find((item) => item.conversationID === conversationID)
  const parsed = parseConversationID(conversationID)
  const { error } = state.messages[conversationID] ?? {}
  // A time-out must not take away what somebody is writing.
  const gone = error !== undefined && isGone(error.code)
  const silence = silenceText(state, communityOf(conversationID), t)
  const group = chatGroupView(state, conversationID, t)
  return {
    title: state.typing[conversationID]
      ? t('chat.typing')
      : topicTitle(state, parsed?.target ?? '') || titleOf(conversation, parsed, t),
    sampled: sampledText(state, conversationID, t),
    readOnly: !parsed || parsed.type === 'SYSTEM' || gone || silence !== '',
    notice: parsed && !gone ? silence || t('chat.readOnly') : '',
    ...group,
    actions: gone ? [] : group.actions,
  }
}
