import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Domain } from './domain'
import { MemoryStorage } from './memory-storage'
import { parseSeed, plantSeed } from './seed'

const users = [
  { userID: 'a', nick: 'A' },
  { userID: 'b', nick: 'B' },
]

function planted(document: unknown): Domain {
  const domain = new Domain(new MemoryStorage())
  plantSeed(domain, parseSeed(document))
  return domain
}

test.each([
  [[], 'the seed must be a JSON object'],
  [{ users: [{ nick: 'x' }] }, 'users[0]: userID must be a string'],
  [{ users: [...users, { userID: 'a' }] }, 'users: the userID a occurs twice'],
  [{ users, messages: [{ from: 'a', to: 'b', text: 'x' }] }, 'messages[0]: minutesAgo must be'],
  [{ users, messages: [{ from: 'a', to: 'c', text: 'x', minutesAgo: 1 }] }, 'c is not among the users'],
  [{ users, generate: [{ from: 'a', to: 'b' }] }, 'generate[0]: count must be'],
])('%j is refused: %s', (document, message) => {
  expect(() => parseSeed(document)).toThrow(message)
})

test('messages are sorted by age, and read unless the seed says otherwise', () => {
  const { c2c } = planted({
    users,
    messages: [
      { from: 'b', to: 'a', text: 'third', minutesAgo: 1, unread: true },
      { from: 'b', to: 'a', text: 'second', minutesAgo: 2, unread: true },
      { from: 'a', to: 'b', text: 'first', minutesAgo: 3 },
    ],
  })
  const texts = [...c2c.forwards('a', 'b', 0)].map(({ message }) => JSON.stringify(message.body))
  expect(texts.map((text) => /first|second|third/.exec(text)?.[0])).toEqual(['first', 'second', 'third'])
  expect(c2c.unreadCount('a', 'b')).toBe(2)
  expect(c2c.unreadCount('b', 'a')).toBe(0)
})

test('long conversations can be generated', () => {
  const { c2c } = planted({ users, generate: [{ from: 'a', to: 'b', count: 1000 }] })
  expect([...c2c.forwards('b', 'a', 0)]).toHaveLength(1000)
  expect(c2c.unreadCount('b', 'a')).toBe(0)
})

test('the demo seed is valid and has what the demo shows', () => {
  const file = join(__dirname, 'seeds', 'demo.json')
  const { accounts, c2c, list } = planted(JSON.parse(readFileSync(file, 'utf8')))
  expect(accounts.nick('alice')).toBe('林晓雨')
  expect(accounts.nick('bob')).toBe('王浩')
  expect(list.peers('alice').length).toBeGreaterThanOrEqual(10)
  expect([...c2c.forwards('alice', 'bob', 0)].length).toBeGreaterThanOrEqual(60)
  expect(
    list.peers('alice').some((peer) => peer.kind === 'c2c' && c2c.unreadCount('alice', peer.userID) > 0),
  ).toBe(true)
})
