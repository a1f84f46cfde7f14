import TencentCloudChat from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat

async function blacklistOf(client: TestClient): Promise<string[]> {
  return ((await client.chat.getBlacklist()) as { data: string[] }).data
}

function add(client: TestClient, to: string, type: string = TYPES.SNS_ADD_TYPE_BOTH): Promise<unknown> {
  return client.chat.addFriend({ to, source: 'AddSource_Type_Web', type } as never)
}

/** With their profiles: see `friends.test.ts`. */
function hasFriends(client: TestClient, expected: string[]): Promise<unknown> {
  return until(
    async () => {
      const { data } = (await client.chat.getFriendList()) as {
        data: { userID: string; profile: { nick?: string } }[]
      }
      return (
        data.map(({ userID }) => userID).join() === expected.join() &&
        data.every(({ profile }) => profile.nick)
      )
    },
    `the friends of ${client.userID} are: ${expected.join(', ') || 'nobody'}`,
  )
}

describe('the blacklist', () => {
  const server = useServer()
  let alice: TestClient
  let bob: TestClient

  beforeEach(async () => {
    alice = await server.login('alice')
    bob = await server.login('bob')
  })

  afterEach(() => expect(server.current.reports).toEqual([]))

  async function block(client: TestClient, userID: string): Promise<void> {
    await client.chat.addToBlacklist({ userIDList: [userID] })
    await until(async () => (await blacklistOf(client)).includes(userID), `${client.userID} blocks ${userID}`)
  }

  test('keeps messages of who is on it away, but not those of its owner', async () => {
    await block(alice, 'bob')
    await expect(bob.sendText('alice', 'let me in')).rejects.toMatchObject({ code: 20007 })
    await alice.sendText('bob', 'stay out')
    await bob.receivedText('stay out')
    await alice.chat.removeFromBlacklist({ userIDList: ['bob'] })
    await bob.sendText('alice', 'thanks')
    await alice.receivedText('thanks')
    expect(await blacklistOf(alice)).toEqual([])
    expect(await alice.history('bob')).toHaveLength(2)
  })

  test('is there after a new login', async () => {
    await block(alice, 'bob')
    await alice.close()
    const aliceAgain = await server.login('alice')
    await until(async () => (await blacklistOf(aliceAgain)).join() === 'bob', 'bob is still blocked')
  })

  test('ends a friendship on both sides, and allows none', async () => {
    await add(alice, 'bob')
    await hasFriends(alice, ['bob'])
    await hasFriends(bob, ['alice'])
    await block(alice, 'bob')
    await hasFriends(alice, [])
    await hasFriends(bob, [])
    await expect(add(alice, 'bob')).rejects.toMatchObject({ code: 30515 })
    await expect(add(bob, 'alice')).rejects.toMatchObject({ code: 30525 })
  })

  test('takes nobody who does not exist', async () => {
    await alice.chat.addToBlacklist({ userIDList: ['nobody', 'carol'] })
    await until(async () => (await blacklistOf(alice)).length > 0, 'carol is blocked')
    expect(await blacklistOf(alice)).toEqual(['carol'])
  })
})

describe('with messages between friends only', () => {
  const server = useServer({ friendsOnly: true })

  test('both must be friends of each other', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    await expect(alice.sendText('bob', '1')).rejects.toMatchObject({ code: 20009 })
    await add(alice, 'bob', TYPES.SNS_ADD_TYPE_SINGLE)
    await expect(alice.sendText('bob', '2')).rejects.toMatchObject({ code: 20010 })
    await expect(bob.sendText('alice', '3')).rejects.toMatchObject({ code: 20011 })
    await add(bob, 'alice')
    await alice.sendText('bob', 'now we are friends')
    await bob.receivedText('now we are friends')
  })
})
