import { translator } from '../../locales/index'
import { conversation, last, message, NOW, NOW_S, ME, state, thread } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import type { State } from '../store/state'
import type { Conversation, LastMessage } from '../store/types'
import { conversationRow, type ConversationRow } from './conversation-row'

const t = translator('en')
const IDLE = deepFreeze(state())
const rowOf = (fields: Partial<Conversation> = {}, about: Partial<State> = {}): ConversationRow =>
  conversationRow({ ...IDLE, ...about }, conversation(fields), t)
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
      tag: '',
      state: '',
      unread: '3',
      dot: false,
      muted: false,
      pinned: true,
      online: false,
      actions: 3,
      label: 'Bob, 3 unread, hello, Just now, Pinned',
    })
  })

  test('keeps its identity while nothing of it changes, whatever else does', () => {
    const bob = conversation()
    const row = conversationRow(IDLE, bob, t)
    const other = {
      ...IDLE,
      composers: { C2Ccarol: { text: 'hi', mentions: [] } },
      typing: { C2Ccarol: NOW + 1000 },
      presence: { carol: true },
    }
    expect(conversationRow(other, bob, t)).toBe(row)
  })

  test('is a new one when its time reads differently, and only then', () => {
    const now = conversation()
    const yesterday = conversation({ ...group, last: last({ time: NOW_S - 86_400 }) })
    const rows = [now, yesterday].map((item) => conversationRow(IDLE, item, t))
    const later = { ...IDLE, clock: NOW + 60_000 }
    expect(conversationRow(later, now, t).time).toBe('12:00')
    expect(conversationRow(later, yesterday, t)).toBe(rows[1])
  })

  test('is a new one in another language', () => {
    const bob = conversation()
    conversationRow(IDLE, bob, t)
    expect(conversationRow(IDLE, bob, translator('zh-CN')).time).toBe('刚刚')
  })

  test('has two actions under it for the notices of the system, which cannot be muted', () => {
    expect(rowOf().actions).toBe(3)
    expect(rowOf({ conversationID: '@TIM#SYSTEM', type: 'SYSTEM' }).actions).toBe(2)
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
    expect(preview({ name: 'Carol', content }, group)).toBe('“Carol” created the group')
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

describe('what is unread', () => {
  const badgeOf = ({ unread, dot }: ConversationRow) => ({ unread, dot })

  test('is counted', () => expect(badgeOf(rowOf({ unread: 3 }))).toEqual({ unread: '3', dot: false }))

  test('of a muted chat is a dot, and its number stands before the words', () => {
    const row = rowOf({ unread: 120, muted: true })
    expect(badgeOf(row)).toEqual({ unread: '', dot: true })
    expect(row.preview).toBe('[99+] hello')
    expect(rowOf({ unread: 1, muted: true }).preview).toBe('hello')
  })

  test('by hand only is a dot', () => {
    expect(badgeOf(rowOf({ markedUnread: true }))).toEqual({ unread: '', dot: true })
    expect(badgeOf(rowOf({ markedUnread: true, unread: 2 }))).toEqual({ unread: '2', dot: false })
    expect(rowOf({ markedUnread: true }).label).toBe('bob, Unread, hello, Just now')
  })
})

describe('what is under way', () => {
  const words = ({ tag, preview: shown, state: how }: ConversationRow) => [tag, shown, how]
  const writing = (draft: string): Partial<State> => ({
    composers: { C2Cbob: { text: draft, mentions: [] } },
  })
  const unsent = (fields: object): Partial<State> => ({ messages: { C2Cbob: thread([message(fields)]) } })

  test('a draft is told, as one line', () => {
    expect(words(rowOf({}, writing('see\nyou')))).toEqual(['[Draft] ', 'see you', ''])
    expect(words(rowOf({ draft: 'kept by the SDK' }))).toEqual(['[Draft] ', 'kept by the SDK', ''])
  })

  test('what is being written here counts more than what the SDK kept', () => {
    expect(words(rowOf({ draft: 'old' }, writing('new')))[1]).toBe('new')
  })

  test('a draft of blanks is none, and the chat that is open has none yet', () => {
    expect(words(rowOf({}, writing(' \n')))).toEqual(['', 'hello', ''])
    const open = { openChat: { conversationID: 'C2Cbob', shown: true, atBottom: true } }
    expect(words(rowOf({}, { ...writing('new'), ...open }))).toEqual(['', 'hello', ''])
  })

  test.each([
    ['me', '[Mentioned you] '],
    ['all', '[Mentioned all] '],
  ] as const)('a mention of %s comes before everything else', (mention, tag) => {
    const row = rowOf({ ...group, mention, last: last({ name: 'Carol' }) }, writing('draft'))
    expect(words(row)).toEqual([tag, 'Carol: hello', ''])
  })

  test('the peer is typing', () => {
    expect(words(rowOf({}, { typing: { C2Cbob: NOW + 5000 } }))).toEqual(['', 'Typing…', ''])
    expect(words(rowOf({}, { typing: { C2Cbob: NOW - 1 } }))).toEqual(['', 'hello', ''])
  })

  test.each([
    ['sending', 'sending', 'bob, on its way, Sending, Just now'],
    ['failed', 'failed', 'bob, on its way, Not sent, Just now'],
  ] as const)('an own message that is %s', (status, how, label) => {
    const row = rowOf({}, unsent({ own: true, status, content: { type: 'text', text: 'on its way' } }))
    expect(words(row)).toEqual(['', 'on its way', how])
    expect(row.label).toBe(label)
  })

  test('an own message that failed is told no more once something newer has come', () => {
    const row = rowOf({}, unsent({ own: true, status: 'failed', time: NOW_S - 60 }))
    expect(words(row)).toEqual(['', 'hello', ''])
  })
})

describe('who it is', () => {
  test('a person who is online says so, also to screen readers', () => {
    const row = rowOf({}, { presence: { bob: true } })
    expect(row.online).toBe(true)
    expect(row.label).toBe('bob, hello, Just now, Online')
    expect(rowOf({}, { presence: { bob: false } }).online).toBe(false)
    expect(rowOf({ conversationID: 'GROUPbob' }, { presence: { bob: true } }).online).toBe(false)
  })

  test('a group without a picture shows its members, one with a picture does not', () => {
    const faces = { team: ['a', 'b', 'c'].map((userID) => ({ userID, name: userID, avatar: '' })) }
    const shown = (fields: Partial<Conversation>) => rowOf({ ...group, ...fields }, { faces }).avatar.lines
    expect(shown({})?.map(({ tiles }) => tiles.map((tile) => tile.text).join(''))).toEqual(['A', 'BC'])
    expect(shown({ avatar: 'https://a.example/x.png' })).toBeUndefined()
  })
})
