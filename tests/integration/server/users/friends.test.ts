import TencentCloudChat, { type Friend, type FriendApplication } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { EVENT, TYPES } = TencentCloudChat

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

afterEach(() => expect(server.current.reports).toEqual([]))

async function friendsOf(client: TestClient): Promise<Friend[]> {
  return ((await client.chat.getFriendList()) as { data: Friend[] }).data
}

async function friendIDs(client: TestClient): Promise<string[]> {
  return (await friendsOf(client)).map(({ userID }) => userID)
}

interface Applications {
  friendApplicationList: FriendApplication[]
  unreadCount: number
}

async function applicationsOf(client: TestClient): Promise<Applications> {
  return ((await client.chat.getFriendApplicationList()) as { data: Applications }).data
}

function becomeFriends(client: TestClient, to: string, more: Record<string, unknown> = {}): Promise<unknown> {
  const options = { to, source: 'AddSource_Type_Web', type: TYPES.SNS_ADD_TYPE_BOTH, ...more }
  return client.chat.addFriend(options)
}

/** With their profiles, which the SDK fetches on its own: deleted before that, a friend would come back. */
function haveFriends(client: TestClient, expected: string[]): Promise<unknown> {
  const complete = async (): Promise<boolean> => {
    const friends = await friendsOf(client)
    const userIDs = friends.map(({ userID }) => userID)
    return userIDs.join() === expected.join() && friends.every(({ profile }) => profile.nick)
  }
  return until(complete, `the friends of ${client.userID} are: ${expected.join(', ') || 'nobody'}`)
}

async function needsConfirmation(client: TestClient): Promise<void> {
  await client.chat.updateMyProfile({ allowType: TYPES.ALLOW_TYPE_NEED_CONFIRM })
}

describe('adding', () => {
  test('a user who allows it to everybody makes friends on both sides at once', async () => {
    await becomeFriends(alice, 'bob', { remark: 'Bobby', groupName: 'work' })
    await haveFriends(alice, ['bob'])
    await haveFriends(bob, ['alice'])
    await until(async () => (await friendsOf(alice))[0]?.remark === 'Bobby', 'the remark is there')
    expect((await friendsOf(alice))[0]).toMatchObject({
      groupList: ['work'],
      source: 'AddSource_Type_Web',
      profile: { nick: 'BOB' },
    })
    expect((await friendsOf(bob))[0]?.remark).toBe('')

    await alice.close()
    const aliceAgain = await server.login('alice')
    await haveFriends(aliceAgain, ['bob'])
    expect((await friendsOf(aliceAgain))[0]).toMatchObject({ remark: 'Bobby', groupList: ['work'] })
  })

  test('can be one-sided', async () => {
    await becomeFriends(alice, 'bob', { type: TYPES.SNS_ADD_TYPE_SINGLE })
    await haveFriends(alice, ['bob'])
    expect(await friendIDs(bob)).toEqual([])
    const check = async (client: TestClient, userID: string, type: string): Promise<string> => {
      const options = { userIDList: [userID], type: type as never }
      const { data } = (await client.chat.checkFriend(options)) as {
        data: { successUserIDList: { relation: string }[] }
      }
      return data.successUserIDList[0]?.relation ?? ''
    }
    expect(await check(alice, 'bob', TYPES.SNS_CHECK_TYPE_BOTH)).toBe(TYPES.SNS_TYPE_A_WITH_B)
    expect(await check(bob, 'alice', TYPES.SNS_CHECK_TYPE_BOTH)).toBe(TYPES.SNS_TYPE_B_WITH_A)
    expect(await check(bob, 'alice', TYPES.SNS_CHECK_TYPE_SINGLE)).toBe(TYPES.SNS_TYPE_NO_RELATION)
    await becomeFriends(bob, 'alice')
    await haveFriends(bob, ['alice'])
    expect(await check(alice, 'bob', TYPES.SNS_CHECK_TYPE_BOTH)).toBe(TYPES.SNS_TYPE_BOTH_WAY)
  })

  test('is refused by who denies it, for who is there already, and for who does not exist', async () => {
    await bob.chat.updateMyProfile({ allowType: TYPES.ALLOW_TYPE_DENY_ANY })
    await expect(becomeFriends(alice, 'bob')).rejects.toMatchObject({ code: 30516 })
    await expect(becomeFriends(alice, 'nobody')).rejects.toMatchObject({ code: 30003 })
    await expect(becomeFriends(alice, 'alice')).rejects.toMatchObject({ code: 30001 })
    await becomeFriends(alice, 'carol')
    await expect(becomeFriends(alice, 'carol')).rejects.toMatchObject({ code: 30001 })
    expect(await friendIDs(bob)).toEqual([])
  })
})

