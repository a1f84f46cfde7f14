import type { Translate } from '../../locales/index'
import { isGone } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import type { State } from '../store/state'
import { findNewest, countUnread, pagesNewestFirst } from '../store/thread'
import type { Message, MessagePage, Thread } from '../store/types'
import { badge } from './conversation-list'
import { errorText } from './error-text'
import { messageRow, type MessageRow, type RowContext } from './message-row'

export interface MessagePageView {
  id: string
  rows: MessageRow[]
}

export interface MessageListView {
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  /** Both as in {@link Thread}: each grows at its end. */
  older: MessagePageView[]
  newer: MessagePageView[]
  loadingOlder: boolean
  /** Nothing older exists. */
  complete: boolean
  error: string
  /** Trying again may help. */
  retryable: boolean
  /** Text of the pill over the composer; empty when everything new was seen. */
  pill: string
  /** Text of the pill under the navigation bar: there is more unread above than a screen shows. */
  above: string
}

/** With fewer unread messages than this the first one is on the screen or near it. */
const MANY_UNREAD = 10

interface MadePage {
  context: RowContext
  receiptID: string
  view: MessagePageView
}
const madePages = new WeakMap<MessagePage, MadePage>()

function sameContext(made: MadePage, context: RowContext, receiptID: string): boolean {
  const { prev, t, now, group, receipt } = made.context
  return (
    prev === context.prev &&
    t === context.t &&
    now === context.now &&
    group === context.group &&
    receipt === context.receipt &&
    made.receiptID === receiptID
  )
}

function pageView(page: MessagePage, context: RowContext, receiptID: string): MessagePageView {
  const made = madePages.get(page)
  if (made && sameContext(made, context, receiptID)) return made.view
  let prev = context.prev
  const rows = page.messages.map((message) => {
    const receipt = message.id === receiptID ? context.receipt : ''
    const row = messageRow(message, { ...context, prev, receipt })
    prev = message
    return row
  })
  const unchanged =
    made?.view.rows.length === rows.length && rows.every((row, i) => row === made.view.rows[i])
  const view = unchanged ? made.view : { id: page.id, rows }
  madePages.set(page, { context, receiptID, view })
  return view
}

const lastOf = (page: MessagePage | undefined): Message | undefined =>
  page?.messages[page.messages.length - 1]

/** Messages of others after the newest one that was seen at the bottom. */
function newBelow(thread: Thread): number {
  if (!thread.seenID) return 0
  let count = 0
  for (const page of pagesNewestFirst(thread)) {
    for (let i = page.messages.length - 1; i >= 0; i--) {
      const message = page.messages[i]
      if (message?.id === thread.seenID) return count
      if (message && !message.own && !message.revoked) count++
    }
  }
  return 0
}

function pillText(state: State, conversationID: string, thread: Thread, t: Translate): string {
  const { openChat } = state
  if (openChat?.conversationID !== conversationID || openChat.atBottom) return ''
  const count = newBelow(thread)
  return count ? t('chat.newMessages', { count: badge(count) }) : ''
}

function aboveText(thread: Thread, t: Translate): string {
  const { unreadAtOpen, older } = thread
  if (unreadAtOpen <= MANY_UNREAD || thread.phase !== 'ready') return ''
  // Whoever has scrolled up a page beyond the first unread message has seen it.
  const beyond =
    older.length > 0 && countUnread({ ...thread, older: older.slice(0, -1) }).count >= unreadAtOpen
  return beyond ? '' : t('chat.unreadAbove', { count: badge(unreadAtOpen) })
}

/** What is shown before anything is known. */
export const emptyMessageList: MessageListView = {
  phase: 'loading',
  older: [],
  newer: [],
  loadingOlder: false,
  complete: false,
  error: '',
  retryable: false,
  pill: '',
  above: '',
}

/** The read state stands under the last own message of a C2C chat only. */
function receiptOf(thread: Thread, group: boolean, t: Translate): { receiptID: string; receipt: string } {
  const last = group ? undefined : findNewest(thread, (message) => message.own && !message.revoked)
  if (last?.status !== 'sent') return { receiptID: '', receipt: '' }
  return { receiptID: last.id, receipt: t(last.peerRead ? 'chat.read' : 'chat.unread') }
}

/** Rows that are there already, such as an own one that could not be sent, are never covered by an error. */
function phaseOf({ phase, older, newer }: Thread): MessageListView['phase'] {
  const none = !older.length && !newer.length
  if (phase === 'ready' && none) return 'empty'
  return phase === 'failed' && !none ? 'ready' : phase
}

export function messageListView(state: State, conversationID: string, t: Translate): MessageListView {
  if (conversationID && !parseConversationID(conversationID)) {
    return {
      ...emptyMessageList,
      phase: 'failed',
      error: t('chat.badConversationID', { id: conversationID }),
    }
  }
  const thread = state.messages[conversationID]
  if (!thread) return emptyMessageList
  const group = conversationID.startsWith('GROUP')
  const { receiptID, receipt } = receiptOf(thread, group, t)

  const view = (page: MessagePage, prev: Message | undefined): MessagePageView => {
    const here = receiptID && page.messages.some((message) => message.id === receiptID)
    const context = { prev, receipt: here ? receipt : '', t, now: state.clock, group }
    return pageView(page, context, here ? receiptID : '')
  }
  const { older, newer } = thread
  return {
    phase: phaseOf(thread),
    older: older.map((page, i) => view(page, lastOf(older[i + 1]))),
    newer: newer.map((page, i) => view(page, lastOf(i ? newer[i - 1] : older[0]))),
    loadingOlder: thread.loadingOlder,
    complete: thread.complete,
    error: thread.error ? errorText(thread.error, t) : '',
    retryable: thread.error !== undefined && !isGone(thread.error.code),
    pill: pillText(state, conversationID, thread, t),
    above: aboveText(thread, t),
  }
}
