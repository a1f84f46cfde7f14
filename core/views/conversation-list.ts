import type { Key, Translate } from '../../locales/index'
import { isTopic } from '../store/conversation-id'
import type { State } from '../store/state'
import type { Conversation } from '../store/types'
import { conversationRow, type ConversationRow } from './conversation-row'
import { badge, conversationName } from './conversation-words'
import { errorText } from './error-text'
import { folderRow, FOLDER_ID } from './folder-row'

export { badge, conversationName } from './conversation-words'
export { FOLDER_ID } from './folder-row'
export type { ConversationRow } from './conversation-row'

/** So many rows lie in one piece of the list; a piece far from the screen has its height only. */
const PIECE = 10
/** px; the same as in the stylesheet of the row. */
const ROW_HEIGHT = 72

/** What of the list is looked at. */
export interface ListSight {
  /** One of {@link TabView}; what is not there any more counts as `all`. */
  tab: string
  /** The chats in the folder, instead of the others. */
  folder: boolean
  /** Filters are offered. */
  tabs: boolean
  /** Conversation groups are offered as filters, too. */
  groupTabs: boolean
  /** The first and the last piece that is on the screen or near it. */
  first: number
  last: number
}

export interface TabView {
  /** `all`, `unread`, `mentioned`, `groups`, or `group:<name>` for a conversation group. */
  id: string
  label: string
  /** Chats in it that wait to be read; empty where nobody counts. */
  count: string
}

export interface PieceView {
  id: string
  /** px */
  height: number
  /** Of rows, in their order; none while the piece is far from the screen. */
  keys: string[]
}

export interface ConversationListView {
  /** `loading` shows the skeleton, `empty` and `failed` a sentence, `ready` the rows. */
  phase: 'loading' | 'empty' | 'failed' | 'ready'
  pieces: PieceView[]
  /** Those on the screen or near it, by key: one that moves is not sent again. */
  rows: Record<string, ConversationRow>
  tabs: TabView[]
  tab: string
  title: string
  error: string
  /** What an empty list says. */
  empty: string
}

export const WHOLE_LIST: ListSight = {
  tab: 'all',
  folder: false,
  tabs: false,
  groupTabs: false,
  first: 0,
  last: 2,
}

/** Unread chats that were marked by hand count as one message; muted and folded ones do not count. */
export const totalUnread = (list: readonly Conversation[]): number =>
  list.reduce((sum, { muted, folded, unread, markedUnread }) => {
    if (muted || folded) return sum
    return sum + (unread || (markedUnread ? 1 : 0))
  }, 0)

const isUnread = ({ unread, markedUnread }: Conversation): boolean => unread > 0 || markedUnread === true

const FILTERS: Readonly<Record<string, (conversation: Conversation) => boolean>> = {
  unread: isUnread,
  mentioned: ({ mention }) => mention !== undefined,
  groups: ({ type }) => type === 'GROUP',
}

const NOTHING: Readonly<Record<string, Key>> = {
  unread: 'conversation.noneUnread',
  mentioned: 'conversation.noneMentioned',
  all: 'conversation.empty',
}

const GROUP_TAB = 'group:'

const filterOf = (tab: string): ((conversation: Conversation) => boolean) => {
  const group = tab.startsWith(GROUP_TAB) && tab.slice(GROUP_TAB.length)
  return group ? ({ groups = [] }) => groups.includes(group) : (FILTERS[tab] ?? (() => true))
}

/** One that somebody opened but nobody wrote in waits for its first message. */
function isListed({ composers, messages }: State, conversation: Conversation): boolean {
  const { conversationID, last, unread, pinned, cleared, draft, hidden } = conversation
  // The SDK does not list topics either.
  if (hidden || isTopic(conversationID)) return false
  if (last ?? (cleared || draft || pinned)) return true
  return (
    unread > 0 || Boolean(composers[conversationID]?.text) || Boolean(messages[conversationID]?.newer.length)
  )
}

const GROUPS_AT_MOST = 20

