import TencentCloudChat from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'

const { EVENT, TYPES } = TencentCloudChat

describe('two instances of a user', () => {
  const server = useServer({ devices: 2 })
  let alice: TestClient
  let tablet: TestClient
  let bob: TestClient
  let carol: TestClient

  beforeEach(async () => {
    bob = await server.login('bob')
    carol = await server.login('carol')
    await bob.sendText('alice', 'from bob')
    await carol.sendText('alice', 'from carol')
    alice = await server.login('alice')
    tablet = await server.login('alice')
    for (const client of [alice, tablet]) await client.synced()
  })

  afterEach(() => expect(server.current.reports).toEqual([]))

  test('see the same pins, reminders, unread counts and deletions', async () => {
    await alice.chat.pinConversation({ conversationID: 'C2Cbob', isPinned: true })
    await until(() => tablet.conversation('bob')?.isPinned, 'the tablet pins bob')
    await alice.chat.pinConversation({ conversationID: 'C2Cbob', isPinned: false })
    await until(() => tablet.conversation('bob')?.isPinned === false, 'the tablet unpins bob')
    const messageRemindType = TYPES.MSG_REMIND_ACPT_NOT_NOTE
    await alice.chat.setMessageRemindType({ userIDList: ['bob'], messageRemindType })
    await until(() => tablet.conversation('bob')?.messageRemindType === messageRemindType, 'bob is muted')
    await until(() => tablet.conversation('carol')?.unreadCount === 1, 'the tablet has something unread')
    await alice.chat.setMessageRead({ conversationID: 'C2Ccarol' })
    await until(() => tablet.conversation('carol')?.unreadCount === 0, 'it is read on the tablet')
    await alice.chat.deleteConversation('C2Ccarol')
    await until(() => !tablet.conversation('carol'), 'the tablet deletes carol')
  })

  test('agree again after one of them was away', async () => {
    tablet.loseNetwork()
    await alice.chat.pinConversation({ conversationID: 'C2Cbob', isPinned: true })
    await alice.chat.setMessageRead({ conversationID: 'C2Cbob' })
    await alice.chat.createConversationGroup({ groupName: 'close', conversationIDList: ['C2Cbob'] })
    await alice.chat.deleteConversation('C2Ccarol')
    tablet.regainNetwork()
    await until(() => !tablet.conversation('carol'), 'the tablet deletes carol')
    await until(() => tablet.conversation('bob')?.isPinned, 'the tablet pins bob')
    await until(() => tablet.conversation('bob')?.unreadCount === 0, 'nothing is unread')
    await until(() => tablet.conversation('bob')?.conversationGroupList.join() === 'close', 'bob is close')
  })

  test('agree again as well when the lost connection had lasted, and the client asks for the whole list', async () => {
    // Only of a socket that breaks within a second the SDK remembers since when it is away.
    const asked = (): unknown[] =>
      frames.filter(({ TimeStamp }) => TimeStamp === 0).map(({ TimeStamp }) => TimeStamp)
    const frames: Record<string, unknown>[] = []
    server.current.trace.listen(({ kind, servcmd, body }) => {
      if (kind === 'request' && servcmd === 'recentcontact.page_get') frames.push(body)
    })
    const start = Date.now()
    await until(() => Date.now() > start + 1000, 'a second')
    tablet.loseNetwork()
    await alice.chat.setMessageRead({ conversationID: 'C2Cbob' })
    await alice.chat.deleteConversation('C2Ccarol')
    tablet.regainNetwork()
    await until(() => asked().length === 1, 'the tablet asks for the whole list')
    await until(() => !tablet.conversation('carol'), 'the tablet deletes carol')
    await until(() => tablet.conversation('bob')?.unreadCount === 0, 'nothing is unread')
  })

  test('agree on a conversation that has got a message and was deleted meanwhile', async () => {
    tablet.loseNetwork()
    await carol.sendText('alice', 'late')
    await alice.receivedText('late')
    await alice.chat.deleteConversation('C2Ccarol')
    await bob.sendText('alice', 'and then')
    tablet.regainNetwork()
    await tablet.receivedText('and then')
    expect(tablet.conversation('carol')).toBeUndefined()
    expect(tablet.received.map(textOf)).not.toContain('late')
  })

  test('agree on a conversation that was deleted and has come back meanwhile', async () => {
    tablet.loseNetwork()
    await alice.chat.deleteConversation('C2Ccarol')
    await carol.sendText('alice', 'back again')
    await alice.receivedText('back again')
    tablet.regainNetwork()
    await tablet.receivedText('back again')
    await until(() => tablet.conversation('carol')?.unreadCount === 1, 'one message is unread')
  })

  test('share when to be disturbed', async () => {
    const option = { messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE, startHour: 22, duration: 8 * 3600 }
    await alice.chat.setAllReceiveMessageOpt(option)
    const updates = (): unknown[] => tablet.seen(EVENT.ALL_RECEIVE_MESSAGE_OPT_UPDATED)
    await until(() => updates().length === 1, 'the tablet is told')
    const { data } = (await tablet.chat.getAllReceiveMessageOpt()) as {
      data: { messageRemindType: string; startTime: number; endTime: number; isRepeated: boolean }
    }
    expect(data).toMatchObject({ messageRemindType: 'AcceptNotNotify', isRepeated: true })
    expect(data.endTime - data.startTime).toBe(8 * 3600)
    expect(updates()).toEqual([data])
  })

  test('are both told that all is read; muted conversations do not count', async () => {
    await until(() => alice.chat.getTotalUnreadMessageCount() === 2, 'two are unread')
    await alice.chat.setMessageRemindType({
      userIDList: ['bob'],
      messageRemindType: TYPES.MSG_REMIND_ACPT_NOT_NOTE,
    })
    await until(() => alice.chat.getTotalUnreadMessageCount() === 1, 'that of bob does not count')
    await alice.chat.setAllMessageRead({ scope: TYPES.READ_ALL_MSG })
    await until(() => alice.chat.getTotalUnreadMessageCount() === 0, 'nothing is unread')
    await until(() => tablet.chat.getTotalUnreadMessageCount() === 0, 'nor on the tablet')
    await alice.close()
    const aliceAgain = await server.login('alice')
    await aliceAgain.synced()
    expect(aliceAgain.conversations.map(({ unreadCount }) => unreadCount)).toEqual([0, 0])
  })
})

