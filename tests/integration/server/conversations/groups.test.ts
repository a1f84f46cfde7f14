import TencentCloudChat, { type Conversation } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'
import { createGroup, createGroupText, groupConversation, sendGroupText } from '../messages/helpers'

const { TYPES } = TencentCloudChat

const server = useServer({ devices: 2 })
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
  await createGroup([alice, bob])
})

afterEach(() => expect(server.current.reports).toEqual([]))

/** As a new instance of bob gets it from the server. */
async function fresh(): Promise<[TestClient, Conversation | undefined]> {
  await bob.close()
  const bobAgain = await server.login('bob')
  await bobAgain.synced()
  return [bobAgain, groupConversation(bobAgain)]
}

async function unread(client: TestClient, count: number): Promise<void> {
  await until(
    () => groupConversation(client)?.unreadCount === count,
    `${client.userID} has ${count} unread in the group`,
  )
}

async function readAll(client: TestClient): Promise<void> {
  await client.chat.setMessageRead({ conversationID: 'GROUPteam' })
  await unread(client, 0)
}

test('a group is in the list with its last message and what is unread', async () => {
  await readAll(bob)
  await sendGroupText(alice, 'one')
  const last = await sendGroupText(alice, 'two')
  await unread(bob, 2)
  const [, conversation] = await fresh()
  expect(conversation).toMatchObject({
    type: 'GROUP',
    unreadCount: 2,
    groupProfile: { groupID: 'team', name: 'Team', type: 'Private' },
    lastMessage: { payload: { text: 'two' }, fromAccount: 'alice', nick: 'ALICE', lastTime: last.time },
  })
})

test('own, silent and revoked messages do not count', async () => {
  await readAll(bob)
  const revoked = await sendGroupText(alice, 'revoked')
  await alice.chat.sendMessage(createGroupText(alice, 'silent'), {
    messageControlInfo: { excludedFromUnreadCount: true },
  })
  await sendGroupText(bob, 'own')
  await sendGroupText(alice, 'counts')
  await alice.chat.revokeMessage(revoked)
  const [, conversation] = await fresh()
  expect(conversation?.unreadCount).toBe(1)
})

test('a revoked last message does not show what it was', async () => {
  const message = await sendGroupText(alice, 'secret')
  await bob.receivedText('secret')
  await alice.chat.revokeMessage(message)
  const [, conversation] = await fresh()
  expect(conversation?.lastMessage).toMatchObject({ isRevoked: true, revoker: 'alice' })
  expect(JSON.stringify(conversation?.lastMessage)).not.toContain('secret')
})

test('pins, reminders, marks and custom data are kept', async () => {
  await bob.chat.pinConversation({ conversationID: 'GROUPteam', isPinned: true })
  await bob.chat.setMessageRemindType({
    groupID: 'team',
    messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE,
  })
  const conversationIDList = ['GROUPteam']
  const star = { conversationIDList, markType: TYPES.CONV_MARK_TYPE_STAR, enableMark: true }
  await bob.chat.markConversation(star as never)
  await bob.chat.setConversationCustomData({ conversationIDList, customData: 'work' })
  await bob.chat.createConversationGroup({ groupName: 'teams', conversationIDList })
  const [bobAgain] = await fresh()
  await until(() => groupConversation(bobAgain)?.conversationGroupList.join() === 'teams', 'it is in teams')
  expect(groupConversation(bobAgain)).toMatchObject({
    isPinned: true,
    messageRemindType: 'AcceptNotNotify',
    markList: [TYPES.CONV_MARK_TYPE_STAR],
    customData: 'work',
  })
})

test('a deleted conversation comes back with the next message, without the old ones', async () => {
  const tablet = await server.login('bob')
  await tablet.synced()
  await sendGroupText(alice, 'old')
  await bob.receivedText('old')
  await bob.chat.deleteConversation('GROUPteam')
  await until(() => !groupConversation(tablet), 'the other instance loses it, too')
  await tablet.close()
  const [bobAgain, gone] = await fresh()
  expect(gone).toBeUndefined()
  await sendGroupText(alice, 'new')
  await bobAgain.receivedText('new')
  await unread(bobAgain, 1)
  const { data } = (await bobAgain.chat.getMessageList({ conversationID: 'GROUPteam' })) as {
    data: { messageList: { payload: { text?: string } }[] }
  }
  expect(data.messageList.map(({ payload }) => payload.text)).toEqual(['new'])
})

test('clearing the history empties it for its owner only', async () => {
  await sendGroupText(alice, 'old')
  await bob.receivedText('old')
  await bob.chat.clearHistoryMessage('GROUPteam')
  const [bobAgain, conversation] = await fresh()
  expect(conversation).toMatchObject({ unreadCount: 0 })
  const messages = async (client: TestClient): Promise<unknown[]> => {
    const options = { conversationID: 'GROUPteam' }
    return ((await client.chat.getMessageList(options)) as { data: { messageList: unknown[] } }).data
      .messageList
  }
  expect(await messages(bobAgain)).toEqual([])
  expect((await messages(alice)).length).toBeGreaterThan(0)
})

test('who is not in the group can do nothing with the conversation', async () => {
  const carol = await server.login('carol')
  const pin = carol.chat.pinConversation({ conversationID: 'GROUPteam', isPinned: true })
  await expect(pin).rejects.toMatchObject({ code: 10007 })
  expect(await carol.synced()).toEqual([])
})

test('all is read in one go, in both kinds', async () => {
  await alice.sendText('bob', 'to bob')
  await sendGroupText(alice, 'to all')
  await until(() => bob.chat.getTotalUnreadMessageCount() >= 2, 'bob has unread messages')
  await bob.chat.setAllMessageRead({ scope: TYPES.READ_ALL_MSG })
  await until(() => bob.chat.getTotalUnreadMessageCount() === 0, 'nothing is unread')
  const [bobAgain] = await fresh()
  await until(() => bobAgain.conversations.length === 2, 'both conversations are there')
  expect(bobAgain.conversations.map(({ unreadCount }) => unreadCount)).toEqual([0, 0])
})

test('live rooms are not listed', async () => {
  await alice.chat.createGroup({ groupID: 'live', name: 'Live', type: TYPES.GRP_AVCHATROOM })
  await alice.chat.joinGroup({ groupID: 'live' })
  await alice.close()
  const aliceAgain = await server.login('alice')
  expect((await aliceAgain.synced()).map(({ conversationID }) => conversationID)).toEqual(['GROUPteam'])
})
