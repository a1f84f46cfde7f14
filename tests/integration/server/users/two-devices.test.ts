import TencentCloudChat, { type Friend } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { EVENT, TYPES } = TencentCloudChat

const server = useServer({ devices: 2 })
let alice: TestClient
/** Another instance of the same user. */
let tablet: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  tablet = await server.login('alice')
})

afterEach(() => expect(server.current.reports).toEqual([]))

async function friendOf(client: TestClient): Promise<Friend | undefined> {
  const { data } = (await client.chat.getFriendList()) as { data: Friend[] }
  return data.find(({ profile }) => profile.nick)
}

function add(client: TestClient, to: string): Promise<unknown> {
  const options = { to, source: 'AddSource_Type_Web', type: TYPES.SNS_ADD_TYPE_BOTH }
  return client.chat.addFriend(options)
}

test('friends, their remarks and their groups are the same on both', async () => {
  await add(alice, 'bob')
  await until(() => friendOf(tablet), 'the tablet has bob')
  await until(() => friendOf(alice), 'alice has bob')
  await alice.chat.updateFriend({ userID: 'bob', remark: 'Bobby' })
  await until(async () => (await friendOf(tablet))?.remark === 'Bobby', 'the tablet has the remark')
  await alice.chat.createFriendGroup({ name: 'work', userIDList: ['bob'] })
  await until(async () => (await friendOf(tablet))?.groupList.join() === 'work', 'and the group')
  await alice.chat.deleteFriend({ userIDList: ['bob'] })
  await until(async () => !(await friendOf(tablet)), 'the tablet has no friends')
})

test('applications come, are read and go on both', async () => {
  const applications = async (client: TestClient): Promise<{ length: number; unread: number }> => {
    const { data } = (await client.chat.getFriendApplicationList()) as {
      data: { friendApplicationList: unknown[]; unreadCount: number }
    }
    return { length: data.friendApplicationList.length, unread: data.unreadCount }
  }
  await alice.chat.updateMyProfile({ allowType: TYPES.ALLOW_TYPE_NEED_CONFIRM })
  await until(() => tablet.seen(EVENT.PROFILE_UPDATED).length > 0, 'the tablet has the profile')
  const bob = await server.login('bob')
  await add(bob, 'alice')
  for (const client of [alice, tablet]) {
    await until(async () => (await applications(client)).unread === 1, 'one is unread')
  }
  await tablet.chat.setFriendApplicationRead()
  await until(async () => (await applications(alice)).unread === 0, 'none is unread for alice')
  expect(await applications(alice)).toEqual({ length: 1, unread: 0 })
  await tablet.chat.acceptFriendApplication({ userID: 'bob' } as never)
  for (const client of [alice, tablet]) {
    await until(async () => (await applications(client)).length === 0, 'none is left')
    await until(() => friendOf(client), 'bob is a friend')
  }
})

test('the blacklist is the same on both', async () => {
  const blacklist = async (): Promise<string> =>
    ((await tablet.chat.getBlacklist()) as { data: string[] }).data.join()
  await alice.chat.addToBlacklist({ userIDList: ['bob', 'carol'] })
  await until(async () => (await blacklist()) === 'bob,carol', 'the tablet blocks both')
  await alice.chat.removeFromBlacklist({ userIDList: ['bob'] })
  await until(async () => (await blacklist()) === 'carol', 'the tablet blocks carol only')
})

test('the status is that of the user: offline when the last instance has gone', async () => {
  const bob = await server.login('bob')
  await bob.chat.subscribeUserStatus({ userIDList: ['alice'] })
  await alice.chat.setSelfStatus({ customStatus: 'busy' })
  await until(() => tablet.statusOf('alice')?.customStatus === 'busy', 'the tablet has the text')
  await alice.close()
  await bob.sendText('alice', 'still there?')
  await tablet.receivedText('still there?')
  expect(bob.statusOf('alice')).toMatchObject({ statusType: 1, customStatus: 'busy' })
  await tablet.close()
  await until(() => bob.statusOf('alice')?.statusType === 3, 'alice is gone')
})
