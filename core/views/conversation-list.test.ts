import { translator } from '../../locales/index'
import { chatError, conversation, last, message, NOW_S, state, thread } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import type { State } from '../store/state'
import type { Conversation } from '../store/types'
import {
  badge,
  conversationListView,
  conversationsAtSight,
  totalUnread,
  WHOLE_LIST,
  type ConversationListView,
  type ConversationRow,
  type ListSight,
} from './conversation-list'

const t = translator('en')
const listState = (list: Conversation[], fields: Partial<State['conversations']> = {}): State =>
  deepFreeze(state({ conversations: { phase: 'ready', list, ...fields } }))
const view = (list: Conversation[], sight: Partial<ListSight> = {}): ConversationListView =>
  conversationListView(listState(list), t, { ...WHOLE_LIST, tabs: true, ...sight })
/** The rows that are there, from the top. */
const rowsOf = ({ pieces, rows }: ConversationListView): ConversationRow[] =>
  pieces.flatMap(({ keys }) => keys.map((key) => rows[key] ?? raise(`no row ${key}`)))
const names = (shown: ConversationListView): string[] => rowsOf(shown).map(({ name }) => name)
function raise(words: string): never {
  throw new Error(words)
}
const person = (name: string, fields: Partial<Conversation> = {}): Conversation =>
  conversation({ conversationID: `C2C${name}`, ...fields })
const people = (count: number): Conversation[] => Array.from({ length: count }, (_, at) => person(`p${at}`))

