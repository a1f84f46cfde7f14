import { message, messages, NOW_S, thread } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { allMessages } from '../../tests/fixtures/threads'
import {
  addNewer,
  addOlder,
  changeMessages,
  emptyThread,
  findMessage,
  findNewest,
  newestMessage,
  pagesNewestFirst,
  removeMessage,
  replaceMessage,
} from './thread'
import type { Message, Thread } from './types'

const next = { cursor: 'next', complete: false }
const ids = (list: readonly Message[]): string[] => list.map(({ ID }) => ID)
const idsOf = (from: Thread): string[] => ids(allMessages(from))
const frozen = (...args: Parameters<typeof thread>): Thread => deepFreeze(thread(...args))

test('an empty thread is loading', () => {
  expect(emptyThread()).toMatchObject({ phase: 'loading', complete: false, cursor: '', unreadAtOpen: 0 })
  expect(newestMessage(emptyThread())).toBeUndefined()
})

describe('history', () => {
  test('the first page is ready to be shown', () => {
    const page = messages(3)
    const loaded = addOlder(deepFreeze(emptyThread()), page, { cursor: 'c1', complete: true })
    expect(loaded).toMatchObject({ phase: 'ready', cursor: 'c1', complete: true, loadingOlder: false })
    expect(idsOf(loaded)).toEqual(ids(page))
  })

  test('of an answer, only the cursor and the end are kept beside the pages', () => {
    const answer = { messages: messages(2), ...next }
    expect(Object.keys(addOlder(emptyThread(), answer.messages, answer)).sort()).toEqual(
      Object.keys({ ...emptyThread(), error: undefined }).sort(),
    )
  })

  test('a first page without messages is ready as well', () => {
    expect(addOlder(emptyThread(), [], { cursor: '', complete: true })).toMatchObject({
      phase: 'ready',
      older: [],
      newer: [],
    })
  })

  test('each older page comes before everything that is loaded, which keeps its identity', () => {
    const all = messages(9)
    const first = frozen(all.slice(6))
    const second = addOlder(first, all.slice(3, 6), next)
    const third = addOlder(deepFreeze(second), all.slice(0, 3), next)
    expect(idsOf(third)).toEqual(ids(all))
    expect(third.newer).toBe(first.newer)
    expect(third.older[0]).toBe(second.older[0])
  })

  test('a page clears the lock and the failure of the try before', () => {
    const failed = {
      ...frozen(messages(1)),
      loadingOlder: true,
      error: { code: 1, op: '', retryable: true, cause: '' },
    }
    expect(addOlder(failed, [], next)).toMatchObject({ loadingOlder: false, error: undefined })
  })

  test('messages that are loaded already are not loaded twice', () => {
    const all = messages(6)
    const loaded = addOlder(frozen(all.slice(3)), all.slice(1, 5), next)
    expect(idsOf(loaded)).toEqual(ids(all.slice(1)))
    const again = addOlder(deepFreeze(loaded), all.slice(1, 3), next)
    expect(again.older).toBe(loaded.older)
  })

  test('a message that stands twice in one page is taken once', () => {
    const [one] = messages(1)
    expect(one && allMessages(addOlder(emptyThread(), [one, { ...one }], next))).toHaveLength(1)
  })

  test('history comes before messages that arrived while it was loading', () => {
    const all = messages(4)
    const live = addNewer(emptyThread(), all.slice(3))
    expect(idsOf(addOlder(deepFreeze(live), all, next))).toEqual(ids(all))
  })

  test('history stays before what is loaded when every newer message was deleted', () => {
    const all = messages(6)
    const emptied = changeMessages(frozen(all.slice(4), [all.slice(2, 4)]), (row) =>
      all.indexOf(row) >= 4 ? undefined : row,
    )
    expect(idsOf(addOlder(emptied, all.slice(0, 2), next))).toEqual(ids(all.slice(0, 4)))
  })
})

describe('live messages', () => {
  test('come after everything that is loaded, in the newest page', () => {
    const before = frozen(messages(2), [messages(2)])
    const late = message()
    const after = addNewer(before, [late])
    expect(newestMessage(after)).toBe(late)
    expect(after.older).toBe(before.older)
    expect(after.newer).toHaveLength(1)
    expect(after.newer[0]?.id).toBe(before.newer[0]?.id)
  })

  test('open a new page when the newest has 30', () => {
    const before = frozen(messages(29))
    const full = addNewer(before, [message()])
    const split = addNewer(deepFreeze(full), [message()])
    expect(full.newer.map((page) => page.messages.length)).toEqual([30])
    expect(split.newer.map((page) => page.messages.length)).toEqual([30, 1])
    expect(split.newer[0]).toBe(full.newer[0])
  })

  test('a burst keeps its order over page borders', () => {
    const burst = messages(75, NOW_S + 75)
    const after = addNewer(frozen(messages(1)), burst)
    expect(idsOf(after).slice(1)).toEqual(ids(burst))
    expect(after.newer.every((page) => page.messages.length <= 30)).toBe(true)
  })

  test('those that are there already are replaced, in their place and with their local id', () => {
    const all = messages(3)
    const before = frozen(all)
    const again = { ...(all[1] ?? message()), id: 'other', revoked: true }
    const after = addNewer(before, [again])
    expect(allMessages(after)[1]).toEqual({ ...again, id: all[1]?.id })
    expect(allMessages(after)).toHaveLength(3)
  })

  test('nothing new changes nothing', () => {
    const before = frozen(messages(3))
    expect(addNewer(before, [])).toBe(before)
  })

  test('those of the same second keep the order in which they came', () => {
    const burst = Array.from({ length: 4 }, () => message())
    expect(idsOf(addNewer(emptyThread(), burst))).toEqual(ids(burst))
  })
})

