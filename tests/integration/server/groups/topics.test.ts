import type { Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'
import { codeOf, createGroup, dataOf, EVENT, join, TYPES } from './steps'

const server = useServer({ devices: 2 })
afterEach(() => expect(server.current.reports).toEqual([]))

interface Topic {
  topicID: string
  topicName: string
  introduction: string
  unreadCount: number
  muteAllMembers: boolean
  nextMessageSeq: number
  lastMessage: { lastTime: number; messageForShow: string }
  selfInfo: { readedSequence: number; messageRemindType: string }
}

let alice: TestClient
let bob: TestClient
let groupID: string

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
  const memberList = [{ userID: 'bob' }]
  const options = { type: TYPES.GRP_COMMUNITY, isSupportTopic: true, memberList }
  ;({ groupID } = await createGroup(alice, options))
})

async function createTopic(topicName: string, more: object = {}): Promise<string> {
  const call = alice.chat.createTopicInCommunity({ groupID, topicName, ...more })
  return (await dataOf<{ topicID: string }>(call)).topicID
}

async function topics(client: TestClient, topicIDList: string[] = []): Promise<Topic[]> {
  const call = client.chat.getTopicList({ groupID, topicIDList })
  return (await dataOf<{ successTopicList: Topic[] }>(call)).successTopicList
}

async function send(client: TestClient, to: string, text: string): Promise<Message> {
  const options = { to, conversationType: TYPES.CONV_GROUP, payload: { text } }
  const message = client.chat.createTextMessage(options)
  await client.chat.sendMessage(message)
  return message
}

const updates = (client: TestClient) =>
  client.seen<{ topic: Topic }>(EVENT.TOPIC_UPDATED).map(({ topic }) => topic)

test('topics are created, changed and deleted, and all members know', async () => {
  const topicID = await createTopic('News', { introduction: 'what is new' })
  expect(topicID.startsWith(`${groupID}@TOPIC#_`)).toBe(true)
  await until(() => bob.seen(EVENT.TOPIC_CREATED).length === 1, 'bob hears of it')
  expect(bob.seen(EVENT.TOPIC_CREATED)[0]).toEqual({ groupID, topicID })
  expect(await topics(bob)).toMatchObject([{ topicID, topicName: 'News', introduction: 'what is new' }])

  await alice.chat.updateTopicProfile({
    groupID,
    topicID,
    topicName: 'Old news',
    muteAllMembers: true,
  })
  await until(() => updates(bob).some(({ topicName }) => topicName === 'Old news'), 'bob sees the change')
  expect(await topics(bob)).toMatchObject([
    { topicName: 'Old news', muteAllMembers: true, introduction: 'what is new' },
  ])
  expect(await codeOf(send(bob, topicID, 'may I?'))).toBe(10017)
  expect(await codeOf(send(alice, topicID, 'I may'))).toBe(0)

  const remove = alice.chat.deleteTopicFromCommunity({ groupID, topicIDList: [topicID, 'nothing'] })
  expect(await dataOf(remove)).toMatchObject({
    successTopicList: [{ topicID }],
    failureTopicList: [{ code: 10010 }],
  })
  await until(() => bob.seen(EVENT.TOPIC_DELETED).length === 1, 'bob hears of it')
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await topics(bobAgain)).toEqual([])
})

test('only managers make topics, and only in a community that has them', async () => {
  const byBob = bob.chat.createTopicInCommunity({ groupID, topicName: 'x' })
  expect(await codeOf(byBob)).toBe(10007)
  const topicID = await createTopic('News')
  const change = bob.chat.updateTopicProfile({ groupID, topicID, topicName: 'x' })
  expect(await codeOf(change)).toBe(10007)
  expect(await codeOf(bob.chat.deleteTopicFromCommunity({ groupID, topicIDList: [topicID] }))).toBe(10007)
  expect(await topics(alice)).toMatchObject([{ topicID, topicName: 'News' }])
  const plain = await createGroup(alice, { type: TYPES.GRP_COMMUNITY })
  const inPlain = alice.chat.createTopicInCommunity({ groupID: plain.groupID, topicName: 'x' })
  expect(await codeOf(inPlain)).toBe(10007)
})

test('a topic ID of one’s own begins with that of the community, and is taken once', async () => {
  const topicID = `${groupID}@TOPIC#_mine`
  expect(await createTopic('Mine', { topicID })).toBe(topicID)
  expect(await codeOf(createTopic('Again', { topicID }))).toBe(10021)
  expect(await codeOf(createTopic('Elsewhere', { topicID: '@TGS#_other@TOPIC#_mine' }))).toBe(10015)
})

test('each topic has its own messages, numbers and unread count', async () => {
  const news = await createTopic('News')
  const chat = await createTopic('Chat')
  await topics(bob)
  await send(alice, news, 'one')
  await send(alice, news, 'two')
  await send(alice, chat, 'hi')
  await until(() => bob.received.filter(({ to }) => to === news).length === 2, 'bob gets the news')
  await until(
    () => updates(bob).some(({ topicID, unreadCount }) => topicID === news && unreadCount === 2),
    'two unread',
  )
  expect((await topics(bob)).map(({ topicID, unreadCount }) => [topicID, unreadCount])).toEqual([
    [news, 2],
    [chat, 1],
  ])
  await bob.chat.setMessageRead({ conversationID: `GROUP${news}` })
  await bob.close()
  const bobAgain = await server.login('bob')
  const after = await topics(bobAgain)
  expect(after.map(({ unreadCount, nextMessageSeq }) => [unreadCount, nextMessageSeq])).toEqual([
    [0, 3],
    [1, 2],
  ])
  expect(after[0]?.lastMessage.messageForShow).toBe('two')
  const history = await dataOf<{ messageList: { payload: { text: string } }[] }>(
    bobAgain.chat.getMessageList({ conversationID: `GROUP${news}` }),
  )
  expect(history.messageList.map(({ payload }) => payload.text)).toEqual(['one', 'two'])
})

test('newcomers see the topics with what was said, and none of it as unread', async () => {
  const news = await createTopic('News')
  await send(alice, news, 'before')
  const carol = await server.login('carol')
  expect(await join(carol, groupID)).toBe('JoinedSuccess')
  expect(await topics(carol)).toMatchObject([{ topicID: news, unreadCount: 0 }])
  await send(alice, news, 'after')
  await until(() => updates(carol).some(({ unreadCount }) => unreadCount === 1), 'one unread')
})

test('what one wants to hear of a topic is known on all own devices', async () => {
  const topicID = await createTopic('News')
  await topics(bob)
  const bobTwo = await server.login('bob')
  await dataOf(bobTwo.chat.getJoinedCommunityList())
  await topics(bobTwo)
  const messageRemindType = 'AcceptNotNotify' as never
  await bob.chat.setMessageRemindType({ groupID: topicID, messageRemindType })
  // The client changes its topic and raises no event for it.
  const changed = async () => (await topics(bobTwo))[0]?.selfInfo.messageRemindType === messageRemindType
  await until(changed, 'the other device knows')
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await topics(bobAgain)).toMatchObject([{ selfInfo: { messageRemindType: 'AcceptNotNotify' } }])
})

test('who is not in the community sees nothing of its topics', async () => {
  const topicID = await createTopic('News')
  const carol = await server.login('carol')
  expect(await codeOf(topics(carol))).toBe(10007)
  expect(await codeOf(send(carol, topicID, 'hello'))).toBe(10007)
})