describe('unread counts', () => {
  test.each([
    [0, ''],
    [-1, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [1e9, '99+'],
  ])('%i is "%s"', (count, shown) => expect(badge(count)).toBe(shown))

  test('of muted conversations are not in the total', () => {
    const list = [conversation({ unread: 3 }), conversation({ unread: 200, muted: true })]
    expect(totalUnread(list)).toBe(3)
    expect(view(list).title).toBe('Chats (3)')
  })

  test('are not in the title when there are none', () => {
    expect(view([conversation()]).title).toBe('Chats')
  })
})

describe('the list', () => {
  test('is loading, empty or failed', () => {
    const phase = (from: State): string => conversationListView(from, t).phase
    expect(phase(listState([], { phase: 'loading' }))).toBe('loading')
    expect(phase(listState([]))).toBe('empty')
    expect(phase(listState([conversation()]))).toBe('ready')
    expect(conversationListView(listState([], { phase: 'failed', error: chatError() }), t)).toMatchObject({
      phase: 'failed',
      error: 'The request timed out. Try again later',
    })
  })

  test('does not show a conversation that somebody opened but nobody wrote in', () => {
    const opened = conversation({ last: undefined })
    expect(view([opened])).toMatchObject({ phase: 'empty', pieces: [], rows: {} })
    expect(names(view([{ ...opened, unread: 1 }]))).toEqual(['bob'])
    expect(names(view([{ ...opened, draft: 'hi' }]))).toEqual(['bob'])
    expect(names(view([{ ...opened, cleared: true }]))).toEqual(['bob'])
    const writing = { ...listState([opened]), messages: { C2Cbob: thread([message({ status: 'sending' })]) } }
    expect(names(conversationListView(writing, t))).toEqual(['bob'])
  })

  test('does not show a topic of a community', () => {
    const topic = person('bob', { conversationID: 'GROUP@TGS#_club@TOPIC#_1', type: 'GROUP' })
    expect(names(view([topic, person('carol')]))).toEqual(['carol'])
  })

  test('does not show a hidden one', () => {
    expect(names(view([person('bob', { hidden: true }), person('carol')]))).toEqual(['carol'])
  })
})

describe('a long list', () => {
  test('has the rows near the screen only, and room for the others', () => {
    const shown = view(people(1000), { first: 2, last: 4 })
    expect(shown.pieces).toHaveLength(100)
    expect(shown.pieces.every(({ height }) => height === 720)).toBe(true)
    expect(names(shown)).toEqual(
      people(50)
        .slice(20)
        .map(({ name }) => name),
    )
    expect(Object.keys(shown.rows)).toHaveLength(30)
    expect(
      conversationsAtSight(listState(people(1000)), { ...WHOLE_LIST, first: 99, last: 99 }, t),
    ).toHaveLength(10)
  })

  test('its last piece is as high as its rows', () => {
    expect(view(people(13)).pieces.map(({ height }) => height)).toEqual([720, 216])
  })

  test('a row has the same key wherever it is', () => {
    const list = people(30)
    const keyAt = (shown: ConversationListView, at: number) => shown.pieces.flatMap(({ keys }) => keys)[at]
    const before = view(list)
    const after = view([...list.slice(-1), ...list.slice(0, -1)])
    expect(keyAt(after, 0)).toBe(keyAt(before, 29))
    expect(keyAt(after, 1)).toBe(keyAt(before, 0))
    expect(rowsOf(after)[1]).toBe(rowsOf(before)[0])
  })
})

describe('filters', () => {
  const list = [
    person('read'),
    person('unread', { unread: 2 }),
    person('marked', { markedUnread: true, groups: ['Work'] }),
    conversation({ conversationID: 'GROUPteam', unread: 1, mention: 'me', groups: ['Work', 'Friends'] }),
    conversation({ conversationID: 'GROUPquiet', unread: 1, muted: true }),
  ]
  const shown = (tab: string, sight: Partial<ListSight> = {}) => names(view(list, { tab, ...sight }))

  test('count the chats that wait', () => {
    expect(view(list).tabs).toEqual([
      { id: 'all', label: 'All', count: '' },
      { id: 'unread', label: 'Unread', count: '4' },
      { id: 'mentioned', label: '@Me', count: '1' },
      { id: 'groups', label: 'Groups', count: '' },
    ])
  })

  test('show what they say', () => {
    expect(shown('unread')).toEqual(['unread', 'marked', 'team', 'quiet'])
    expect(shown('mentioned')).toEqual(['team'])
    expect(shown('groups')).toEqual(['team', 'quiet'])
  })

  test('by option, conversation groups are filters', () => {
    expect(
      view(list, { groupTabs: true })
        .tabs.slice(4)
        .map(({ label }) => label),
    ).toEqual(['Work', 'Friends'])
    expect(shown('group:Work', { groupTabs: true })).toEqual(['marked', 'team'])
  })

  test('one that is not there any more shows everything', () => {
    expect(view(list, { tab: 'group:Gone', groupTabs: true })).toMatchObject({ tab: 'all' })
    expect(shown('group:Gone')).toHaveLength(5)
  })

  test('that nothing passes say so, and are still there', () => {
    const empty = view([person('read')], { tab: 'unread' })
    expect(empty).toMatchObject({ phase: 'empty', tab: 'unread', empty: 'Nothing unread' })
    expect(empty.tabs).toHaveLength(4)
  })

  test('are not offered where there is nothing to filter', () => {
    expect(view([]).tabs).toEqual([])
    expect(view(list, { tabs: false }).tabs).toEqual([])
  })
})

describe('folded chats', () => {
  const list = [
    person('top', { pinned: true }),
    person('bob'),
    conversation({
      conversationID: 'GROUPold',
      name: 'Old',
      folded: true,
      last: last({ time: NOW_S - 3600 }),
    }),
    conversation({ conversationID: 'GROUPnew', name: 'New', folded: true, unread: 3 }),
  ]

  test('stand behind one row, after those that are pinned', () => {
    const rows = rowsOf(view(list))
    expect(rows.map(({ name }) => name)).toEqual(['top', 'Folded chats', 'bob'])
    expect(rows[1]).toMatchObject({
      preview: '[1 with new messages] New: bob: hello',
      dot: true,
      actions: 0,
      avatar: { icon: 'folder' },
    })
  })

  test('are shown by themselves in the folder', () => {
    const folder = view(list, { folder: true })
    expect(names(folder)).toEqual(['Old', 'New'])
    expect(folder).toMatchObject({ title: 'Folded chats', tabs: [] })
    expect(view([person('bob')], { folder: true }).empty).toBe('No chats here yet')
  })

  test('are not in the total', () => expect(totalUnread(list)).toBe(0))
})

test('a chat that was marked as unread counts as one message', () => {
  expect(
    totalUnread([person('a', { markedUnread: true }), person('b', { markedUnread: true, unread: 4 })]),
  ).toBe(5)
})
