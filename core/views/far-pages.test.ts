import { diff } from '../../components/base/diff'
import { translator } from '../../locales/index'
import { C2C, ME, message, messages, NOW_S, state, thread } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import type { State } from '../store/state'
import { addNewer, addOlder, changeMessages } from '../store/thread'
import type { Message, Thread } from '../store/types'
import { messageListView, type MessageListView } from './message-list'

const shows = (loaded: Thread, conversationID = C2C, fields: Partial<State> = {}): MessageListView =>
  messageListView(
    deepFreeze(state({ messages: { [conversationID]: loaded }, ...fields })),
    conversationID,
    translator('en'),
  )
const rowsOf = ({ older, newer }: MessageListView) => [...older, ...newer].flatMap((page) => page.rows)

describe('what is far away from the reader', () => {
  const page = (at: number): Message[] => messages(15, NOW_S - at * 15)
  const loaded = thread(
    page(0),
    Array.from({ length: 39 }, (_, at) => page(at + 1)),
  )
  const ids = [...loaded.newer, ...loaded.older].map(({ id }) => id)
  const windows = {
    [C2C]: {
      range: { newest: ids[20] ?? '', oldest: ids[22] ?? '' },
      heights: Object.fromEntries(ids.map((id) => [id, { px: 500.5, count: 15 }])),
    },
  }
  const view = shows(loaded, C2C, { windows })

  test('has no rows, only room as high as it was', () => {
    expect(rowsOf(view)).toHaveLength(45)
    expect(view.older).toHaveLength(39)
    expect(view).toMatchObject({ roomBelow: 20 * 500.5, roomAbove: 17 * 500.5 })
  })

  test('costs nothing when it changes, and a window that moves costs the rows that come', () => {
    const target = loaded.older[2]?.messages[0]
    const revoked = changeMessages(loaded, (one) => (one === target ? { ...one, revoked: true } : one))
    expect(diff(view, shows(revoked, C2C, { windows }))).toEqual({})
    const range = { newest: ids[21] ?? '', oldest: ids[23] ?? '' }
    const moved = shows(loaded, C2C, { windows: { [C2C]: { ...windows[C2C], range } } })
    expect(Object.keys(diff(view, moved)).sort()).toEqual([
      'older[19].rows',
      'older[22].rows',
      'roomAbove',
      'roomBelow',
      'span',
    ])
  })

  test('a reader who is far up is led back by a pill', () => {
    const openChat = { conversationID: C2C, shown: true, atBottom: false }
    expect(shows(loaded, C2C, { windows, openChat }).pill).toBe('Back to newest')
    expect(shows(loaded, C2C, { openChat }).pill).toBe('')
  })
})

describe('what is told beside the rows', () => {
  const loaded = thread(messages(30))
  const [first, second] = loaded.newer[0]?.messages ?? []
  const id = first?.id ?? ''
  const cost = (fields: Partial<State>): object => diff(shows(loaded), shows(loaded, C2C, fields))

  test('a voice message that is heard, a selection, a jump: one small path each, no row', () => {
    expect(cost({ playing: { conversationID: C2C, id, phase: 'loading' } })).toEqual({
      'playing.id': id,
      'playing.phase': 'loading',
    })
    expect(cost({ selection: { conversationID: C2C, ids: [id, second?.id ?? ''] } })).toEqual({
      selecting: true,
      [`selected.${id}`]: true,
      [`selected.${second?.id ?? ''}`]: true,
    })
    expect(cost({ jump: { conversationID: C2C, id, count: 4, flash: true } })).toEqual({
      'jump.id': id,
      'jump.count': 4,
      'jump.flash': true,
    })
  })

  test('nothing of another chat', () => {
    expect(
      cost({
        playing: { conversationID: 'C2Cdave', id, phase: 'playing' },
        selection: { conversationID: 'C2Cdave', ids: [id] },
        jump: { conversationID: 'C2Cdave', id, count: 4, flash: true },
      }),
    ).toEqual({})
  })

  test('the unread line stands over the first unread message, as soon as it is loaded', () => {
    const all = messages(40)
    const opened = { ...thread(all.slice(25)), unreadAtOpen: 20 }
    expect(shows(opened).line).toBe('')
    expect(shows(addOlder(opened, all.slice(10, 25), { cursor: 'c', complete: false })).line).toBe(
      all[20]?.id,
    )
  })

  test('what is unread above is told until older pages are scrolled to, also in a chat that was open before', () => {
    const all = messages(60)
    const loaded = addOlder(thread(all.slice(30)), all.slice(15, 30), { cursor: 'c', complete: false })
    const unreadLine = all[40]?.id ?? ''
    const opened = { ...loaded, unreadAtOpen: 20, unreadLine, olderAtOpen: loaded.older.length }
    expect(shows(opened).above).toBe('20 unread')
    const scrolled = addOlder(opened, all.slice(0, 15), { cursor: 'd', complete: false })
    expect(shows(scrolled).above).toBe('')
  })

  test('a mention among new messages names itself in the pill and is led to', () => {
    const openChat = { conversationID: C2C, shown: true, atBottom: false }
    const seen = { ...thread(messages(3)), seenID: 'nobody' }
    const last = seen.newer[0]?.messages[2]
    const at = message({ mentions: [ME] })
    const grown = addNewer({ ...seen, seenID: last?.id ?? '' }, [message(), at, message()])
    expect(shows(grown, C2C, { openChat })).toMatchObject({ pill: 'You were mentioned', pillTo: at.id })
  })
})
