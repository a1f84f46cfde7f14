import { RawClient, textOf, until, useServer } from '../../harness'
import { more, TYPES } from './helpers'

const server = useServer({ devices: 2 })

test('to oneself: it is there on the other device and in the history, and not unread', async () => {
  const phone = await server.login('alice')
  const tablet = await server.login('alice')
  await phone.sendText('alice', 'note to self')
  await tablet.receivedText('note to self')
  await phone.close()
  const again = await server.login('alice')
  const [conversation] = await again.synced()
  expect(conversation).toMatchObject({ conversationID: 'C2Calice', unreadCount: 0 })
  expect((await again.history('alice')).map(textOf)).toEqual(['note to self'])
})

test('an own message from another device is there, as sent, and does not count as unread', async () => {
  const phone = await server.login('alice')
  const tablet = await server.login('alice')
  const sent = await phone.sendText('bob', 'from the phone')
  const got = await tablet.receivedText('from the phone')
  expect(got).toMatchObject({ ID: sent.ID, flow: 'out', to: 'bob', time: sent.time })
  expect(tablet.conversation('bob')?.unreadCount).toBe(0)
})

test('who discards the messages of somebody gets none, and nothing is unread; the history has them', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await alice.sendText('bob', 'heard')
  await bob.receivedText('heard')
  await bob.chat.setMessageRead({ conversationID: 'C2Calice' })
  await bob.chat.setMessageRemindType({
    userIDList: ['alice'],
    messageRemindType: TYPES.MSG_REMIND_DISCARD,
  })
  await alice.sendText('bob', 'not heard')
  await bob.sendText('alice', 'and the other way')
  await alice.receivedText('and the other way')
  expect(bob.received.map(textOf)).toEqual(['heard'])
  await bob.close()
  const again = await server.login('bob')
  const [conversation] = await again.synced()
  expect(conversation?.unreadCount).toBe(0)
  expect((await again.history('alice')).map(textOf)).toEqual(['heard', 'not heard', 'and the other way'])
})

test('excluded from unread count and last message, as the sender wishes', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await alice.sendText('bob', 'seen')
  const quiet = alice.createText('bob', 'quiet')
  await alice.chat.sendMessage(quiet, {
    messageControlInfo: {
      excludedFromUnreadCount: true,
      excludedFromLastMessage: true,
      excludedFromContentModeration: true,
    },
  })
  await bob.receivedText('quiet')
  await bob.close()
  const again = await server.login('bob')
  await until(() => again.conversation('alice')?.unreadCount === 1, 'one is unread')
  expect((await again.synced())[0]?.lastMessage).toMatchObject({ payload: { text: 'seen' } })
})

test('all read at once: on this device, on the other one, and for the authors', async () => {
  const alice = await server.login('alice')
  const carol = await server.login('carol')
  const phone = await server.login('bob')
  const tablet = await server.login('bob')
  await alice.sendText('bob', 'one')
  await carol.sendText('bob', 'two')
  for (const client of [phone, tablet]) {
    await until(() => client.chat.getTotalUnreadMessageCount() === 2, 'two are unread')
  }
  await more(phone).setAllMessageRead()
  for (const client of [phone, tablet]) {
    await until(() => client.chat.getTotalUnreadMessageCount() === 0, 'none is unread')
  }
  await until(() => alice.readByPeer.length && carol.readByPeer.length, 'the authors know')
  expect(server.current.reports).toEqual([])
})

test('revoked on one device: gone on the other one, for the peer, and from the unread count', async () => {
  const phone = await server.login('alice')
  const tablet = await server.login('alice')
  const bob = await server.login('bob')
  const sent = await phone.sendText('bob', 'oops')
  await bob.receivedText('oops')
  await until(() => bob.conversation('alice')?.unreadCount === 1, 'one is unread')
  await phone.chat.revokeMessage(sent)
  await until(() => tablet.revoked.length && bob.revoked.length, 'both know')
  await until(() => bob.conversation('alice')?.unreadCount === 0, 'nothing is unread')
})

test('messages to several users may have the same numbers, as a back end may give them', async () => {
  const alice = await RawClient.login(server.current, 'alice', '/binfo?instanceid=raw-alice')
  const MsgBody = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'to all' } }]
  const send = (To_Account: string): Promise<unknown> =>
    alice.request('openim.sendmsg', { To_Account, MsgSeq: 5, MsgRandom: 5, MsgBody })
  for (const receiver of ['bob', 'carol', 'bob']) await send(receiver) // the last one is a repetition
  const { MsgList } = await alice.request('openim.getroammsg', { Peer_Account: 'bob' })
  expect(MsgList).toHaveLength(1)
  for (const To_Account of ['bob', 'carol']) {
    const MsgInfo = { From_Account: 'alice', To_Account, MsgSeq: 5, MsgRandom: 5 }
    expect(await alice.request('openim.msgwithdraw', { MsgInfo })).toMatchObject({ ErrorCode: 0 })
  }
  alice.close()
})
