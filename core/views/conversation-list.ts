import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { listTime } from '../../utils/time'
import { NOTICE_KIND } from '../kinds/kind'
import { kindOf } from '../registry/message-kinds'
import type { State } from '../store/state'
import type { Conversation, LastMessage } from '../store/types'
import { avatarView, type AvatarView } from './avatar'
import { errorText } from './error-text'
import { timeWords } from '../../locales/words'

export interface ConversationRow {
  id: string
  name: string
  avatar: AvatarView
  time: string
  preview: string
  /** `3`, `99+`, or empty. */
  unread: string
  muted: boolean
  pinned: boolean
  /** What a screen reader says. */
  label: string
}

const PREVIEW_LENGTH = 60
const NAME_LENGTH = 40
const SENDER_LENGTH = 20

export const badge = (count: number): string => (count <= 0 ? '' : count > 99 ? '99+' : String(count))

export function conversationName(conversation: Conversation, t: Translate): string {
  return conversation.type === 'SYSTEM'
    ? t('conversation.system')
    : singleLine(conversation.name) || conversation.target
}

/** Who wrote the newest message, in a group; short, so that there is room for the words. */
function senderName(last: LastMessage): string {
  return clip(singleLine(last.name) || last.from, SENDER_LENGTH)
}

function preview(conversation: Conversation, t: Translate): string {
  const last = conversation.last
  if (!last) return ''
  const group = conversation.type === 'GROUP'
  if (last.revoked) {
    if (last.own) return t('chat.revokedByMe')
    const name = group ? senderName(last) : clip(conversationName(conversation, t), SENDER_LENGTH)
    return t('chat.revokedBy', { name })
  }
  const { kind, summary } = kindOf(last.content)
  const notice = kind === NOTICE_KIND
  const from =
    group && !notice && !last.own && last.from ? t('chat.messageFrom', { name: senderName(last) }) : ''
  return clip(singleLine(from + summary(last.content, t)), PREVIEW_LENGTH)
}

interface Made {
  t: Translate
  time: string
  row: ConversationRow
}
const rows = new WeakMap<Conversation, Made>()

function rowOf(conversation: Conversation, t: Translate, now: number): ConversationRow {
  const time = conversation.last ? listTime(conversation.last.time * 1000, now, timeWords(t)) : ''
  const before = rows.get(conversation)
  if (before && before.t === t && before.time === time) return before.row
  const name = clip(conversationName(conversation, t), NAME_LENGTH)
  const text = preview(conversation, t)
  const unread = badge(conversation.unread)
  const row: ConversationRow = {
    id: conversation.conversationID,
    name,
    avatar: avatarView(conversation.avatar, name, conversation.target),
    time,
    preview: text,
    unread,
    muted: conversation.muted,
    pinned: conversation.pinned,
    label: [name, unread && t('conversation.unread', { count: unread }), text, time]
      .filter(Boolean)
      .join(', '),
  }
  rows.set(conversation, { t, time, row })
  return row
}

export interface ConversationListView {
  /** `loading` shows the skeleton, `empty` and `failed` a sentence, `ready` the rows. */
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  rows: ConversationRow[]
  title: string
  error: string
}

export const totalUnread = (list: readonly Conversation[]): number =>
  list.reduce((sum, conversation) => sum + (conversation.muted ? 0 : conversation.unread), 0)

export function conversationListView(state: State, t: Translate): ConversationListView {
  const { phase, list, error } = state.conversations
  // A conversation without a message is one that somebody opened but nobody wrote in: it waits for its first message.
  const shown = list.filter(({ last, unread: count }) => last !== undefined || count > 0)
  const unread = badge(totalUnread(list))
  return {
    phase: phase === 'ready' && !shown.length ? 'empty' : phase,
    rows: shown.map((conversation) => rowOf(conversation, t, state.clock)),
    title: unread ? t('conversation.titleUnread', { count: unread }) : t('conversation.title'),
    error: error ? errorText(error, t) : '',
  }
}