describe('a cleared history', () => {
  const server = useServer()

  test('is gone for its owner only, and the conversation stays', async () => {
    const bob = await server.login('bob')
    const alice = await server.login('alice')
    await bob.sendText('alice', 'old')
    await alice.receivedText('old')
    await alice.chat.clearHistoryMessage('C2Cbob')
    expect(await alice.history('bob')).toEqual([])
    await alice.close()
    const aliceAgain = await server.login('alice')
    expect(await aliceAgain.synced()).toMatchObject([{ conversationID: 'C2Cbob', unreadCount: 0 }])
    expect(await aliceAgain.history('bob')).toEqual([])
    await bob.sendText('alice', 'new')
    await aliceAgain.receivedText('new')
    expect((await aliceAgain.history('bob')).map(textOf)).toEqual(['new'])
    expect((await bob.history('alice')).map(textOf)).toEqual(['old', 'new'])
  })

  test('can be kept when the conversation is deleted', async () => {
    const bob = await server.login('bob')
    const alice = await server.login('alice')
    await bob.sendText('alice', 'old')
    await alice.receivedText('old')
    await alice.chat.deleteConversation({
      conversationIDList: ['C2Cbob'],
      clearHistoryMessage: false,
    })
    await alice.close()
    const aliceAgain = await server.login('alice')
    expect(await aliceAgain.synced()).toEqual([])
    expect((await aliceAgain.history('bob')).map(textOf)).toEqual(['old'])
  })
})

describe('a long list', () => {
  const friends = Array.from({ length: 230 }, (_, index) => `user${index}`)
  const users = ['alice', ...friends].map((userID) => ({ userID, nick: '', avatar: '', selfSignature: '' }))
  const messages = friends.map((from, index) => ({
    from,
    to: 'alice',
    text: `from ${from}`,
    minutesAgo: index + 1,
    unread: true,
  }))
  const server = useServer({ seed: { users, messages } })

  test('comes page by page, complete and in order', async () => {
    const alice = await server.login('alice')
    const list = await alice.synced()
    expect(list.map(({ conversationID }) => conversationID)).toEqual(friends.map((userID) => `C2C${userID}`))
    await alice.chat.deleteConversation('C2Cuser5')
    alice.loseNetwork()
    alice.regainNetwork()
    const isBack = (): boolean =>
      alice.netStates.includes('disconnected') && alice.netStates.at(-1) === 'connected'
    await until(isBack, 'alice is back')
    expect(await alice.synced()).toHaveLength(229)
    expect(server.current.reports).toEqual([])
  })
})
