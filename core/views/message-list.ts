import type { Translate } from '../../locales/index'
import { isGone } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import { roomFrom, roomOf, spanOf } from '../store/list-window'
import { mentionAhead, mentionsUser } from '../store/mentions'
import { newestFirst } from '../store/pages'
import type { State } from '../store/state'
import { findNewest, pagesNewestFirst } from '../store/thread'
import type { Message, MessagePage, Thread } from '../store/types'
import { badge } from './conversation-list'
import { errorText } from './error-text'
import { emptyPage, olderPages, pageView, recalledIn, type MessagePageView } from './message-page'

export type { MessagePageView } from './message-page'

export interface MessageListView {
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  /** Both as in {@link Thread}: each grows at its end. Pages that are not drawn have no rows. */
  older: MessagePageView[]
  newer: MessagePageView[]
  /** Empty room in the place of the pages that are not drawn, px. */
  roomAbove: number
  roomBelow: number
  /** Another text whenever other pages are drawn. */
  span: string
  loadingOlder: boolean
  /** Nothing older exists. */
  complete: boolean
  /** The list ends before the newest message. */
  detached: boolean
  loadingNewer: boolean
  /** The error is about messages after those that are shown. */
  newerFailed: boolean
  error: string
  /** Trying again may help. */
  retryable: boolean
  /** Text of the pill over the composer; empty when everything new was seen. */
  pill: string
  /** The row that the pill leads to; empty for the newest one. */
  pillTo: string
  /** Text of the pill under the navigation bar: there is more unread above than a screen shows. */
  above: string
  /** Text of the pill that leads to who mentions the user. */
  mention: string
  /** That one comes after what is shown. */
  mentionBelow: boolean
  /** Local id of the row under the unread line. */
  line: string
  /** Where the list is led to. `seeking`: it is looked for. */
  jump: { id: string; count: number; flash: boolean; seeking: boolean }
  selecting: boolean
  /** By local id. */
  selected: Record<string, boolean>
  /** The voice message that is heard. */
  playing: { id: string; phase: '' | 'loading' | 'playing' }
}

/** With fewer unread messages than this the first one is on the screen or near it. */
const MANY_UNREAD = 10

const lastOf = (page: MessagePage | undefined): Message | undefined =>
  page?.messages[page.messages.length - 1]

/** What others have written after the newest message that was seen at the bottom. */
function newBelow(thread: Thread, userID: string): { count: number; mention: string } {
  let count = 0
  let mention = ''
  if (!thread.seenID) return { count, mention }
  for (const page of pagesNewestFirst(thread)) {
    for (let i = page.messages.length - 1; i >= 0; i--) {
      const message = page.messages[i]
      if (message?.id === thread.seenID) return { count, mention }
      if (message && !message.own && !message.revoked) count++
      if (message && mentionsUser(message, userID)) mention = message.id
    }
  }
  return { count: 0, mention: '' }
}

type Pills = Pick<MessageListView, 'pill' | 'pillTo' | 'above' | 'mention' | 'mentionBelow'>

const NO_PILLS: Pills = { pill: '', pillTo: '', above: '', mention: '', mentionBelow: false }

function pills(state: State, conversationID: string, thread: Thread, far: boolean, t: Translate): Pills {
  const { openChat, session, live } = state
  const away = openChat?.conversationID === conversationID && (!openChat.atBottom || far)
  const { sequence, below } = mentionAhead(thread)
  const upper = {
    above: aboveText(thread, t),
    mention: sequence ? t('chat.mentionsYou') : '',
    mentionBelow: below,
  }
  if (!away) return { ...NO_PILLS, ...upper }
  const { count: loaded, mention } = newBelow(thread, session.userID)
  const count = loaded + (live[conversationID]?.waiting ?? 0)
  if (mention) return { ...upper, pill: t('chat.mentionsYou'), pillTo: mention }
  const pill = count ? t('chat.newMessages', { count: badge(count) }) : far ? t('chat.backToNewest') : ''
  return { ...upper, pill, pillTo: '' }
}

function aboveText(thread: Thread, t: Translate): string {
  const { unreadAtOpen, unreadLine, older, olderAtOpen, phase } = thread
  if (unreadAtOpen <= MANY_UNREAD || phase !== 'ready' || thread.tail) return ''
  // Whoever has scrolled up a page beyond the first unread message has seen it.
  const oldest = older.length > olderAtOpen ? older[older.length - 1] : undefined
  const seen = unreadLine && oldest && !oldest.messages.some(({ id }) => id === unreadLine)
  return seen ? '' : t('chat.unreadAbove', { count: badge(unreadAtOpen) })
}

/** What is shown before anything is known. */
export const emptyMessageList: MessageListView = {
  phase: 'loading',
  older: [],
  newer: [],
  roomAbove: 0,
  roomBelow: 0,
  span: '',
  loadingOlder: false,
  complete: false,
  detached: false,
  loadingNewer: false,
  newerFailed: false,
  error: '',
  retryable: false,
  ...NO_PILLS,
  line: '',
  jump: { id: '', count: 0, flash: false, seeking: false },
  selecting: false,
  selected: {},
  playing: { id: '', phase: '' },
}

