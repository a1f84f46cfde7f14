import TencentCloudChat, { type Friend, type FriendGroup } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat

const server = useServer()
let alice: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  for (const to of ['bob', 'carol']) {
    await alice.chat.addFriend({
      to,
      source: 'AddSource_Type_Web',
      type: TYPES.SNS_ADD_TYPE_SINGLE,
    })
  }
  const known = async (): Promise<boolean> => {
    const friends = await friendsOf(alice)
    return friends.length === 2 && friends.every(({ profile }) => profile.nick)
  }
  await until(known, 'alice has two friends')
})

afterEach(() => expect(server.current.reports).toEqual([]))

async function friendsOf(client: TestClient): Promise<Friend[]> {
  return ((await client.chat.getFriendList()) as { data: Friend[] }).data
}

async function groupsOf(client: TestClient): Promise<Record<string, string[]>> {
  const { data } = (await client.chat.getFriendGroupList()) as { data: FriendGroup[] }
  return Object.fromEntries(data.map(({ name, userIDList }) => [name, [...userIDList]]))
}

test('friends are sorted into groups, and the groups are kept', async () => {
  const { data } = (await alice.chat.createFriendGroup({
    name: 'family',
    userIDList: ['bob', 'mallory'],
  })) as { data: { failureUserIDList: { userID: string }[] } }
  expect(data.failureUserIDList).toMatchObject([{ userID: 'mallory', code: 30001 }])
  await alice.chat.createFriendGroup({ name: 'work', userIDList: [] })
  await alice.chat.addToFriendGroup({ name: 'work', userIDList: ['bob', 'carol'] })
  await alice.chat.removeFromFriendGroup({ name: 'work', userIDList: ['bob'] })
  await alice.chat.renameFriendGroup({ oldName: 'work', newName: 'office' })
  const expected = { family: ['bob'], office: ['carol'] }
  expect(await groupsOf(alice)).toEqual(expected)

  await alice.close()
  const aliceAgain = await server.login('alice')
  await until(async () => Object.keys(await groupsOf(aliceAgain)).length === 2, 'the groups are there')
  expect(await groupsOf(aliceAgain)).toEqual(expected)
  await until(async () => (await friendsOf(aliceAgain)).length === 2, 'the friends are there')
  const groupLists = (await friendsOf(aliceAgain)).map(({ userID, groupList }) => [userID, groupList])
  expect(groupLists).toEqual([
    ['bob', ['family']],
    ['carol', ['office']],
  ])
})

test('a deleted group leaves its members friends; a deleted friend leaves the group', async () => {
  await alice.chat.createFriendGroup({ name: 'family', userIDList: ['bob', 'carol'] })
  await alice.chat.deleteFriend({ userIDList: ['bob'] })
  await until(async () => (await groupsOf(alice)).family?.join() === 'carol', 'bob is out of the group')
  await alice.chat.deleteFriendGroup({ name: 'family' })
  expect(await groupsOf(alice)).toEqual({})
  expect((await friendsOf(alice)).map(({ userID }) => userID)).toEqual(['carol'])
  await alice.close()
  const aliceAgain = await server.login('alice')
  await until(async () => (await friendsOf(aliceAgain)).length === 1, 'carol is there')
  expect(await groupsOf(aliceAgain)).toEqual({})
})

test('names are limited', async () => {
  await expect(
    alice.chat.createFriendGroup({ name: '很长'.repeat(10), userIDList: [] }),
  ).rejects.toMatchObject({ code: 30001 })
})
