import { RawClient, until, useServer, type TestClient } from '../../harness'
import {
  createGroup,
  createGroupText,
  failure,
  groupConversation,
  groupHistory,
  sendGroupText,
  texts,
  TYPES,
} from './helpers'

const server = useServer({ devices: 2 })

async function team(type?: string): Promise<[TestClient, TestClient, TestClient]> {
  const clients = [
    await server.login('alice'),
    await server.login('bob'),
    await server.login('carol'),
  ] as const
  await createGroup([...clients], 'team', type)
  return [...clients]
}

test('a message reaches every member, with one ID, number and time, and the own other device', async () => {
  const tablet = await server.login('alice')
  const [alice, bob, carol] = await team()
  const sent = await sendGroupText(alice, 'hello all')
  for (const client of [bob, carol, tablet]) {
    const got = await client.receivedText('hello all')
    expect(got).toMatchObject({
      ID: sent.ID,
      from: 'alice',
      to: 'team',
      nick: 'ALICE',
      sequence: sent.sequence,
      time: sent.time,
      flow: client === tablet ? 'out' : 'in',
    })
  }
  expect(alice.received.filter(({ type }) => type === TYPES.MSG_TEXT)).toEqual([])
  expect(server.current.reports).toEqual([])
})

test('numbers have no gaps, tips included', async () => {
  const [alice, bob] = await team()
  await sendGroupText(alice, 'one')
  await alice.chat.updateGroupProfile({ groupID: 'team', name: 'New name' })
  await sendGroupText(bob, 'two')
  const sequences = (await groupHistory(alice)).map(({ sequence }) => sequence)
  expect(sequences.length).toBeGreaterThanOrEqual(4)
  expect(sequences).toEqual(sequences.map((_, index) => index + Number(sequences[0])))
})

test('a request that is repeated because its answer was lost is answered, and not sent again', async () => {
  const [alice, bob] = await team()
  for (const command of ['group_open_http_svc.send_group_msg', 'openim.sendmsg']) {
    server.current.control.faults.add({ action: 'drop', on: 'reply', command, userID: 'alice', times: 1 })
  }
  const sending = [sendGroupText(alice, 'once'), alice.sendText('bob', 'once to bob')]
  await bob.receivedText('once to bob')
  alice.loseNetwork()
  alice.regainNetwork()
  const [sent] = await Promise.all(sending)
  const next = await sendGroupText(alice, 'after')
  expect(next.sequence).toBe((sent?.sequence ?? 0) + 1)
  await bob.receivedText('after')
  expect(texts(bob.received).sort()).toEqual(['after', 'once', 'once to bob'])
  expect(texts(await groupHistory(bob))).toEqual(['once', 'after'])
  expect(await bob.history('alice')).toHaveLength(1)
})

test('a message keeps its priority', async () => {
  const [alice, bob] = await team()
  for (const priority of ['High', 'Lowest']) {
    const message = createGroupText(alice, priority)
    message.priority = priority as never
    await alice.chat.sendMessage(message)
    expect((await bob.receivedText(priority)).priority).toBe(priority)
  }
})

test('in a live room: sent, revoked for everybody, and not to be modified', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await alice.chat.createGroup({ groupID: 'live', name: 'Live', type: TYPES.GRP_AVCHATROOM })
  for (const client of [alice, bob]) await client.chat.joinGroup({ groupID: 'live' })
  const sent = await sendGroupText(alice, 'on air', { groupID: 'live' })
  const got = await bob.receivedText('on air')
  expect(got).toMatchObject({ ID: sent.ID, sequence: sent.sequence })
  expect((await failure(bob.chat.revokeMessage(got))).code).toBe(10007)
  await alice.chat.revokeMessage(sent)
  await until(() => bob.revoked.length, 'bob learns of it')
  expect(bob.revoked[0]).toMatchObject({ ID: sent.ID })

  const kept = await sendGroupText(alice, 'as it was', { groupID: 'live' })
  expect((await failure(alice.chat.modifyMessage(kept))).code).toBeGreaterThan(0)
  // The SDK has refused by itself: the server does as well.
  const raw = await RawClient.login(server.current, 'alice')
  const request = { GroupId: 'live', MsgSeq: kept.sequence, MsgVersion: 0, CloudCustomData: 'changed' }
  expect(await raw.request('openim.modify_group_msg', request)).toMatchObject({ ErrorCode: 20026 })
  raw.close()
})

test('online only: delivered, not kept, without a number', async () => {
  const [alice, bob] = await team()
  const before = await sendGroupText(alice, 'before')
  await alice.chat.sendMessage(createGroupText(alice, 'typing'), { onlineUserOnly: true })
  await bob.receivedText('typing')
  const after = await sendGroupText(alice, 'after')
  expect(after.sequence).toBe(before.sequence + 1)
  await bob.receivedText('after')
  expect(texts(await groupHistory(bob))).toEqual(['before', 'after'])
})

