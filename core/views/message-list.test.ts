import { translator } from '../../locales/index'
import {
  C2C,
  chatError,
  GROUP,
  ME,
  message,
  messages,
  NOW,
  NOW_S,
  state,
  thread,
} from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import type { State } from '../store/state'
import { addNewer, addOlder, changeMessages, emptyThread } from '../store/thread'
import type { Message, Thread } from '../store/types'
import { messageListView, type MessageListView } from './message-list'
import type { MessageRow } from './message-row'

const t = translator('en')
const shows = (loaded: Thread, conversationID = C2C, fields: Partial<State> = {}): MessageListView =>
  messageListView(deepFreeze(state({ messages: { [conversationID]: loaded }, ...fields })), conversationID, t)
const rowsOf = (view: MessageListView): MessageRow[] =>
  [...[...view.older].reverse(), ...view.newer].flatMap((page) => page.rows)
const rows = (list: Message[], conversationID = C2C): MessageRow[] =>
  rowsOf(shows(thread(list), conversationID))
const row = (fields: Partial<Message>, conversationID = C2C): MessageRow => {
  const only = rows([message({ conversationID, ...fields })], conversationID)[0]
  if (!only) throw new Error('no row')
  return only
}
const older = { cursor: 'c', complete: false }

describe('phases', () => {
  test('a thread that is not there is loading', () => {
    expect(messageListView(state(), C2C, t)).toMatchObject({ phase: 'loading', older: [], newer: [] })
  })

  test('loading, empty, failed, ready', () => {
    expect(shows(emptyThread()).phase).toBe('loading')
    expect(shows({ ...emptyThread(), phase: 'ready' }).phase).toBe('empty')
    expect(shows({ ...emptyThread(), phase: 'failed', error: chatError() })).toMatchObject({
      phase: 'failed',
      error: 'The request timed out. Try again later',
    })
    expect(shows(thread(messages(1)))).toMatchObject({ phase: 'ready', error: '' })
  })
})

describe('time separators', () => {
  test('stand above the first message and after a pause of more than five minutes', () => {
    const times = [NOW_S - 4000, NOW_S - 3990, NOW_S - 3690, NOW_S - 3389].map((time) => message({ time }))
    expect(rows(times).map(({ time }) => time !== '')).toEqual([true, false, false, true])
  })

  test('are right across page borders, in both directions', () => {
    const all = messages(35, NOW_S + 34)
    const view = shows(addNewer(thread(all.slice(10, 20), [all.slice(0, 10)]), all.slice(20)))
    expect(rowsOf(view).map(({ time }) => time !== '')).toEqual(all.map((_, at) => at === 0))
    expect([view.older.length, view.newer.length]).toEqual([1, 1])
  })

  test('move up when an older page arrives', () => {
    const all = messages(4)
    const newest = thread(all.slice(2))
    const before = shows(newest)
    const after = shows(addOlder(newest, all.slice(0, 2), older))
    expect(rowsOf(before).map(({ time }) => time !== '')).toEqual([true, false])
    expect(rowsOf(after).map(({ time }) => time !== '')).toEqual([true, false, false, false])
    expect(rowsOf(after)[3]).toBe(rowsOf(before)[1])
  })

  test('stay when the older page is much older', () => {
    const newest = thread(messages(2))
    const before = shows(newest)
    const after = shows(addOlder(newest, messages(2, NOW_S - 9000), older))
    expect(after.newer[0]).toBe(before.newer[0])
  })

  test('are told from now', () => {
    const loaded = thread([message({ time: NOW_S - 86_400 })])
    expect(rowsOf(shows(loaded))[0]?.time).toBe('Yesterday 12:00')
    expect(rowsOf(shows(loaded, C2C, { clock: NOW + 86_400_000 }))[0]?.time).toBe('Wednesday 12:00')
  })
})

