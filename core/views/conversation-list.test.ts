import { translator } from '../../locales/index'
import { chatError, conversation, last, ME, NOW, NOW_S, state } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import type { State } from '../store/state'
import type { Conversation, LastMessage } from '../store/types'
import { badge, conversationListView, totalUnread, type ConversationRow } from './conversation-list'

const t = translator('en')
const listState = (list: Conversation[], fields: Partial<State['conversations']> = {}): State =>
  deepFreeze(state({ conversations: { phase: 'ready', list, ...fields } }))
const rowOf = (fields: Partial<Conversation> = {}): ConversationRow => {
  const row = conversationListView(listState([conversation(fields)]), t).rows[0]
  if (!row) throw new Error('no row')
  return row
}
const preview = (lastFields: Partial<LastMessage>, fields: Partial<Conversation> = {}): string =>
  rowOf({ last: last(lastFields), ...fields }).preview
const group: Partial<Conversation> = { conversationID: 'GROUPteam', name: 'Team' }
const text = (words: string): Partial<LastMessage> => ({ content: { type: 'text', text: words } })

describe('a row', () => {
  test('holds what is shown', () => {
    expect(rowOf({ name: 'Bob', unread: 3, pinned: true })).toEqual({
      id: 'C2Cbob',
      name: 'Bob',
      avatar: { url: '', text: 'B', tone: expect.any(Number) as number },
      time: 'Just now',
      preview: 'hello',
      unread: '3',
      muted: false,
      pinned: true,
      label: 'Bob, 3 unread, hello, Just now',
    })
  })

  test('keeps its identity when nothing changed', () => {
    const before = listState([conversation(), conversation(group)])
    const rows = conversationListView(before, t).rows
    const again = conversationListView(
      { ...before, openChat: { conversationID: 'x', shown: true, atBottom: true } },
      t,
    )
    expect(again.rows[0]).toBe(rows[0])
    expect(again.rows[1]).toBe(rows[1])
  })

  test('keeps its identity when another conversation changed, or the order', () => {
    const [bob, team] = [conversation(), conversation(group)]
    const rows = conversationListView(listState([bob, team]), t).rows
    const next = conversationListView(listState([{ ...team, unread: 1 }, bob]), t).rows
    expect(next[1]).toBe(rows[0])
    expect(next[0]).not.toBe(rows[1])
  })

  test('is a new one when its time reads differently, and only then', () => {
    const before = listState([
      conversation(),
      conversation({ ...group, last: last({ time: NOW_S - 86_400 }) }),
    ])
    const rows = conversationListView(before, t).rows
    const later = conversationListView({ ...before, clock: NOW + 60_000 }, t).rows
    expect(later[0]?.time).toBe('12:00')
    expect(later[1]).toBe(rows[1])
  })

  test('is a new one in another language', () => {
    const before = listState([conversation()])
    conversationListView(before, t)
    expect(conversationListView(before, translator('zh-CN')).rows[0]?.time).toBe('刚刚')
  })
})

describe('a name', () => {
  test.each([
    ['with line breaks', 'a\nb', 'a b'],
    ['that turns the row around', '\u202eevil', 'evil'],
    ['of nothing to see', '\u200b\u200d', 'bob'],
    ['with markup', '<b>{{x}}</b>', '<b>{{x}}</b>'],
  ])('%s', (_, name, shown) => expect(rowOf({ name }).name).toBe(shown))

  test('of 8 KB is cut, also for screen readers', () => {
    const row = rowOf({ name: '名'.repeat(8192) })
    expect(row.name).toHaveLength(41)
    expect(row.label.length).toBeLessThan(80)
  })

  test('of the system is told in the language', () => {
    expect(rowOf({ conversationID: '@TIM#SYSTEM', type: 'SYSTEM', name: '@TIM#SYSTEM' }).name).toBe(
      'System notices',
    )
  })
})

test('an avatar that is no picture is left out', () => {
  expect(rowOf({ avatar: 'javascript:alert(1)' }).avatar.url).toBe('')
})

describe('a preview', () => {
  test('in a group says who wrote it, except this user', () => {
    expect(preview({ name: 'Carol', ...text('hi') }, group)).toBe('Carol: hi')
    expect(preview({ name: 'Alice', own: true, from: ME, ...text('hi') }, group)).toBe('hi')
    expect(preview({ name: 'Bob', ...text('hi') })).toBe('hi')
  })

  test('of a change in a group names nobody in front', () => {
    const content = { type: 'custom', data: 'group_create', description: '', extension: '' } as const
    expect(preview({ name: 'Carol', content }, group)).toBe('Someone created the group')
  })

  test('is one line', () => expect(preview(text('a\nb\r\n\tc'))).toBe('a b c'))

  test('is cut without splitting a character', () => {
    expect(preview(text('字'.repeat(8192)))).toBe(`${'字'.repeat(60)}…`)
    expect(preview(text(`${'x'.repeat(59)}😀y`))).toBe(`${'x'.repeat(59)}…`)
  })

  test('leaves room for the words beside a long name', () => {
    expect(preview({ name: '名'.repeat(8192), ...text('hi') }, group)).toContain('hi')
  })

  test('of other kinds is their summary', () => {
    expect(preview({ content: { type: 'face', index: 0, data: '' } })).toBe('[Sticker]')
    expect(preview({ content: { type: 'custom', data: 'null', description: '', extension: '' } })).toBe(
      '[Unsupported message]',
    )
  })

  test('of a revoked message says who revoked it', () => {
    expect(preview({ revoked: true, own: true })).toBe('You recalled a message')
    expect(preview({ revoked: true }, { name: 'Bobby' })).toBe('Bobby recalled a message')
    expect(preview({ revoked: true, name: 'Carol' }, group)).toBe('Carol recalled a message')
  })

  test('of a revoked message is one short line as well', () => {
    const shown = preview({ revoked: true, name: `\u202ea\nb${'名'.repeat(8192)}` }, group)
    expect(shown).toMatch(/^a b名/)
    expect(shown.length).toBeLessThan(80)
    expect(shown).toContain('recalled a message')
  })
})

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
    const view = conversationListView(listState(list), t)
    expect(view.title).toBe('Chats (3)')
    expect(view.rows[1]).toMatchObject({ unread: '99+', muted: true })
  })

  test('are not in the title when there are none', () => {
    expect(conversationListView(listState([conversation()]), t).title).toBe('Chats')
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
    expect(conversationListView(listState([opened]), t)).toMatchObject({ phase: 'empty', rows: [] })
    expect(conversationListView(listState([{ ...opened, unread: 1 }]), t).rows).toHaveLength(1)
  })
})
