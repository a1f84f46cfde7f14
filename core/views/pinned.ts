import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { separatorTime } from '../../utils/time'
import { timeWords } from '../../locales/words'
import { summaryLine } from '../menu/merged'
import type { State } from '../store/state'
import type { Message } from '../store/types'

export interface PinnedRow {
  /** The SDK's ID of the message: it may not be loaded. */
  id: string
  text: string
  time: string
}

export interface PinnedView {
  /** The newest one, for the bar over the list; empty when there is none. */
  text: string
  /** How many, when there are several. */
  count: string
  /** Newest first. */
  rows: PinnedRow[]
  /** The user may take them down. */
  editable: boolean
}

const NAME_LENGTH = 20

const wordsOf = (message: Message, t: Translate): string =>
  t('pinned.by', {
    name: clip(singleLine(message.name) || message.from, NAME_LENGTH),
    summary: summaryLine(message, t),
  })

/** The bar over the list. */
export function pinnedBar(
  state: State,
  conversationID: string,
  t: Translate,
): { pinnedText: string; pinnedCount: string } {
  const { text, count } = pinnedView(state, conversationID, t)
  return { pinnedText: text, pinnedCount: count }
}

/** What is pinned in a group. */
export function pinnedView(
  { pinned, access, clock }: State,
  conversationID: string,
  t: Translate,
): PinnedView {
  const shown = (pinned[conversationID] ?? []).filter(({ revoked }) => !revoked)
  const role = access[conversationID]?.role
  const rows = shown
    .map((message) => ({
      id: message.ID,
      text: wordsOf(message, t),
      time: separatorTime(message.time * 1000, clock, timeWords(t)),
    }))
    .reverse()
  return {
    text: rows[0]?.text ?? '',
    count: rows.length > 1 ? t('pinned.count', { count: rows.length }) : '',
    rows,
    editable: role === 'owner' || role === 'admin',
  }
}