describe('messages that come late', () => {
  test('stand where their time says', () => {
    const all = messages(5)
    const late = all[2] ?? message()
    const after = addNewer(frozen(all.filter((row) => row !== late)), [late])
    expect(idsOf(after)).toEqual(ids(all))
  })

  test('stand where their time says when the newest page is full', () => {
    const all = messages(31)
    const late = all[28] ?? message()
    const after = addNewer(frozen(all.filter((row) => row !== late)), [late])
    expect(idsOf(after)).toEqual(ids(all))
    expect(after.newer.every((page) => page.messages.length <= 30)).toBe(true)
  })

  test('stand where their time says in a page before the newest', () => {
    const all = messages(40)
    const late = all[20] ?? message()
    const before = deepFreeze(
      addNewer(
        emptyThread(),
        all.filter((row) => row !== late),
      ),
    )
    const after = addNewer(before, [late])
    expect(idsOf(after)).toEqual(ids(all))
    expect(after.newer[after.newer.length - 1]).toBe(before.newer[before.newer.length - 1])
  })

  test('stand where their time says among older pages', () => {
    const all = messages(12)
    const late = all[4] ?? message()
    const before = frozen(all.slice(8), [all.slice(0, 8).filter((row) => row !== late)])
    const after = addNewer(before, [late])
    expect(idsOf(after)).toEqual(ids(all))
    expect(after.newer).toBe(before.newer)
  })

  test('all find their place when a reconnect brings many after a newer one', () => {
    const all = messages(60)
    const before = frozen(all.slice(0, 10))
    const after = addNewer(addNewer(before, all.slice(59)), all.slice(10, 59))
    expect(idsOf(after)).toEqual(ids(all))
    expect(after.newer.every((page) => page.messages.length <= 30)).toBe(true)
  })

  test('stand before newer ones also when an unsent message is the last', () => {
    const all = messages(3)
    const unsent = message({ own: true, status: 'failed', time: NOW_S })
    const before = frozen([...all.filter((_, at) => at !== 1), unsent])
    expect(idsOf(addNewer(before, all.slice(1, 2)))).toEqual([...ids(all), unsent.ID])
  })

  test('an own message that is being sent is always the last: the clock of a phone may be behind', () => {
    const sending = message({ own: true, status: 'sending', time: NOW_S - 3600 })
    const after = addNewer(frozen(messages(3)), [sending])
    expect(newestMessage(after)).toBe(sending)
  })

  test('a message that arrives after one being sent does not go before it', () => {
    const sending = message({ own: true, status: 'sending', time: NOW_S + 3600 })
    const arrived = message({ time: NOW_S + 1 })
    const after = addNewer(frozen([...messages(2), sending]), [arrived])
    expect(newestMessage(after)).toBe(arrived)
  })
})

describe('changes', () => {
  test('one changed message changes its page only', () => {
    const before = frozen(messages(3), [messages(3), messages(3)])
    const target = before.older[0]?.messages[1]
    const after = changeMessages(before, (row) => (row === target ? { ...row, revoked: true } : row))
    expect(after.newer).toBe(before.newer)
    expect(after.older[1]).toBe(before.older[1])
    expect(after.older[0]).not.toBe(before.older[0])
    expect(after.older[0]?.id).toBe(before.older[0]?.id)
    expect(after.older[0]?.messages[0]).toBe(before.older[0]?.messages[0])
    expect(after.older[0]?.messages[1]).toMatchObject({ id: target?.id, revoked: true })
  })

  test('a change of nothing is none', () => {
    const before = frozen(messages(3), [messages(3)])
    expect(changeMessages(before, (row) => row)).toBe(before)
    expect(replaceMessage(before, message())).toBe(before)
  })

  test('a removed message leaves the others as they are', () => {
    const all = messages(3)
    const after = changeMessages(frozen(all), (row) => (row === all[1] ? undefined : row))
    expect(allMessages(after)).toEqual([all[0], all[2]])
    expect(allMessages(after)[0]).toBe(all[0])
  })

  test('a page that lost its last message is gone', () => {
    const before = frozen(messages(2), [messages(1)])
    const after = changeMessages(before, (row) => (row === before.older[0]?.messages[0] ? undefined : row))
    expect(after.older).toEqual([])
    expect(after.newer).toBe(before.newer)
  })

  test('what was seen up to a message is seen up to the one before it when it is removed', () => {
    const all = messages(3)
    const seen = { ...frozen(all), seenID: all[1]?.id ?? '' }
    expect(removeMessage(seen, all[1]?.id ?? '').seenID).toBe(all[0]?.id)
    expect(removeMessage(seen, all[2]?.id ?? '').seenID).toBe(all[1]?.id)
    expect(allMessages(removeMessage(seen, all[1]?.id ?? ''))).toEqual([all[0], all[2]])
  })
})

test('pages and messages are found from the newest on', () => {
  const all = messages(6)
  const loaded = addNewer(frozen(all.slice(4), [all.slice(2, 4), all.slice(0, 2)]), messages(30, NOW_S + 30))
  expect(pagesNewestFirst(loaded).map((page) => page.messages.length)).toEqual([2, 30, 2, 2])
  expect(findMessage(loaded, (row) => row.ID === all[0]?.ID)).toBe(all[0])
  expect(findMessage(loaded, () => false)).toBeUndefined()
  expect(findNewest(frozen(all), (row) => row.time < NOW_S)).toBe(all[4])
})
