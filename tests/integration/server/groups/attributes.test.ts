import { until, useServer, type TestClient } from '../../harness'
import { codeOf, createGroup, dataOf, EVENT, hasGroup, TYPES } from './steps'

const server = useServer()
afterEach(() => expect(server.current.reports).toEqual([]))

let alice: TestClient
let bob: TestClient
let groupID: string

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
  ;({ groupID } = await createGroup(alice, { type: TYPES.GRP_WORK, memberList: [{ userID: 'bob' }] }))
  await hasGroup(bob, groupID)
})

async function attributes(client: TestClient, keyList: string[] = []): Promise<Record<string, string>> {
  const call = client.chat.getGroupAttributes({ groupID, keyList })
  return (await dataOf<{ groupAttributes: Record<string, string> }>(call)).groupAttributes
}

/** Waits until the client was told that the attributes are these. */
const knows = (client: TestClient, expected: Record<string, string>) =>
  until(
    () => {
      const last = client.seen<{ groupAttributes: object }>(EVENT.GROUP_ATTRIBUTES_UPDATED).at(-1)
      return last && JSON.stringify(last.groupAttributes) === JSON.stringify(expected)
    },
    `${client.userID} knows ${JSON.stringify(expected)}`,
  )

describe('attributes', () => {
  test('are set anew, changed, deleted and cleared, and all members know', async () => {
    await alice.chat.initGroupAttributes({ groupID, groupAttributes: { a: '1', b: '2' } })
    await knows(bob, { a: '1', b: '2' })
    await bob.chat.setGroupAttributes({ groupID, groupAttributes: { b: '3', c: '4' } })
    await knows(alice, { a: '1', b: '3', c: '4' })
    await alice.chat.deleteGroupAttributes({ groupID, keyList: ['a'] })
    await knows(bob, { b: '3', c: '4' })
    expect(await attributes(bob, ['c'])).toEqual({ c: '4' })
    await bob.close()
    const bobAgain = await server.login('bob')
    await hasGroup(bobAgain, groupID)
    expect(await attributes(bobAgain)).toEqual({ b: '3', c: '4' })
    await bobAgain.chat.deleteGroupAttributes({ groupID, keyList: [] })
    await knows(alice, {})
    expect(await attributes(alice)).toEqual({})
  })

  test('of two changes at once one is refused, and can be repeated', async () => {
    await alice.chat.initGroupAttributes({ groupID, groupAttributes: { turn: '0' } })
    await knows(bob, { turn: '0' })
    const codes = await Promise.all(
      [alice, bob].map((client) =>
        codeOf(client.chat.setGroupAttributes({ groupID, groupAttributes: { turn: '1' } })),
      ),
    )
    expect(codes.sort()).toEqual([0, 10056])
    await until(
      async () =>
        (await codeOf(alice.chat.setGroupAttributes({ groupID, groupAttributes: { turn: 'alice' } }))) === 0,
      'alice is up to date',
    )
  })

  test('are limited in number and size, and what does not exist cannot be deleted', async () => {
    const set = (groupAttributes: Record<string, string>) =>
      codeOf(alice.chat.initGroupAttributes({ groupID, groupAttributes }))
    expect(await set({ ['k'.repeat(33)]: '' })).toBe(10045)
    expect(await set({ k: 'v'.repeat(4097) })).toBe(10046)
    const many = (count: number, value: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))
    expect(await set(many(17, 'v'))).toBe(10047)
    expect(await set(many(5, 'v'.repeat(4096)))).toBe(10048)
    expect(await codeOf(alice.chat.deleteGroupAttributes({ groupID, keyList: ['k'] }))).toBe(10050)
    expect(await set(many(16, 'v'))).toBe(0)
  })
})

describe('counters', () => {
  async function counters(client: TestClient, keyList: string[] = []): Promise<Record<string, number>> {
    const call = client.chat.getGroupCounters({ groupID, keyList })
    return (await dataOf<{ counters: Record<string, number> }>(call)).counters
  }
  const hears = (client: TestClient, key: string, value: number) =>
    until(() => {
      const updates = client.seen<{ key: string; value: number }>(EVENT.GROUP_COUNTER_UPDATED)
      return updates.some((update) => update.key === key && update.value === value)
    }, `${client.userID} hears that ${key} is ${value}`)

  test('are set, increased and decreased, and all members hear of it', async () => {
    const set = alice.chat.setGroupCounters({ groupID, counters: { likes: 10, views: 5 } })
    expect(await dataOf(set)).toEqual({ counters: { likes: 10, views: 5 } })
    await hears(bob, 'likes', 10)
    const more = bob.chat.increaseGroupCounter({ groupID, key: 'likes', value: 2 })
    expect(await dataOf(more)).toEqual({ counters: { likes: 12 } })
    await hears(alice, 'likes', 12)
    await alice.chat.decreaseGroupCounter({ groupID, key: 'views', value: 7 })
    await hears(bob, 'views', -2)
    await bob.close()
    const bobAgain = await server.login('bob')
    await hasGroup(bobAgain, groupID)
    expect(await counters(bobAgain)).toEqual({ likes: 12, views: -2 })
    expect(await counters(bobAgain, ['views'])).toEqual({ views: -2 })
  })

  test('add up, however many count at once', async () => {
    const counting = Array.from({ length: 10 }, (_, index) =>
      (index % 2 ? alice : bob).chat.increaseGroupCounter({ groupID, key: 'likes', value: 1 }),
    )
    await Promise.all(counting)
    await hears(alice, 'likes', 10)
    expect(await counters(alice)).toEqual({ likes: 10 })
  })

  test('are limited in number', async () => {
    const names = Array.from({ length: 21 }, (_, index) => [`k${index}`, 1])
    const set = alice.chat.setGroupCounters({ groupID, counters: Object.fromEntries(names) as never })
    expect(await codeOf(set)).toBe(10004)
    expect(await counters(alice)).toEqual({})
  })
})