describe('an application', () => {
  beforeEach(() => needsConfirmation(bob))

  test('waits on both sides, is read, and makes friends when it is accepted', async () => {
    const { data } = (await becomeFriends(alice, 'bob', { wording: 'hi, me', remark: 'B' })) as {
      data: { code: number }
    }
    expect(data.code).toBe(30539)
    await until(async () => (await applicationsOf(bob)).unreadCount === 1, 'bob has an application')
    expect((await applicationsOf(bob)).friendApplicationList).toMatchObject([
      { userID: 'alice', nick: 'ALICE', wording: 'hi, me', type: TYPES.SNS_APPLICATION_SENT_TO_ME },
    ])
    expect((await applicationsOf(alice)).friendApplicationList).toMatchObject([
      { userID: 'bob', nick: 'BOB', wording: 'hi, me', type: TYPES.SNS_APPLICATION_SENT_BY_ME },
    ])
    await bob.chat.setFriendApplicationRead()
    expect((await applicationsOf(bob)).unreadCount).toBe(0)

    await bob.chat.acceptFriendApplication({ userID: 'alice', remark: 'A' } as never)
    await haveFriends(alice, ['bob'])
    await haveFriends(bob, ['alice'])
    await until(async () => (await friendsOf(bob))[0]?.remark === 'A', 'with the remark of bob')
    expect((await friendsOf(alice))[0]?.remark).toBe('B')
    for (const client of [alice, bob]) {
      const gone = async () => (await applicationsOf(client)).friendApplicationList.length === 0
      await until(gone, `nothing waits any more for ${client.userID}`)
    }
  })

  test('can be accepted one-sidedly', async () => {
    await becomeFriends(alice, 'bob')
    await until(async () => (await applicationsOf(bob)).unreadCount === 1, 'bob has an application')
    await bob.chat.acceptFriendApplication({ userID: 'alice', type: TYPES.SNS_APPLICATION_AGREE })
    await haveFriends(alice, ['bob'])
    const gone = async () => (await applicationsOf(bob)).friendApplicationList.length === 0
    await until(gone, 'nothing waits any more')
    expect(await friendIDs(bob)).toEqual([])
  })

  test('reaches who is offline, and goes when it is refused', async () => {
    await bob.close()
    await becomeFriends(alice, 'bob', { wording: 'while you were out' })
    const bobAgain = await server.login('bob')
    await until(async () => (await applicationsOf(bobAgain)).unreadCount === 1, 'bob has an application')
    expect((await applicationsOf(bobAgain)).friendApplicationList[0]?.wording).toBe('while you were out')
    await bobAgain.chat.refuseFriendApplication({ userID: 'alice' })
    for (const client of [alice, bobAgain]) {
      const gone = async () => (await applicationsOf(client)).friendApplicationList.length === 0
      await until(gone, `nothing waits any more for ${client.userID}`)
    }
    expect(await friendIDs(alice)).toEqual([])
    await expect(bobAgain.chat.refuseFriendApplication({ userID: 'alice' })).rejects.toMatchObject({
      code: 30614,
    })
  })

  test('can be deleted by its owner, for that side only', async () => {
    await becomeFriends(alice, 'bob')
    await until(async () => (await applicationsOf(bob)).unreadCount === 1, 'bob has an application')
    await alice.chat.deleteFriendApplication({ userID: 'bob', type: TYPES.SNS_APPLICATION_SENT_BY_ME })
    const gone = async () => (await applicationsOf(alice)).friendApplicationList.length === 0
    await until(gone, 'alice has none')
    expect((await applicationsOf(bob)).friendApplicationList).toHaveLength(1)
  })
})

describe('friends', () => {
  beforeEach(async () => {
    await becomeFriends(alice, 'bob')
    await haveFriends(alice, ['bob'])
    await haveFriends(bob, ['alice'])
  })

  test('are deleted on one side or on both', async () => {
    await alice.chat.deleteFriend({ userIDList: ['bob'], type: TYPES.SNS_DELETE_TYPE_SINGLE })
    await haveFriends(alice, [])
    expect(await friendIDs(bob)).toEqual(['alice'])
    await becomeFriends(alice, 'bob')
    await haveFriends(alice, ['bob'])
    await alice.chat.deleteFriend({ userIDList: ['bob'] })
    await haveFriends(alice, [])
    await haveFriends(bob, [])
  })

  test('have a remark, shown in the conversation list, and custom fields', async () => {
    await bob.sendText('alice', 'hello')
    await until(() => alice.conversation('bob'), 'the conversation is there')
    const friendCustomField = [{ key: 'Tag_SNS_Custom_Since', value: '2020' }]
    await alice.chat.updateFriend({ userID: 'bob', remark: 'Bobby', friendCustomField })
    await until(() => alice.conversation('bob')?.remark === 'Bobby', 'the list shows the remark')

    await alice.close()
    const aliceAgain = await server.login('alice')
    expect((await aliceAgain.synced())[0]).toMatchObject({ remark: 'Bobby' })
    await haveFriends(aliceAgain, ['bob'])
    expect((await friendsOf(aliceAgain))[0]).toMatchObject({ remark: 'Bobby', friendCustomField })
  })

  test('see a changed profile at once', async () => {
    await until(async () => (await friendsOf(alice))[0]?.profile.nick === 'BOB', 'alice has the profile')
    await bob.chat.updateMyProfile({ nick: 'Robert' })
    await until(async () => (await friendsOf(alice))[0]?.profile.nick === 'Robert', 'alice sees the new nick')
    expect(alice.seen(EVENT.PROFILE_UPDATED)).not.toEqual([])
  })

  test('have profiles that can be asked for, unlike others', async () => {
    const { data } = (await alice.chat.getFriendProfile({ userIDList: ['bob', 'carol'] })) as {
      data: { friendList: Friend[]; failureUserIDList: { userID: string }[] }
    }
    expect(data.friendList).toMatchObject([{ userID: 'bob', profile: { nick: 'BOB' } }])
    expect(data.failureUserIDList).toMatchObject([{ userID: 'carol' }])
  })
})
