import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { separatorTime } from '../../utils/time'
import { CARD_KIND, kindOf, NOTICE_KIND, PICTURE_KIND } from '../registry/message-kinds'
import { isGone } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import type { State } from '../store/state'
import { findNewest, countUnread, pagesNewestFirst } from '../store/thread'
import type { Message, MessagePage, Thread } from '../store/types'
import { avatarView, type AvatarView } from './avatar'
import { badge } from './conversation-list'
import { cardView, type CardView } from './card'
import { errorText } from './error-text'
import { pictureView, type PictureView } from './picture'
import { timeWords } from './words'

export interface MessageRow {
  /** The message's local id. */
  id: string
  /** `notice` is a centred line; every other kind is a bubble with the body component of that name. */
  kind: string
  own: boolean
  text: string
  /** Of kind `picture`. */
  picture?: PictureView
  /** Of kind `card`. */
  card?: CardView
  /** Time separator above the row; empty for most rows. */
  time: string
  /** First of a run by the same sender: it has the avatar, the name and the bubble's tail. */
  first: boolean
  /** Above peers' bubbles in groups, on the first of a run. */
  name: string
  avatar: AvatarView
  state: '' | 'sending' | 'failed'
  /** Under the last own message of a C2C chat. */
  receipt: string
  /** The notice offers to edit the own revoked text again. */
  editable: boolean
}

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

/** A pause of this many seconds gets a time separator. */
const PAUSE = 300

/** With fewer unread messages than this the first one is on the screen or near it. */
const MANY_UNREAD = 10

/** What a row depends on besides its message. */
interface RowContext {
  prev: Message | undefined
  receipt: string
  t: Translate
  now: number
  group: boolean
}

function noticeText(message: Message, t: Translate): string {
  if (message.own && (!message.revoker || message.revoker === message.from)) return t('chat.revokedByMe')
  const byOther = message.revoker && message.revoker !== message.from
  const name = byOther ? message.revokerName || message.revoker : message.name
  return t('chat.revokedBy', { name: clip(singleLine(name) || message.revoker || message.from, 20) })
}

function body(
  message: Message,
  t: Translate,
): Pick<MessageRow, 'kind' | 'text' | 'editable' | 'picture' | 'card'> {
  const { content } = message
  if (message.revoked) {
    const editable = message.own && content.type === 'text' && message.revoker === message.from
    return { kind: NOTICE_KIND, text: noticeText(message, t), editable }
  }
  const { kind, summary } = kindOf(content)
  const picture = kind === PICTURE_KIND ? pictureView(content, t) : undefined
  const card = kind === CARD_KIND ? cardView(content, t) : undefined
  return {
    kind,
    text: summary(content, t),
    editable: false,
    ...(picture && { picture }),
    ...(card && { card }),
  }
}

/** A centred line: whatever comes after it begins a new run. */
const isNotice = (message: Message): boolean =>
  message.revoked || kindOf(message.content).kind === NOTICE_KIND

interface MadeRow {
  key: string
  t: Translate
  row: MessageRow
}
const madeRows = new WeakMap<Message, MadeRow>()

function rowOf(message: Message, { prev, receipt, t, now, group }: RowContext): MessageRow {
  const separated = !prev || message.time - prev.time > PAUSE
  const first = separated || prev.from !== message.from || isNotice(prev)
  const time = separated ? separatorTime(message.time * 1000, now, timeWords(t)) : ''
  const key = `${time}|${first}|${receipt}|${group}`
  const made = madeRows.get(message)
  if (made && made.t === t && made.key === key) return made.row
  const row: MessageRow = {
    id: message.id,
    own: message.own,
    time,
    first,
    name: group && first && !message.own ? clip(singleLine(message.name) || message.from, 30) : '',
    avatar: avatarView(message.avatar, message.name, message.from),
    state: message.status === 'sent' ? '' : message.status,
    receipt,
    ...body(message, t),
  }
  madeRows.set(message, { key, t, row })
  return row
}

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
    const row = rowOf(message, { ...context, prev, receipt })
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
