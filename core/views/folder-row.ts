import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { listTime } from '../../utils/time'
import type { State } from '../store/state'
import { emptyConversationRow, type ConversationRow } from './conversation-row'
import { previewView } from './conversation-preview'
import { badge, conversationName } from './conversation-words'

/** The row that opens the folder; no conversation has this ID. */
export const FOLDER_ID = 'folder'

const IDLE = { draft: '', unsent: undefined, typing: false }

/** One row for all folded conversations: what is newest in them, and how many are unread. */
export function folderRow({ conversations, clock }: State, t: Translate): ConversationRow {
  const folded = conversations.list.filter((item) => item.folded && !item.hidden)
  const newest = folded.reduce(
    (best, item) => ((item.last?.time ?? 0) > (best?.last?.time ?? 0) ? item : best),
    folded[0],
  )
  const waiting = folded.filter(({ unread, markedUnread }) => unread > 0 || markedUnread).length
  const name = t('conversation.folder')
  const words = newest
    ? `${conversationName(newest, t)}: ${previewView({ ...newest, muted: false }, IDLE, t).preview}`
    : ''
  const count = waiting ? t('conversation.folderUnread', { count: badge(waiting) }) : ''
  const time = newest?.last ? listTime(newest.last.time * 1000, clock, timeWords(t)) : ''
  return {
    ...emptyConversationRow,
    id: FOLDER_ID,
    name,
    avatar: { url: '', text: '', tone: 0, icon: 'folder' },
    time,
    preview: count + words,
    dot: waiting > 0,
    label: [name, count + words, time].filter(Boolean).join(', '),
  }
}
