import type { Translate } from '../../locales/index'
import { clip } from '../../utils/text'
import { historyTitle, summaryLine } from '../menu/merged'
import type { ForwardOverlay } from '../store/overlays'
import type { State } from '../store/state'
import { allMessages } from '../store/thread'
import type { Conversation, Message } from '../store/types'
import { avatarView, type AvatarView } from './avatar'
import { conversationName } from './conversation-list'

/** More chats at once are no longer something personal. */
export const MOST_TARGETS = 9
/** Whoever has more chats than this looks for one by its name. */
const MOST_ROWS = 200
const NAME_LENGTH = 40

export interface TargetRow {
  /** Conversation ID. */
  id: string
  name: string
  avatar: AvatarView
  picked: boolean
}

export interface ForwardPickerView {
  rows: TargetRow[]
  /** What stands in place of the rows; empty when there are some. */
  empty: string
  /** What is forwarded, on one line. */
  preview: string
  /** The button, with how many chats were chosen. */
  send: string
}

const made = new WeakMap<Conversation, { t: Translate; rows: [TargetRow, TargetRow] }>()

/** The same object for the same conversation and choice. */
function rowOf(conversation: Conversation, picked: boolean, t: Translate): TargetRow {
  const known = made.get(conversation)
  if (known?.t === t) return known.rows[picked ? 1 : 0]
  const { conversationID: id, avatar, target } = conversation
  const name = clip(conversationName(conversation, t), NAME_LENGTH)
  const row = (chosen: boolean): TargetRow => ({
    id,
    name,
    avatar: avatarView(avatar, conversation.name, target),
    picked: chosen,
  })
  const rows: [TargetRow, TargetRow] = [row(false), row(true)]
  made.set(conversation, { t, rows })
  return rows[picked ? 1 : 0]
}

function previewOf({ merged }: ForwardOverlay, messages: readonly Message[], t: Translate): string {
  const [first] = messages
  if (!first) return ''
  if (merged) return t('forward.merged', { title: historyTitle(messages, t) })
  return messages.length > 1
    ? t('forward.many', { count: messages.length })
    : t('forward.one', { summary: summaryLine(first, t) })
}

const newestFirst = (a: Conversation, b: Conversation): number => (b.last?.time ?? 0) - (a.last?.time ?? 0)

/** @param query what was typed into the search field @param picked conversation IDs */
export function forwardPickerView(
  { conversations, overlays, messages }: State,
  { conversationID, query, picked }: { conversationID: string; query: string; picked: readonly string[] },
  t: Translate,
): ForwardPickerView {
  const overlay = overlays.find(
    (one): one is ForwardOverlay => one.type === 'forward' && one.conversationID === conversationID,
  )
  const wanted = query.trim().toLowerCase()
  const found = conversations.list
    .filter((one) => one.type !== 'SYSTEM')
    .filter((one) => !wanted || conversationName(one, t).toLowerCase().includes(wanted))
    .sort(newestFirst)
    .slice(0, MOST_ROWS)
  const thread = messages[conversationID]
  const ids = new Set(overlay?.ids)
  const forwarded = thread ? allMessages(thread).filter(({ id, revoked }) => ids.has(id) && !revoked) : []
  return {
    rows: found.map((one) => rowOf(one, picked.includes(one.conversationID), t)),
    empty: found.length
      ? ''
      : wanted
        ? t('forward.noMatch', { query: clip(query.trim(), NAME_LENGTH) })
        : t('forward.empty'),
    preview: overlay ? previewOf(overlay, forwarded, t) : '',
    send: picked.length > 1 ? t('forward.sendCount', { count: picked.length }) : t('forward.send'),
  }
}
