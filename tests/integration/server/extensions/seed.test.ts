import { join } from 'node:path'
import TencentCloudChat, { type Conversation, type Message } from '@tencentcloud/chat'
import { readSeed } from '../../../../tools/im-server/read-seed'
import { until, useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat
const demo = readSeed(join(__dirname, '../../../../tools/im-server/seeds/demo.json'))
const server = useServer({ seed: demo })

let alice: TestClient
let list: Conversation[]

beforeEach(async () => {
  alice = await server.login('alice')
  list = await alice.synced()
})

const found = (id: string): Conversation | undefined =>
  list.find(({ conversationID }) => conversationID === id)

async function history(conversationID: string): Promise<Message[]> {
  const { data } = (await alice.chat.getMessageList({ conversationID })) as {
    data: { messageList: Message[] }
  }
  return data.messageList
}

test('the demo has groups with announcements, members and unread messages', async () => {
  expect(found('GROUPfamily')).toMatchObject({
    type: TYPES.CONV_GROUP,
    isPinned: true,
    unreadCount: 2,
    lastMessage: { payload: { text: '晓雨不吃韭菜，做两种' }, fromAccount: 'mum' },
  })
  expect(found('GROUPclass302')).toMatchObject({ messageRemindType: 'AcceptNotNotify', unreadCount: 3 })
  expect(found('C2Cbob')).toMatchObject({
    unreadCount: 2,
    lastMessage: { payload: { text: '大概晚十分钟' } },
  })
  // The SDK gives an empty list until it has the groups.
  const memberList = await until(async () => {
    const { data } = (await alice.chat.getGroupMemberList({ groupID: 'class302', count: 30 })) as {
      data: { memberList: { userID: string; role: string; nameCard: string }[] }
    }
    return data.memberList.length > 0 && data.memberList
  }, 'the members')
  expect(memberList.map(({ userID, role, nameCard }) => `${userID} ${role} ${nameCard}`)).toEqual([
    'wang Owner ',
    'sister Admin 朵朵妈妈',
    'zimo Member 子墨爸爸',
    'yuanyuan Member 圆圆妈妈',
    'alice Member 朵朵小姨',
  ])
  expect(server.current.reports).toEqual([])
})

test('who is mentioned is told so', async () => {
  const conversation = await until(
    () => alice.conversations.find(({ conversationID }) => conversationID === 'GROUPexhibition'),
    'the conversation is there',
  )
  expect(conversation.groupAtInfoList).toMatchObject([{ from: 'liu' }])
})

test('messages have reactions, and are not all text', async () => {
  const messages = await history('GROUPhiking')
  expect(messages.map(({ type }) => type)).toEqual(
    expect.arrayContaining([TYPES.MSG_TEXT, TYPES.MSG_LOCATION, TYPES.MSG_FACE]),
  )
  const { data } = (await alice.chat.getMessageReactions({ messageList: messages })) as {
    data: { resultList: { reactionList: unknown[] }[] }
  }
  expect(data.resultList.flatMap(({ reactionList }) => reactionList)).toMatchObject([
    { reactionID: '😂', totalUserCount: 3, reactedByMyself: false },
  ])
  const order = (await history('C2Ctea')).find(({ type }) => type === TYPES.MSG_CUSTOM)
  expect(JSON.parse((order?.payload as { data: string }).data)).toMatchObject({ businessID: 'order' })
})

test('there are friends, and somebody who wants to be one', async () => {
  const friends = (await alice.chat.getFriendList()) as { data: { userID: string }[] }
  expect(friends.data.map(({ userID }) => userID)).toEqual(expect.arrayContaining(['bob', 'mum', 'sister']))
  const applications = (await alice.chat.getFriendApplicationList()) as {
    data: { unreadCount: number; friendApplicationList: { userID: string; wording: string }[] }
  }
  expect(applications.data).toMatchObject({ unreadCount: 1, friendApplicationList: [{ userID: 'xiaotang' }] })
})