interface Receipt {
  id: string
  read: boolean
}
const receipts = new WeakMap<Thread, Receipt>()

const isMine = ({ own, revoked }: Message): boolean => own && !revoked
const ownInHistory = new WeakMap<Thread['older'], { last: Message | undefined }>()

/** Whoever only listens has none in a long history: it is gone through once. */
function lastOwn(thread: Thread): Message | undefined {
  const last = findNewest({ ...thread, older: [] }, isMine)
  if (last) return last
  const known = ownInHistory.get(thread.older) ?? { last: findNewest({ ...thread, newer: [] }, isMine) }
  ownInHistory.set(thread.older, known)
  return known.last
}

/** The read state stands under the last own message of a C2C chat only. */
function receiptOf(thread: Thread): Receipt {
  const known = receipts.get(thread)
  if (known) return known
  const last = thread.tail ? undefined : lastOwn(thread)
  const receipt = { id: last?.status === 'sent' ? last.id : '', read: last?.peerRead ?? false }
  receipts.set(thread, receipt)
  return receipt
}

/** Rows that are there already, such as an own one that could not be sent, are never covered by an error. */
function phaseOf({ phase, older, newer }: Thread): MessageListView['phase'] {
  const none = !older.length && !newer.length
  if (phase === 'ready' && none) return 'empty'
  return phase === 'failed' && !none ? 'ready' : phase
}

type Marks = Pick<MessageListView, 'jump' | 'selecting' | 'selected' | 'playing'>

const NO_JUMP = { id: '', count: 0, flash: false }
const SILENCE: MessageListView['playing'] = { id: '', phase: '' }

/** What is told beside the rows, so that a change of it makes no row anew. */
function marks({ jump, selection, playing }: State, conversationID: string): Marks {
  const chosen = selection?.conversationID === conversationID ? selection.ids : undefined
  const { id, phase } = playing?.conversationID === conversationID ? playing : SILENCE
  const to = jump?.conversationID === conversationID ? jump : NO_JUMP
  const selected: Record<string, boolean> = {}
  for (const row of chosen ?? []) selected[row] = true
  return {
    jump: { id: to.id, count: to.count, flash: to.flash, seeking: to.count > 0 && !to.id },
    selecting: chosen !== undefined,
    selected,
    playing: { id, phase },
  }
}

type Pages = Pick<MessageListView, 'older' | 'newer' | 'roomAbove' | 'roomBelow' | 'span'>

/** The pages around the reader with their rows; of the others only how high they are. */
function pagesOf(state: State, conversationID: string, thread: Thread, t: Translate): Pages {
  const pages = newestFirst(thread)
  const window = state.windows[conversationID]
  const { from, to } = spanOf(pages, window)
  const group = conversationID.startsWith('GROUP')
  const receipt = group ? undefined : receiptOf(thread)
  const same = { t, now: state.clock, group, me: state.session.userID, recalled: recalledIn(thread) }
  const { length } = thread.newer
  const newer = new Map<number, MessagePageView>()
  const older = new Map<number, MessagePageView>()
  pages.slice(from, to + 1).forEach((page, n) => {
    const at = from + n
    const receiptID = receipt?.id && page.messages.some(({ id }) => id === receipt.id) ? receipt.id : ''
    const words = receiptID && receipt ? t(receipt.read ? 'chat.read' : 'chat.unread') : ''
    const view = pageView(page, { ...same, prev: lastOf(pages[at + 1]), receipt: words }, receiptID)
    if (at < length) newer.set(at, view)
    else older.set(at - length, view)
  })
  return {
    older: olderPages(thread.older, older),
    newer: thread.newer.map((page, at) => newer.get(length - 1 - at) ?? emptyPage(page)),
    roomAbove:
      roomOf(pages, to + 1, length, window) + roomFrom(thread.older, Math.max(0, to + 1 - length), window),
    roomBelow: roomOf(pages, 0, from, window),
    span: `${pages[from]?.id ?? ''},${pages[to]?.id ?? ''}`,
  }
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
  const pages = pagesOf(state, conversationID, thread, t)
  const detached = thread.tail !== undefined
  return {
    phase: phaseOf(thread),
    ...pages,
    loadingOlder: thread.loadingOlder,
    complete: thread.complete,
    detached,
    loadingNewer: Boolean(thread.loadingNewer),
    newerFailed: Boolean(thread.newerFailed && thread.error),
    error: thread.error ? errorText(thread.error, t) : '',
    retryable: thread.error !== undefined && !isGone(thread.error.code),
    ...pills(state, conversationID, thread, detached || pages.roomBelow > 0, t),
    line: thread.unreadLine,
    ...marks(state, conversationID),
  }
}
