import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat
const server = useServer()

interface Results<T> {
  totalCount: number
  cursor: string
  searchResultList: T[]
}
interface Found {
  conversationID: string
  messageCount: number
  messageList: Message[]
}

async function say(client: TestClient, groupID: string, text: string): Promise<Message> {
  const message = client.chat.createTextMessage({
    to: groupID,
    conversationType: TYPES.CONV_GROUP,
    payload: { text },
  })
  await client.chat.sendMessage(message)
  return message
}

async function messages(client: TestClient, options: object): Promise<Results<Found>> {
  return ((await client.chat.searchCloudMessages(options)) as { data: Results<Found> }).data
}

const texts = ({ searchResultList }: Results<Found>): string[] =>
  searchResultList.flatMap(({ messageList }) =>
    messageList.map(({ payload }) => (payload as { text: string }).text),
  )

let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
  const members = { memberList: [{ userID: 'bob' }] }
  await alice.chat.createGroup({ groupID: 'hike', type: TYPES.GRP_WORK, name: '爬山小队', ...members })
  await alice.chat.createGroup({ groupID: 'books', type: TYPES.GRP_PUBLIC, name: '读书会' })
})

test('messages of groups are found by members, newest first and page by page', async () => {
  for (const text of ['帐篷谁带', '我带帐篷', '那我带灯']) await say(alice, 'hike', text)
  await say(alice, 'books', '帐篷里读书')
  const everywhere = await messages(alice, { keywordList: ['帐篷'] })
  expect(everywhere.totalCount).toBe(2)
  expect(everywhere.searchResultList).toContainEqual(
    expect.objectContaining({ conversationID: 'GROUPhike', messageCount: 2, messageList: [] }),
  )
  const inHike = { conversationID: 'GROUPhike', keywordList: ['带'] }
  expect(texts(await messages(bob, inHike))).toEqual(['那我带灯', '我带帐篷', '帐篷谁带'])
  const first = await messages(bob, { ...inHike, count: 2 })
  expect(texts(first)).toEqual(['那我带灯', '我带帐篷'])
  expect(texts(await messages(bob, { ...inHike, count: 2, cursor: first.cursor }))).toEqual(['帐篷谁带'])
  expect((await messages(bob, { keywordList: ['读书'] })).totalCount).toBe(0)
  await expect(messages(bob, { conversationID: 'GROUPbooks', keywordList: ['读书'] })).rejects.toMatchObject({
    code: 10007,
  })
  expect(server.current.reports).toEqual([])
})

test('what was said before joining, or was revoked, is not found', async () => {
  await say(alice, 'hike', '秘密路线')
  const revoked = await say(alice, 'hike', '错误路线')
  await alice.chat.revokeMessage(revoked)
  const carol = await server.login('carol')
  await alice.chat.addGroupMember({ groupID: 'hike', userIDList: ['carol'] })
  await say(alice, 'hike', '新路线')
  const routes = { conversationID: 'GROUPhike', keywordList: ['路线'] }
  expect(texts(await messages(carol, routes))).toEqual(['新路线'])
  expect(texts(await messages(bob, routes))).toEqual(['新路线', '秘密路线'])
})

test('groups are found by ID and name, private ones by their members only', async () => {
  const found = async (client: TestClient, word: string) =>
    (
      (await client.chat.searchCloudGroups({ keywordList: [word] })) as {
        data: Results<{ groupID: string; name: string; memberCount: number }>
      }
    ).data
  expect(await found(bob, '爬山')).toMatchObject({
    totalCount: 1,
    searchResultList: [{ groupID: 'hike', name: '爬山小队' }],
  })
  expect((await found(bob, 'BOOKS')).searchResultList[0]).toMatchObject({ name: '读书会' })
  const carol = await server.login('carol')
  expect((await found(carol, '爬山')).totalCount).toBe(0)
  expect((await found(carol, '读书')).totalCount).toBe(1)
})

test('members are found in the own groups, by ID, nick and name card', async () => {
  const found = async (client: TestClient, options: object) =>
    (
      (await client.chat.searchCloudGroupMembers(options)) as {
        data: Results<{ groupInfo: { groupID: string }; memberList: { userID: string; nameCard: string }[] }>
      }
    ).data
  await bob.chat.setGroupMemberNameCard({ groupID: 'hike', userID: 'bob', nameCard: '队长' })
  await until(
    async () => (await found(alice, { keywordList: ['队长'] })).totalCount === 1,
    'the card is found',
  )
  expect(await found(alice, { keywordList: ['bob'] })).toMatchObject({
    searchResultList: [{ groupInfo: { groupID: 'hike' }, memberList: [{ userID: 'bob', nameCard: '队长' }] }],
  })
  expect((await found(alice, { keywordList: ['bob'], groupIDList: ['books'] })).totalCount).toBe(0)
  expect((await found(bob, { keywordList: ['alice'], groupIDList: ['books'] })).totalCount).toBe(0)
  const carol = await server.login('carol')
  expect((await found(carol, { keywordList: ['bob'] })).totalCount).toBe(0)
})