describe('runs of the same sender', () => {
  test('have the avatar and the name on their first row, in groups', () => {
    const list = ['bob', 'bob', 'carol', ME, 'carol'].map((from) =>
      message({ from, name: from, conversationID: GROUP }),
    )
    expect(rows(list, GROUP).map(({ first, name }) => [first, name])).toEqual([
      [true, 'bob'],
      [false, ''],
      [true, 'carol'],
      [true, ''],
      [true, 'carol'],
    ])
  })

  test('have no names between two people', () => expect(row({}).name).toBe(''))

  test('go on across page borders', () => {
    const all = messages(4)
    expect(rowsOf(shows(thread(all.slice(2), [all.slice(0, 2)]))).map(({ first }) => first)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('begin again after a pause and after a notice', () => {
    const list = [message({ time: NOW_S - 500 }), message({ revoked: true }), message()]
    expect(rows(list).map(({ first }) => first)).toEqual([true, true, true])
  })

  test('a name is one short line, and never nothing', () => {
    const name = (words: string): string => row({ name: words, from: 'bob' }, GROUP).name
    expect(name('\u202ea\nb')).toBe('a b')
    expect(name('名'.repeat(8192))).toHaveLength(31)
    expect(name('\u200b')).toBe('bob')
  })
})

describe('notices', () => {
  test('take the place of revoked messages', () => {
    expect(row({ revoked: true, revoker: 'bob' })).toMatchObject({
      kind: 'notice',
      text: 'bob recalled a message',
      editable: false,
    })
  })

  test('of the own text offer to edit it again', () => {
    expect(row({ from: ME, revoked: true, revoker: ME })).toMatchObject({
      text: 'You recalled a message',
      editable: true,
    })
    const picture = { type: 'face', index: 0, data: '' } as const
    expect(row({ from: ME, revoked: true, revoker: ME, content: picture }).editable).toBe(false)
  })

  test('tell what happened in the group', () => {
    const bob = { userID: 'bob', name: 'Bob', self: false }
    const content = {
      type: 'groupTip',
      operation: 2,
      operator: bob,
      members: [bob],
      invited: false,
      changes: {},
      muteSeconds: 0,
    } as const
    expect(row({ content }, GROUP)).toMatchObject({ kind: 'notice', text: '“Bob” left the group' })
  })

  test('begin a new run, also when they stand for a message of the same sender', () => {
    const created = { type: 'custom', data: 'group_create', description: '', extension: '' } as const
    const list = [message({ conversationID: GROUP, content: created }), message({ conversationID: GROUP })]
    expect(rows(list, GROUP).map(({ first }) => first)).toEqual([true, true])
  })

  test('say who revoked what another wrote', () => {
    const by = (fields: Partial<Message>): string =>
      row({ revoked: true, revoker: 'admin', ...fields }, GROUP).text
    expect(by({ name: 'Carol', from: 'carol', revokerName: 'Admin' })).toBe('Admin recalled a message')
    expect(by({ name: 'Carol', from: 'carol' })).toBe('admin recalled a message')
    expect(by({ name: 'Alice', from: ME, revokerName: 'Admin' })).toBe('Admin recalled a message')
    expect(by({ name: 'Alice', from: ME })).toBe('admin recalled a message')
    expect(by({ name: 'Carol', from: 'carol', revoker: '' })).toBe('Carol recalled a message')
  })

  test('of a hostile name are short', () => {
    const { text } = row({ revoked: true, name: `\u202e\n${'名'.repeat(8192)}` })
    expect(text).toBe(`${'名'.repeat(20)}… recalled a message`)
  })
})

describe('a row', () => {
  test('keeps the line breaks of a text, and all of it', () => {
    const text = `a\n${'字'.repeat(2048)}`
    expect(row({ content: { type: 'text', text } })).toMatchObject({ kind: 'text', text })
  })

  test('of a custom message nobody knows is told in words', () => {
    const content = { type: 'custom', data: 'null', description: '', extension: '' } as const
    expect(row({ content })).toMatchObject({ kind: 'summary', text: '[Unsupported message]' })
  })

  test('of a text that is none is not blank', () => {
    expect(row({ content: { type: 'text', text: '' } }).text).toBe('[Unsupported message]')
  })

  test.each([
    ['sending', 'sending'],
    ['sent', ''],
    ['failed', 'failed'],
  ] as const)('of a message that is %s has the state "%s"', (status, shown) => {
    expect(row({ own: true, status }).state).toBe(shown)
  })
})

describe('the receipt', () => {
  const receipts = (list: Message[], id = C2C): string[] => rows(list, id).map(({ receipt }) => receipt)
  const mine = (fields: Partial<Message> = {}): Message => message({ from: ME, ...fields })

  test('stands under the last own message only', () => {
    expect(receipts([mine({ peerRead: true }), mine({ peerRead: true }), message()])).toEqual([
      '',
      'Read',
      '',
    ])
    expect(receipts([mine({ peerRead: true }), mine()])).toEqual(['', 'Unread'])
  })

  test('is not given while the last own message is not sent', () => {
    expect(receipts([mine({ peerRead: true }), mine({ status: 'sending' })])).toEqual(['', ''])
    expect(receipts([mine({ peerRead: true }), mine({ status: 'failed' })])).toEqual(['', ''])
  })

  test('passes over what was revoked', () => {
    expect(receipts([mine(), mine({ revoked: true })])).toEqual(['Unread', ''])
  })

  test('is not given in groups', () =>
    expect(receipts([mine({ conversationID: GROUP })], GROUP)).toEqual(['']))

  test('changes its row and page only', () => {
    const last = mine()
    const loaded = thread([...messages(3), last], [messages(3)])
    const before = shows(loaded)
    const after = shows(changeMessages(loaded, (one) => (one === last ? { ...one, peerRead: true } : one)))
    expect(after.older[0]).toBe(before.older[0])
    expect(rowsOf(after).filter((one, at) => one !== rowsOf(before)[at])).toMatchObject([{ receipt: 'Read' }])
  })
})

describe('the pill', () => {
  const pill = (loaded: Thread, atBottom = false, open = C2C): string =>
    shows(loaded, C2C, { openChat: { conversationID: open, shown: true, atBottom } }).pill
  const seen = messages(2)
  const seenThread = (): Thread => ({ ...thread(seen), seenID: seen[1]?.id ?? '' })
  const more = (...list: Message[]): Thread => addNewer(seenThread(), list)

  test('counts the messages of others after the newest that was seen', () => {
    expect(pill(more(message(), message()))).toBe('2 new')
    expect(pill(more(...messages(120, NOW_S + 120)))).toBe('99+ new')
  })

  test('does not count own and revoked ones', () => {
    expect(pill(more(message({ own: true }), message({ revoked: true }), message()))).toBe('1 new')
    expect(pill(more(message({ own: true })))).toBe('')
  })

  test('is not there at the bottom, in another chat, or before anything was seen', () => {
    expect(pill(more(message()), true)).toBe('')
    expect(pill(more(message()), false, 'C2Cdave')).toBe('')
    expect(pill(thread(messages(3)))).toBe('')
    expect(shows(more(message())).pill).toBe('')
  })
})

describe('identity in a thread of 500', () => {
  const page = (at: number): Message[] => messages(15, NOW_S - at * 15)
  const pages = Array.from({ length: 33 }, (_, at) => page(at))
  const loaded = addNewer(thread(pages[0] ?? [], pages.slice(1)), messages(5, NOW_S + 5))
  const count = (before: MessageListView, after: MessageListView) => {
    const viewPages = (view: MessageListView) => [...view.older, ...view.newer]
    const known = { rows: new Set(rowsOf(before)), pages: new Set(viewPages(before)) }
    return {
      rows: rowsOf(after).filter((one) => !known.rows.has(one)).length,
      pages: viewPages(after).filter((one) => !known.pages.has(one)).length,
    }
  }
  // All of it is drawn.
  const windows = { [C2C]: { range: { newest: '', oldest: '' }, heights: {} } }
  const drawn = (one: Thread, fields: Partial<State> = {}): MessageListView =>
    shows(one, C2C, { windows, ...fields })
  const before = drawn(loaded)

  test('it has 500 rows', () => expect(rowsOf(before)).toHaveLength(500))

  test('nothing changed: no row and no page is another', () => {
    expect(count(before, drawn(loaded))).toEqual({ rows: 0, pages: 0 })
    expect(count(before, drawn({ ...loaded, loadingOlder: true }))).toEqual({ rows: 0, pages: 0 })
  })

  test.each([0, 7, 14])('one changed message changes one row and one page (message %i of a page)', (at) => {
    const target = loaded.older[10]?.messages[at]
    const changed = changeMessages(loaded, (one) =>
      one === target ? { ...one, content: { type: 'text', text: 'edited' } } : one,
    )
    expect(count(before, drawn(changed))).toEqual({ rows: 1, pages: 1 })
  })

  test('one new message is one row and one page', () => {
    expect(count(before, drawn(addNewer(loaded, [message({ time: NOW_S + 6 })])))).toEqual({
      rows: 1,
      pages: 1,
    })
  })

  test('an older page is its own rows, and the row that loses its separator', () => {
    const after = drawn(addOlder(loaded, messages(15, NOW_S - 33 * 15), older))
    expect(count(before, after)).toEqual({ rows: 16, pages: 2 })
  })

  test('a minute that passes changes only what tells the time differently', () => {
    const now = drawn(loaded)
    expect(count(now, drawn(loaded, { clock: NOW + 60_000 }))).toEqual({ rows: 0, pages: 0 })
  })

  test('another language changes everything', () => {
    const other = messageListView(state({ messages: { [C2C]: loaded }, windows }), C2C, translator('zh-CN'))
    expect(count(before, other).rows).toBe(500)
  })
})
