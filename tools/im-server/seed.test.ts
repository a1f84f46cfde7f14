import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Domain } from './domain'
import { conversationOf } from './domain/c2c-messages'
import { c2cMessageKey } from './domain/message-key'
import { MemoryStorage } from './memory-storage'
import { parseSeed, plantSeed } from './seed'

const users = [
  { userID: 'a', nick: 'A' },
  { userID: 'b', nick: 'B' },
]

const pair = { groupID: 'g', name: 'G', owner: 'a', members: ['b'] }
const said = { text: 'x', minutesAgo: 1 }

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
  [{ users, groups: [{ groupID: 'g', name: 'G', owner: 'a', members: ['c'] }] }, 'c is not among the users'],
  [{ users, groups: [{ groupID: 'g', name: 'G', owner: 'a', members: ['a'] }] }, 'the member a occurs twice'],
  [{ users, groups: [{ groupID: 'g', type: 'AVChatRoom' }] }, 'groups[0]: type must be one of Work, Public'],
  [{ users, groups: [{ ...pair, type: 'Community' }] }, '@TGS#_ is how the IDs of communities begin'],
  [{ users, messages: [{ from: 'a', group: 'g', text: 'x', minutesAgo: 1 }] }, 'g is not among the groups'],
  [
    { users: [...users, { userID: 'c' }], groups: [pair], messages: [{ from: 'c', group: 'g', ...said }] },
    'c is not in the group g',
  ],
  [
    { users, groups: [pair], messages: [{ from: 'a', to: 'b', group: 'g', ...said }] },
    'messages[0]: a message goes to a user or to a group',
  ],
  [{ users, messages: [{ from: 'a', to: 'b', face: {}, minutesAgo: 1 }] }, 'messages[0]: index must be'],
  [{ users, messages: [{ from: 'a', to: 'b', ...said, reactions: { x: 'a' } }] }, 'x must be a list'],
  [{ users, friends: [{ between: ['a'] }] }, 'friends[0]: between must be two IDs'],
  [{ users, applications: [{ from: 'a', to: 'x' }] }, 'applications: x is not among the users'],
  [{ users, conversations: [{ owner: 'a', groupID: 'g' }] }, 'g is not among the groups'],
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

test('groups have members with roles, and messages that not everybody has read', () => {
  const { groups, groupReading, groupMessages, list, notices } = planted({
    users: [...users, { userID: 'c', nick: 'C' }],
    groups: [
      {
        ...{ groupID: 'g', type: 'Public', name: 'G', notification: 'hello', owner: 'a' },
        members: [{ userID: 'b', role: 'Admin', nameCard: 'Bee' }, 'c'],
      },
    ],
    messages: [
      { from: 'b', group: 'g', text: 'second', minutesAgo: 4, unread: ['c'], at: ['c'] },
      { from: 'a', group: 'g', text: 'first', minutesAgo: 5 },
      { from: 'a', group: 'g', text: 'third', minutesAgo: 3, unread: true, at: ['all'] },
    ],
    conversations: [{ owner: 'b', groupID: 'g', pinned: true, muted: true }],
  })
  expect(groups.get('g')).toMatchObject({ type: 'Public', owner: 'a', notification: 'hello' })
  expect(groups.members('g').map(({ userID, role }) => `${userID} ${role}`)).toEqual([
    'a Owner',
    'b Admin',
    'c Member',
  ])
  expect(groups.member('g', 'b')).toMatchObject({ nameCard: 'Bee', remind: 'AcceptNotNotify' })
  expect(JSON.stringify(groupMessages.get('g', 1)?.body)).toContain('first')
  expect(['a', 'b', 'c'].map((userID) => groupReading.unreadCount('g', userID))).toEqual([0, 1, 2])
  expect(['a', 'b', 'c'].map((userID) => notices.mentionsOf(userID).length)).toEqual([0, 1, 2])
  expect(list.entry('b', { kind: 'group', groupID: 'g' })).toMatchObject({ listed: true, pinned: true })
})

test('messages can be more than text, and have reactions', () => {
  const { c2c, reactions } = planted({
    users,
    messages: [
      { from: 'a', to: 'b', face: { index: 1, data: 'smile' }, minutesAgo: 4 },
      { from: 'a', to: 'b', location: { description: 'Park', latitude: 1.5, longitude: 2 }, minutesAgo: 3 },
      { from: 'a', to: 'b', custom: { data: { id: 7 } }, minutesAgo: 2, reactions: { '👍': ['b', 'a'] } },
    ],
  })
  const placed = [...c2c.forwards('b', 'a', 0)]
  expect(placed.map(({ message }) => message.body)).toEqual([
    [{ MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'smile' } }],
    [{ MsgType: 'TIMLocationElem', MsgContent: { Desc: 'Park', Latitude: 1.5, Longitude: 2 } }],
    [{ MsgType: 'TIMCustomElem', MsgContent: { Data: '{"id":7}', Desc: '', Ext: '' } }],
  ])
  const key = c2cMessageKey({ conversation: conversationOf('a', 'b'), position: 3 })
  expect(reactions.of(key)).toEqual([{ reactionID: '👍', userIDs: ['b', 'a'] }])
})

test('people know, seek and avoid each other', () => {
  const { relations, applications } = planted({
    users: [...users, { userID: 'c', nick: 'C' }],
    friends: [{ between: ['a', 'b'], remarks: { a: 'Bee' } }],
    applications: [{ from: 'c', to: 'a', wording: 'hello' }],
    blacklist: [{ owner: 'b', userID: 'c' }],
  })
  expect([relations.remark('a', 'b'), relations.remark('b', 'a')]).toEqual(['Bee', ''])
  expect(relations.friend('b', 'a')).toBeDefined()
  expect(applications.received('a', 'c')).toMatchObject({ wording: 'hello', read: false })
  expect(relations.hasBlocked('b', 'c')).toBe(true)
})

test('the demo seed is valid and has what the demo shows', () => {
  const file = join(__dirname, 'seeds', 'demo.json')
  const { accounts, applications, c2c, groups, list } = planted(JSON.parse(readFileSync(file, 'utf8')))
  expect(accounts.nick('alice')).toBe('林晓雨')
  expect(accounts.nick('bob')).toBe('王浩')
  expect(list.peers('alice').length).toBeGreaterThanOrEqual(10)
  expect([...c2c.forwards('alice', 'bob', 0)].length).toBeGreaterThanOrEqual(60)
  expect(
    list.peers('alice').some((peer) => peer.kind === 'c2c' && c2c.unreadCount('alice', peer.userID) > 0),
  ).toBe(true)
  expect(groups.groupsOf('alice').map(({ name }) => name)).toContain('一家人')
  expect(groups.groupsOf('bob').length).toBeGreaterThanOrEqual(2)
  expect(applications.unreadCount('alice')).toBe(1)
  expect(list.peers('bob')[0]).toEqual({ kind: 'c2c', userID: 'alice' })
})
