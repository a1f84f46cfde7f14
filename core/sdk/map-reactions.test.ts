import { mapReactions } from './map-reactions'

const ME = 'alice'
const reaction = (fields: object) => ({
  reactionID: '👍',
  totalUserCount: 2,
  partialUserList: [{ userID: 'bob', nick: 'Bob', avatar: '' }],
  reactedByMyself: true,
  ...fields,
})

test('a reaction is its emoji, how many gave it, and who', () => {
  expect(mapReactions([reaction({})], ME)).toEqual([
    { reactionID: '👍', count: 2, mine: true, names: ['Bob'] },
  ])
})

test('mine is told by the list of people where the server did not say', () => {
  const unsaid = (userID: string) =>
    mapReactions([reaction({ reactedByMyself: undefined, partialUserList: [{ userID }] })], ME)[0]?.mine
  expect(unsaid(ME)).toBe(true)
  expect(unsaid('bob')).toBe(false)
})

test('those that nobody gives any more are left out', () => {
  expect(mapReactions([reaction({ totalUserCount: 0 })], ME)).toEqual([])
})

test.each([
  undefined,
  null,
  'x',
  {},
  [null, 7, {}, reaction({ reactionID: 7 }), reaction({ reactionID: 'x'.repeat(100) })],
  [reaction({ totalUserCount: -1 }), reaction({ totalUserCount: NaN })],
])('%j has none', (list) => expect(mapReactions(list, ME)).toEqual([]))

test('endless lists have an end', () => {
  const users = Array.from({ length: 1000 }, (_, at) => ({ userID: `u${at}` }))
  const list = Array.from({ length: 1000 }, (_, at) =>
    reaction({ reactionID: `r${at}`, partialUserList: users }),
  )
  const mapped = mapReactions(list, ME)
  expect(mapped).toHaveLength(50)
  expect(mapped[0]?.names).toHaveLength(10)
})
