import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip } from '../../utils/text'
import { listTime } from '../../utils/time'
import type { Face } from '../store/faces'
import type { State } from '../store/state'
import { newestMessage } from '../store/thread'
import type { Conversation, Message } from '../store/types'
import { avatarView, groupAvatarView, type AvatarView } from './avatar'
import { previewView, type PreviewView } from './conversation-preview'
import { badge, conversationName } from './conversation-words'

export interface ConversationRow extends PreviewView {
  /** The conversation ID. */
  id: string
  name: string
  avatar: AvatarView
  time: string
  /** `3`, `99+`, or empty. */
  unread: string
  /** Unread, without a number. */
  dot: boolean
  muted: boolean
  pinned: boolean
  online: boolean
  /** How many actions there are under the row; without muting for the system, none for the folder. */
  actions: number
  /** What a screen reader says. */
  label: string
}

/** What a component shows before it has a row. */
export const emptyConversationRow: ConversationRow = {
  id: '',
  name: '',
  avatar: { url: '', text: '', tone: 0 },
  time: '',
  tag: '',
  preview: '',
  state: '',
  unread: '',
  dot: false,
  muted: false,
  pinned: false,
  online: false,
  actions: 0,
  label: '',
}

const NAME_LENGTH = 40

/** All that a row is made from besides the conversation itself. */
interface Context {
  t: Translate
  time: string
  draft: string
  unsent: Message | undefined
  typing: boolean
  online: boolean
  faces: readonly Face[] | undefined
}

const KEYS = ['t', 'time', 'draft', 'unsent', 'typing', 'online', 'faces'] as const

function unsentOf(state: State, conversationID: string): Message | undefined {
  const thread = state.messages[conversationID]
  const newest = thread && newestMessage(thread)
  return newest && newest.status !== 'sent' ? newest : undefined
}

/** What was left unfinished: that of the chat that is open is not unfinished yet. */
function draftOf({ composers, openChat }: State, { conversationID, draft = '' }: Conversation): string {
  if (openChat?.conversationID === conversationID && openChat.shown) return ''
  return composers[conversationID]?.text ?? draft
}

function contextOf(state: State, conversation: Conversation, t: Translate): Context {
  const { conversationID, type, target, last, avatar } = conversation
  const unsent = unsentOf(state, conversationID)
  const at = Math.max(last?.time ?? 0, unsent?.time ?? 0)
  return {
    t,
    time: listTime(at * 1000, state.clock, timeWords(t)),
    draft: draftOf(state, conversation),
    unsent,
    typing: (state.typing[conversationID] ?? 0) > state.clock,
    online: type === 'C2C' && state.presence[target] === true,
    faces: type === 'GROUP' && !avatar ? state.faces[target] : undefined,
  }
}

interface Made {
  context: Context
  row: ConversationRow
}
const made = new WeakMap<Conversation, Made>()

const labelOf = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ')

function makeRow(conversation: Conversation, context: Context): ConversationRow {
  const { t, time, online, faces } = context
  const { conversationID, type, target, muted, pinned, unread } = conversation
  const name = clip(conversationName(conversation, t), NAME_LENGTH)
  const words = previewView(conversation, context, t)
  const dot = unread > 0 ? muted : conversation.markedUnread === true
  const count = badge(unread)
  const view = type === 'GROUP' ? groupAvatarView : avatarView
  return {
    id: conversationID,
    name,
    avatar: view(conversation.avatar, name, target, faces),
    time,
    ...words,
    unread: dot ? '' : count,
    dot,
    muted,
    pinned,
    online,
    actions: type === 'SYSTEM' ? 2 : 3,
    label: labelOf([
      name,
      count ? t('conversation.unread', { count }) : dot && t('conversation.markedUnread'),
      words.tag + words.preview,
      words.state && t(words.state === 'failed' ? 'conversation.sendFailed' : 'chat.sending'),
      time,
      online && t('conversation.online'),
      pinned && t('conversation.pinned'),
      muted && t('conversation.muted'),
    ]),
  }
}

/** The row of a conversation: the same object for as long as nothing of it changes. */
export function conversationRow(state: State, conversation: Conversation, t: Translate): ConversationRow {
  const context = contextOf(state, conversation, t)
  const before = made.get(conversation)
  if (before && KEYS.every((key) => before.context[key] === context[key])) return before.row
  const row = makeRow(conversation, context)
  made.set(conversation, { context, row })
  return row
}