test('targeted: only for the chosen ones, in the history as well, and not unread', async () => {
  const [alice, bob, carol] = await team()
  await sendGroupText(alice, 'psst', { receiverList: ['bob'] })
  await sendGroupText(alice, 'for all')
  await bob.receivedText('psst')
  await carol.receivedText('for all')
  expect(texts(carol.received)).toEqual(['for all'])
  expect(texts(await groupHistory(carol))).toEqual(['for all'])
  expect(texts(await groupHistory(bob))).toEqual(['psst', 'for all'])
  expect(texts(await groupHistory(alice))).toEqual(['psst', 'for all'])
  const unread = groupConversation(carol)?.unreadCount
  expect(groupConversation(bob)?.unreadCount).toBe(unread)
  expect(server.current.reports).toEqual([])
})

test('who is not in the group cannot send to it, and to a group that does not exist nobody can', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice], 'private')
  expect((await failure(sendGroupText(bob, 'hi', { groupID: 'private' }))).code).toBe(10007)
  expect((await failure(sendGroupText(bob, 'hi', { groupID: 'nowhere' }))).code).toBe(10010)
})

test('who is muted cannot send, alone or with all others', async () => {
  const [alice, bob] = await team(TYPES.GRP_PUBLIC)
  await alice.chat.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 600 })
  expect((await failure(sendGroupText(bob, 'me?'))).code).toBe(10017)
  await alice.chat.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 0 })
  await sendGroupText(bob, 'me again')
  await alice.chat.updateGroupProfile({ groupID: 'team', muteAllMembers: true })
  expect((await failure(sendGroupText(bob, 'and now?'))).code).toBe(10017)
  await sendGroupText(alice, 'only I may')
})

test('who discards the messages of a group gets none; the history has them', async () => {
  const [alice, bob, carol] = await team()
  await bob.chat.setMessageRemindType({
    groupID: 'team',
    messageRemindType: TYPES.MSG_REMIND_DISCARD,
  })
  await sendGroupText(alice, 'not for bob')
  await carol.receivedText('not for bob')
  await sendGroupText(bob, 'bob speaks')
  await alice.receivedText('bob speaks')
  expect(texts(bob.received)).toEqual([])
  expect(texts(await groupHistory(bob))).toEqual(['not for bob', 'bob speaks'])
})

test('unread: others’ messages until read; not own ones, revoked ones and those that ask not to count', async () => {
  const [alice, bob] = await team()
  await bob.chat.setMessageRead({ conversationID: 'GROUPteam' })
  await until(() => groupConversation(bob)?.unreadCount === 0, 'bob has read everything')
  await sendGroupText(alice, 'one')
  const oops = await sendGroupText(alice, 'two')
  await sendGroupText(bob, 'own')
  await alice.chat.sendMessage(createGroupText(alice, 'quiet'), {
    messageControlInfo: { excludedFromUnreadCount: true, excludedFromLastMessage: true } as never,
  })
  await bob.receivedText('quiet')
  await alice.chat.revokeMessage(oops)
  await until(() => bob.revoked.length, 'bob learns of it')
  await until(() => groupConversation(bob)?.unreadCount === 1, 'one is unread')
  await bob.close()
  const again = await server.login('bob')
  await again.synced()
  await until(() => groupConversation(again), 'the group is in the list')
  expect(groupConversation(again)?.unreadCount).toBe(1)
  expect(groupConversation(again)?.lastMessage).toMatchObject({ payload: { text: 'own' } })
  expect(again.chat.getTotalUnreadMessageCount()).toBe(1)
})

test('a meeting keeps no unread counts', async () => {
  const [alice, bob] = await team(TYPES.GRP_MEETING)
  await sendGroupText(alice, 'hello')
  await bob.receivedText('hello')
  const again = await server.login('bob')
  await again.synced()
  for (const client of [bob, again]) {
    const conversation = await until(() => groupConversation(client, 'team'), 'the meeting is in the list')
    expect(conversation.unreadCount).toBe(0)
  }
})

test('the repetition of a request is answered, also when its sender was muted meanwhile', async () => {
  const [alice] = await team(TYPES.GRP_PUBLIC)
  const raw = await RawClient.login(server.current, 'bob')
  const send = (random: number) =>
    raw.request('group_open_http_svc.send_group_msg', {
      GroupId: 'team',
      Random: random,
      MsgClientTime: 1,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'once' } }],
    })
  const first = await send(1)
  await alice.receivedText('once')
  await alice.chat.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 600 })
  expect(await send(1)).toEqual(first)
  expect(await send(2)).toMatchObject({ ErrorCode: 10017 })
})
