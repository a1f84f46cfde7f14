import { until, useServer, type TestClient } from '../../harness'

const server = useServer()
let alice: TestClient
let bob: TestClient

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
})

const unreadOf = (client: TestClient, peer: string): number | undefined =>
  client.conversation(peer)?.unreadCount

describe('unread', () => {
  test('counts what others wrote, until it is read', async () => {
    await alice.sendText('bob', 'one')
    await alice.sendText('bob', 'two')
    await until(() => unreadOf(bob, 'alice') === 2, 'bob has two unread')
    expect(unreadOf(alice, 'bob')).toBe(0)

    await bob.chat.setMessageRead({ conversationID: 'C2Calice' })
    await until(() => unreadOf(bob, 'alice') === 0, 'bob has none unread')
    await until(() => alice.readByPeer.length === 2, 'alice learns that both are read')
    expect(alice.readByPeer.every(({ isPeerRead }) => isPeerRead)).toBe(true)
  })

  test('survives a new login, for reader and author', async () => {
    await alice.sendText('bob', 'read')
    await bob.receivedText('read')
    await bob.chat.setMessageRead({ conversationID: 'C2Calice' })
    await until(() => alice.readByPeer.length === 1, 'alice learns of it')
    await bob.close()
    const secondLater = Math.floor(Date.now() / 1000) + 1
    await until(() => Date.now() / 1000 > secondLater, 'the next second, as read times are seconds')
    await alice.sendText('bob', 'unread 1')
    await alice.sendText('bob', 'unread 2')
    await alice.close()

    const bobAgain = await server.login('bob')
    await until(() => unreadOf(bobAgain, 'alice') === 2, 'bob has two unread')
    const aliceAgain = await server.login('alice')
    await aliceAgain.synced()
    const history = await aliceAgain.history('bob')
    expect(history.map(({ isPeerRead }) => isPeerRead)).toEqual([true, false, false])
  })

  test('leaves out revoked messages', async () => {
    await bob.close()
    const sent = await alice.sendText('bob', 'one')
    await alice.sendText('bob', 'two')
    await alice.chat.revokeMessage(sent)
    const bobAgain = await server.login('bob')
    await until(() => unreadOf(bobAgain, 'alice') === 1, 'one is left')
  })

  test('read receipts of single messages reach the author', async () => {
    const message = alice.chat.createTextMessage({
      to: 'bob',
      conversationType: 'C2C' as never,
      payload: { text: 'please confirm' },
      needReadReceipt: true,
    })
    await alice.chat.sendMessage(message)
    const got = await bob.receivedText('please confirm')
    await bob.chat.sendMessageReadReceipt([got])
    await until(
      () => (message.readReceiptInfo as { isPeerRead?: boolean }).isPeerRead,
      'the message of alice is marked as read',
    )
    await alice.close()
    const aliceAgain = await server.login('alice')
    const [kept] = await aliceAgain.history('bob')
    expect(kept?.readReceiptInfo).toMatchObject({ isPeerRead: true })
  })
})

describe('offline', () => {
  test('what was sent meanwhile is there at the next login, as unread', async () => {
    await bob.close()
    for (const text of ['one', 'two', 'three']) await alice.sendText('bob', text)
    const bobAgain = await server.login('bob')
    await until(() => unreadOf(bobAgain, 'alice') === 3, 'three unread')
    expect(bobAgain.conversation('alice')?.lastMessage).toMatchObject({ payload: { text: 'three' } })
    expect(await bobAgain.history('alice')).toHaveLength(3)
  })
})

describe('the list', () => {
  test('has the latest conversation first, with its last message, also after a new login', async () => {
    const carol = await server.login('carol')
    await carol.sendText('alice', 'from carol')
    await bob.sendText('alice', 'from bob')
    const nextSecond = Math.floor(Date.now() / 1000) + 1
    await until(() => Date.now() / 1000 >= nextSecond, 'the next second, as the SDK sorts by seconds')
    await alice.sendText('carol', 'to carol')
    await alice.close()

    const aliceAgain = await server.login('alice')
    const list = await aliceAgain.synced()
    expect(list.map(({ conversationID }) => conversationID)).toEqual(['C2Ccarol', 'C2Cbob'])
    expect(list[0]).toMatchObject({
      lastMessage: { payload: { text: 'to carol' }, fromAccount: 'alice' },
      userProfile: { nick: 'CAROL' },
    })
    expect(list[1]?.lastMessage).toMatchObject({ payload: { text: 'from bob' }, fromAccount: 'bob' })
  })

  test('keeps pinned conversations and muted ones', async () => {
    await bob.sendText('alice', 'hello')
    await alice.receivedText('hello')
    await alice.chat.pinConversation({ conversationID: 'C2Cbob', isPinned: true })
    await alice.chat.setMessageRemindType({
      userIDList: ['bob'],
      messageRemindType: 'AcceptNotNotify' as never,
    })
    await alice.close()
    const aliceAgain = await server.login('alice')
    const [conversation] = await aliceAgain.synced()
    expect(conversation).toMatchObject({ isPinned: true, messageRemindType: 'AcceptNotNotify' })
  })

  test('loses a deleted conversation until the next message, for its owner only', async () => {
    await bob.sendText('alice', 'old')
    await alice.receivedText('old')
    await alice.chat.deleteConversation('C2Cbob')
    await alice.close()
    const aliceAgain = await server.login('alice')
    expect(await aliceAgain.synced()).toEqual([])

    await bob.sendText('alice', 'new')
    await until(() => unreadOf(aliceAgain, 'bob') === 1, 'the conversation is back')
    expect(await aliceAgain.history('bob')).toHaveLength(1)
    expect(await bob.history('alice')).toHaveLength(2)
  })
})
