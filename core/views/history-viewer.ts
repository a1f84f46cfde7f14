import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { HistoryOverlay } from '../store/overlays'
import type { State } from '../store/state'
import type { Message } from '../store/types'
import { errorText } from './error-text'
import { messageRow, type MessageRow } from './message-row'

export interface HistoryView {
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  title: string
  rows: MessageRow[]
  error: string
}

const NAME_LENGTH = 60

export const historyOf = ({ overlays }: State, id: string): HistoryOverlay | undefined =>
  overlays.find((one): one is HistoryOverlay => one.type === 'history' && one.id === id)

/** Everybody's on one side, with names: it is a talk that is looked at, not one that is led. */
function rowsOf(messages: readonly Message[], state: State, t: Translate): MessageRow[] {
  let prev: Message | undefined
  return messages.map((message) => {
    const row = messageRow(message, { prev, receipt: '', t, now: state.clock, group: true })
    prev = message
    return row
  })
}

const made = new WeakMap<readonly Message[], { t: Translate; clock: number; rows: MessageRow[] }>()

function keptRows(messages: readonly Message[], state: State, t: Translate): MessageRow[] {
  const known = made.get(messages)
  if (known?.t === t && known.clock === state.clock) return known.rows
  const rows = rowsOf(messages, state, t)
  made.set(messages, { t, clock: state.clock, rows })
  return rows
}

/** A merged history that is open. @param id the local id of the message that holds it */
export function historyView(state: State, id: string, t: Translate): HistoryView {
  const overlay = historyOf(state, id)
  const title = clip(singleLine(overlay?.title ?? ''), NAME_LENGTH) || t('card.history')
  const { messages, error } = overlay ?? {}
  if (error) return { phase: 'failed', title, rows: [], error: errorText(error, t) }
  if (!messages) return { phase: 'loading', title, rows: [], error: '' }
  return { phase: messages.length ? 'ready' : 'empty', title, rows: keptRows(messages, state, t), error: '' }
}
