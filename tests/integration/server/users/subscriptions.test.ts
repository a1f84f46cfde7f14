import { until, useServer } from '../../harness'

const ONLINE = 1

const many = Array.from({ length: 201 }, (_, index) => `user${index}`)
const users = ['alice', ...many].map((userID) => ({ userID, nick: '', avatar: '', selfSignature: '' }))
const server = useServer({ seed: { users, messages: [] } })

test('the oldest subscription goes when there are more than 200', async () => {
  const alice = await server.login('alice')
  for (const userIDList of [many.slice(0, 100), many.slice(100, 200), many.slice(200)]) {
    await alice.chat.subscribeUserStatus({ userIDList })
  }
  for (const userID of ['user0', 'user1', 'user200']) await server.login(userID)
  await until(() => alice.statusOf('user200')?.statusType === ONLINE, 'the last one is watched')
  expect(alice.statusOf('user1')?.statusType).toBe(ONLINE)
  expect(alice.statusOf('user0')).toBeUndefined()
  expect(server.current.reports).toEqual([])
})
