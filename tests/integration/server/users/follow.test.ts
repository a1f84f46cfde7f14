import TencentCloudChat from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { EVENT } = TencentCloudChat

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

afterEach(() => expect(server.current.reports).toEqual([]))

interface FollowApi {
  followUser(userIDList: string[]): Promise<{ data: { userID: string; resultCode: number }[] }>
  unfollowUser(userIDList: string[]): Promise<unknown>
  getMyFollowersList(cursor?: string): Promise<{ data: { resultList: { userID: string; nick: string }[] } }>
  getMyFollowingList(cursor?: string): Promise<{ data: { resultList: { userID: string; nick: string }[] } }>
  getMutualFollowersList(cursor?: string): Promise<{ data: { resultList: { userID: string }[] } }>
  getUserFollowInfo(userIDList?: string[]): Promise<{ data: Record<string, number>[] }>
  checkFollowType(userIDList: string[]): Promise<{ data: { userID: string; followType: number }[] }>
}

/** The types of the SDK leave these methods out. */
function follow(client: TestClient): FollowApi {
  return client.chat
}

interface ListChange {
  isAdd: boolean
  userInfoList: unknown[]
}

function seen(client: TestClient, event: string): ListChange[] {
  return client.seen<ListChange>((EVENT as Record<string, string>)[event] ?? '')
}

test('following shows on both sides, and is mutual when it is answered', async () => {
  expect((await follow(alice).followUser(['bob', 'nobody'])).data).toMatchObject([
    { userID: 'bob', resultCode: 0 },
    { userID: 'nobody', resultCode: 30003 },
  ])
  await until(() => seen(bob, 'MY_FOLLOWERS_LIST_UPDATED').length === 1, 'bob learns of his follower')
  expect(seen(bob, 'MY_FOLLOWERS_LIST_UPDATED')).toMatchObject([
    { isAdd: true, userInfoList: [{ userID: 'alice', nick: 'ALICE' }] },
  ])
  await until(() => seen(alice, 'MY_FOLLOWING_LIST_UPDATED').length === 1, 'alice sees her list')
  expect((await follow(alice).getMyFollowingList()).data.resultList).toMatchObject([
    { userID: 'bob', nick: 'BOB' },
  ])
  expect((await follow(bob).getMyFollowersList()).data.resultList).toMatchObject([{ userID: 'alice' }])
  expect((await follow(bob).checkFollowType(['alice', 'carol'])).data).toEqual([
    { userID: 'alice', followType: 1 },
    { userID: 'carol', followType: 0 },
  ])

  await follow(bob).followUser(['alice'])
  await until(() => seen(alice, 'MUTUAL_FOLLOWERS_LIST_UPDATED').length === 1, 'alice learns of it')
  expect((await follow(alice).getMutualFollowersList()).data.resultList).toMatchObject([{ userID: 'bob' }])
  expect((await follow(alice).checkFollowType(['bob'])).data).toEqual([{ userID: 'bob', followType: 3 }])
  expect((await follow(alice).getUserFollowInfo()).data).toEqual([
    { followersCount: 1, followingCount: 1, mutualFollowersCount: 1 },
  ])
})

test('ends', async () => {
  await follow(alice).followUser(['bob'])
  await follow(alice).unfollowUser(['bob'])
  await until(() => seen(bob, 'MY_FOLLOWERS_LIST_UPDATED').length === 2, 'bob learns of both')
  expect(seen(bob, 'MY_FOLLOWERS_LIST_UPDATED')[1]).toEqual({ isAdd: false, userInfoList: ['alice'] })
  expect((await follow(alice).getMyFollowingList()).data.resultList).toEqual([])
  expect((await follow(alice).checkFollowType(['bob'])).data).toEqual([{ userID: 'bob', followType: 0 }])
})
