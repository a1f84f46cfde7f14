import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { NOTICE_KIND } from '../kinds/kind'
import { kindOf } from '../registry/message-kinds'
import type { Conversation, LastMessage, Message } from '../store/types'
import { badge, conversationName, type Named } from './conversation-words'

/** The second line of a row. */
export interface PreviewView {
  /** What wants to be seen before the words: a draft, a mention; empty: nothing. */
  tag: string
  preview: string
  /** Of the newest message, when it is an own one that has not arrived. */
  state: '' | 'sending' | 'failed'
}

/** What is known of a conversation besides the SDK's list. */
export interface Underway {
  /** What is being written; empty: nothing. */
  draft: string
  /** The newest loaded message, when it was not sent. */
  unsent: Message | undefined
  /** The peer is writing. */
  typing: boolean
}

const PREVIEW_LENGTH = 60
const SENDER_LENGTH = 20

const line = (text: string): string => clip(singleLine(text), PREVIEW_LENGTH)

/** Who wrote the newest message, in a group; short, so that there is room for the words. */
const senderName = (last: LastMessage): string => clip(singleLine(last.name) || last.from, SENDER_LENGTH)

/** The newest message in one line. */
export function lastWords(conversation: Named, last: LastMessage, t: Translate): string {
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
  return line(from + summary(last.content, t, last))
}

function newestWords(conversation: Conversation, unsent: Message | undefined, t: Translate): PreviewView {
  const { last, muted, unread } = conversation
  if (unsent && unsent.time >= (last?.time ?? 0)) {
    const preview = line(kindOf(unsent.content).summary(unsent.content, t, unsent))
    return { tag: '', preview, state: unsent.status === 'failed' ? 'failed' : 'sending' }
  }
  const words = last ? lastWords(conversation, last, t) : ''
  // The dot of a muted chat has no number: it stands here.
  const count = muted && unread > 1 ? t('conversation.mutedCount', { count: badge(unread) }) : ''
  return { tag: '', preview: count + words, state: '' }
}

/** What a row says under the name: what matters most of what is going on in the conversation. */
export function previewView(conversation: Conversation, underway: Underway, t: Translate): PreviewView {
  const newest = newestWords(conversation, underway.unsent, t)
  if (conversation.mention)
    return { ...newest, tag: t(conversation.mention === 'me' ? 'conversation.atMe' : 'conversation.atAll') }
  if (underway.typing) return { tag: '', preview: t('conversation.typing'), state: '' }
  const draft = line(underway.draft)
  return draft ? { tag: t('conversation.draft'), preview: draft, state: '' } : newest
}