function tabsOf(list: readonly Conversation[], sight: ListSight, t: Translate): TabView[] {
  if (!sight.tabs || sight.folder) return []
  const count = (id: string): string => badge(list.filter(filterOf(id)).length)
  const fixed: TabView[] = [
    { id: 'all', label: t('conversation.tabAll'), count: '' },
    { id: 'unread', label: t('conversation.tabUnread'), count: count('unread') },
    { id: 'mentioned', label: t('conversation.tabMentioned'), count: count('mentioned') },
    { id: 'groups', label: t('conversation.tabGroups'), count: '' },
  ]
  if (!sight.groupTabs) return fixed
  const names = new Set<string>()
  for (const { groups = [] } of list) for (const name of groups) names.add(name)
  const own = [...names].slice(0, GROUPS_AT_MOST)
  return [...fixed, ...own.map((name) => ({ id: GROUP_TAB + name, label: name, count: '' }))]
}

// Paths of `setData` are made of them, and conversation IDs may hold any character.
const keys = new Map<string, string>()
function keyOf(conversationID: string): string {
  let key = keys.get(conversationID)
  if (!key) keys.set(conversationID, (key = `r${keys.size + 1}`))
  return key
}

/** What stands in the list, from its top. */
export type Item = Conversation | typeof FOLDER_ID

interface Chosen {
  items: Item[]
  listed: Conversation[]
  tabs: TabView[]
  tab: string
}

function choose(state: State, sight: ListSight, t: Translate): Chosen {
  const all = state.conversations.list.filter((conversation) => isListed(state, conversation))
  const listed = all.filter(({ folded = false }) => folded === sight.folder)
  const tabs = tabsOf(listed, sight, t)
  const tab = tabs.some(({ id }) => id === sight.tab) ? sight.tab : 'all'
  const items: Item[] = listed.filter(filterOf(tab))
  if (!sight.folder && tab === 'all' && all.length > listed.length)
    items.splice(listed.filter(({ pinned }) => pinned).length, 0, FOLDER_ID)
  return { items, listed, tabs, tab }
}

const atSight = (items: readonly Item[], { first, last }: ListSight): Item[] =>
  items.slice(first * PIECE, (last + 1) * PIECE)

/** The conversations whose rows are on the screen or near it. */
export const conversationsAtSight = (state: State, sight: ListSight, t: Translate): Conversation[] =>
  atSight(choose(state, sight, t).items, sight).filter((item): item is Conversation => item !== FOLDER_ID)

function piecesOf(items: readonly Item[], { first, last }: ListSight): PieceView[] {
  return Array.from({ length: Math.ceil(items.length / PIECE) }, (_, at) => {
    const mine = items.slice(at * PIECE, (at + 1) * PIECE)
    const near = at >= first && at <= last
    return {
      id: `p${at}`,
      height: mine.length * ROW_HEIGHT,
      keys: near ? mine.map((item) => (item === FOLDER_ID ? FOLDER_ID : keyOf(item.conversationID))) : [],
    }
  })
}

function titleOf({ conversations: { list } }: State, sight: ListSight, t: Translate): string {
  if (sight.folder) return t('conversation.folder')
  const count = badge(totalUnread(list))
  return count ? t('conversation.titleUnread', { count }) : t('conversation.title')
}

/** The part of the list that is looked at. */
export function conversationListView(
  state: State,
  t: Translate,
  sight: ListSight = WHOLE_LIST,
): ConversationListView {
  const { phase, error } = state.conversations
  const { items, tabs, tab, listed } = choose(state, sight, t)
  const rows: Record<string, ConversationRow> = {}
  for (const item of atSight(items, sight)) {
    if (item === FOLDER_ID) rows[FOLDER_ID] = folderRow(state, t)
    else rows[keyOf(item.conversationID)] = conversationRow(state, item, t)
  }
  return {
    phase: phase === 'ready' && !items.length ? 'empty' : phase,
    pieces: piecesOf(items, sight),
    rows,
    tabs: listed.length || tab !== 'all' ? tabs : [],
    tab,
    title: titleOf(state, sight, t),
    error: error ? errorText(error, t) : '',
    empty: t(sight.folder ? 'conversation.noneHere' : (NOTHING[tab] ?? 'conversation.noneHere')),
  }
}

/** The name to ask about before something is done with a conversation. */
export const nameOf = (state: State, conversationID: string, t: Translate): string => {
  const conversation = state.conversations.list.find((item) => item.conversationID === conversationID)
  return conversation ? conversationName(conversation, t) : ''
}
