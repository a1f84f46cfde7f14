import { createPlayedBook, noMemory, type Memory, type PlayedBook } from './played'

const NOW_S = 1_700_000_000
const DAY = 24 * 3600

function phoneMemory(): Memory & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>()
  return {
    kept,
    read: (key) => kept.get(key),
    // The phone keeps JSON.
    write: (key, value) => void kept.set(key, JSON.parse(JSON.stringify(value))),
  }
}

let user = 'alice'
const book = (memory: Memory): PlayedBook =>
  createPlayedBook(
    memory,
    () => user,
    () => NOW_S * 1000,
  )

beforeEach(() => {
  user = 'alice'
})

test('what was listened to is known, also after a new start', () => {
  const memory = phoneMemory()
  const played = book(memory)
  expect(played.has('m1', NOW_S)).toBe(false)
  played.add('m1', NOW_S)
  expect(played.has('m1', NOW_S)).toBe(true)
  expect(book(memory).has('m1', NOW_S)).toBe(true)
  expect(book(memory).has('m2', NOW_S)).toBe(false)
})

test('each account has its own', () => {
  const memory = phoneMemory()
  const played = book(memory)
  played.add('m1', NOW_S)
  user = 'bob'
  expect(played.has('m1', NOW_S)).toBe(false)
  played.add('m2', NOW_S)
  user = 'alice'
  expect(played.has('m1', NOW_S)).toBe(true)
  expect(played.has('m2', NOW_S)).toBe(false)
})

test('on a new phone last week’s messages are new, and older ones are not', () => {
  const played = book(noMemory)
  expect(played.has('yesterday', NOW_S - DAY)).toBe(false)
  expect(played.has('long ago', NOW_S - 8 * DAY)).toBe(true)
})

test('it stays small, and what falls out of it never looks new again', () => {
  const memory = phoneMemory()
  const played = book(memory)
  for (let at = 0; at < 1000; at++) played.add(`alice-${1_000_000_000 + at}-${at}`, NOW_S + at)
  expect(JSON.stringify([...memory.kept.values()]).length).toBeLessThan(12_000)
  const again = book(memory)
  for (let at = 0; at < 1000; at++)
    expect([at, again.has(`alice-${1_000_000_000 + at}-${at}`, NOW_S + at)]).toEqual([at, true])
  expect(again.has('new', NOW_S + 1000)).toBe(false)
})

test('a shared phone does not fill up with accounts', () => {
  const memory = phoneMemory()
  const played = book(memory)
  for (let at = 0; at < 50; at++) {
    user = `user${at}`
    played.add('m1', NOW_S)
  }
  expect(JSON.stringify([...memory.kept.values()]).length).toBeLessThan(500)
  expect(book(memory).has('m1', NOW_S)).toBe(true)
})

test.each([
  undefined,
  '',
  'x',
  7,
  {},
  [null, 7, { userID: 'alice' }],
  [{ userID: 'alice', before: 0, played: [1, []] }],
])('what the phone kept may be anything: %j', (kept) => {
  const played = book({ read: () => kept, write: () => undefined })
  expect(played.has('m1', NOW_S)).toBe(false)
  played.add('m1', NOW_S)
  expect(played.has('m1', NOW_S)).toBe(true)
})
