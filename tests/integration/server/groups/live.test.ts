import type { Message } from '@tencentcloud/chat'
import { RawClient, textOf, TestClient, until, useServer } from '../../harness'
import { codeOf, createGroup, dataOf, EVENT, join, memberList, tips, TYPES } from './steps'

const server = useServer()
afterEach(() => expect(server.current.reports).toEqual([]))

const groupID = 'live'
const create = (client: TestClient) => createGroup(client, { groupID, type: TYPES.GRP_AVCHATROOM })

function send(client: TestClient, text: string, priority?: string): Promise<unknown> {
  const options = { to: groupID, conversationType: TYPES.CONV_GROUP, payload: { text }, priority }
  return client.chat.sendMessage(client.chat.createTextMessage(options as never))
}

const textsOf = (client: TestClient) => client.received.map(textOf).filter((text) => text !== undefined)

test('whoever joins gets what is said from then on, and nothing of it stays', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  expect(await join(alice, groupID)).toBe('JoinedSuccess')
  expect(await join(bob, groupID)).toBe('JoinedSuccess')
  await until(
    () => tips(alice, 1).some(({ userIDList }) => userIDList.includes('bob')),
    'alice sees bob come in',
  )
  for (const priority of ['High', 'Normal', 'Low', 'Lowest']) await send(alice, priority, priority)
  await until(() => textsOf(bob).length === 4, 'bob gets all four')
  expect(textsOf(bob)).toEqual(['High', 'Normal', 'Low', 'Lowest'])
  expect(bob.received.filter(textOf).map(({ priority }) => priority)).toEqual([
    'High',
    'Normal',
    'Low',
    'Lowest',
  ])
  expect(bob.received.find(textOf)).toMatchObject({ from: 'alice', nick: 'ALICE' })
  expect(textsOf(alice)).toEqual([])
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await bobAgain.synced()).toEqual([])
})

test('whoever is outside can neither speak nor list the members, the owner included', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  expect(await codeOf(send(alice, 'hello?'))).not.toBe(0)
  expect(await codeOf(send(bob, 'hello?'))).toBe(2101)
  await join(bob, groupID)
  await bob.chat.quitGroup(groupID)
  expect(await codeOf(send(bob, 'still here?'))).toBe(2101)
})

test('history is there for newcomers, if the app has paid for it', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  for (const text of ['one', 'two', 'three']) await send(alice, text)
  await join(bob, groupID)
  await until(() => textsOf(bob).length === 3, 'bob gets what was said before')
  expect(textsOf(bob)).toEqual(['one', 'two', 'three'])
})

test('members are counted and listed, and can be marked', async () => {
  const [alice, bob, carol] = await Promise.all(
    ['alice', 'bob', 'carol'].map((userID) => server.login(userID)),
  )
  if (!alice || !bob || !carol) throw new Error('three clients')
  await create(alice)
  for (const client of [alice, bob, carol]) await join(client, groupID)
  const names = (members: { userID: string }[]) => members.map(({ userID }) => userID).sort()
  expect(names(await memberList(alice, groupID))).toEqual(['alice', 'bob', 'carol'])
  const marked = await dataOf(
    alice.chat.markGroupMemberList({
      groupID,
      userIDList: ['bob', 'nobody'],
      markType: 1000,
      enableMark: true,
    }),
  )
  expect(marked).toMatchObject({ successUserIDList: ['bob'], failureUserIDList: ['nobody'] })
  expect(names(await memberList(alice, groupID, { filter: 1000 }))).toEqual(['bob'])
  const byBob = bob.chat.markGroupMemberList({
    groupID,
    userIDList: ['bob'],
    markType: 1001,
    enableMark: true,
  })
  expect(await codeOf(byBob)).toBe(10007)
  await carol.chat.quitGroup(groupID)
  await until(() => tips(alice, 2).length === 1, 'alice sees carol leave')
  expect(names(await memberList(alice, groupID))).toEqual(['alice', 'bob'])
  expect(await dataOf(alice.chat.getGroupOnlineMemberCount(groupID))).toMatchObject({ memberCount: 2 })
})

test('the owner keeps somebody out for a time', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  const ban = (client: TestClient, userIDList: string[]) =>
    codeOf(client.chat.deleteGroupMember({ groupID, userIDList, duration: 60, reason: 'spam' }))
  expect(await ban(bob, ['alice'])).toBe(10007)
  expect(await ban(alice, ['bob'])).toBe(0)
  await until(async () => (await codeOf(send(bob, 'hello?'))) === 2101, 'bob is outside')
  expect(await codeOf(join(bob, groupID))).toBe(10007)
  await until(() => tips(alice, 3).length === 1, 'alice sees bob removed')
})

test('a dismissed room is gone for those inside', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  expect(await codeOf(bob.chat.dismissGroup(groupID))).toBe(10007)
  await alice.chat.dismissGroup(groupID)
  await until(
    () => bob.received.some(({ payload }) => (payload as { operationType?: number }).operationType === 5),
    'bob hears of it',
  )
  expect(await codeOf(join(bob, groupID))).toBe(10010)
})

test('attributes and counters reach those inside', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  await alice.chat.setGroupAttributes({ groupID, groupAttributes: { topic: 'cats' } })
  await alice.chat.setGroupCounters({ groupID, counters: { likes: 3 } })
  await until(() => bob.seen(EVENT.GROUP_ATTRIBUTES_UPDATED).length === 1, 'attributes')
  expect(bob.seen(EVENT.GROUP_ATTRIBUTES_UPDATED)[0]).toMatchObject({ groupAttributes: { topic: 'cats' } })
  await until(() => bob.seen(EVENT.GROUP_COUNTER_UPDATED).length === 1, 'counters')
  expect(bob.seen(EVENT.GROUP_COUNTER_UPDATED)[0]).toMatchObject({ key: 'likes', value: 3 })
})

test('a message is taken back, and one that is only for now arrives', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  const options = { to: groupID, conversationType: TYPES.CONV_GROUP, payload: { text: 'oops' } }
  const message = alice.chat.createTextMessage(options)
  await alice.chat.sendMessage(message)
  await bob.receivedText('oops')
  await alice.chat.revokeMessage(message)
  await until(() => bob.revoked.length === 1, 'bob sees it gone')
  expect((bob.revoked[0] as Message).ID).toBe(message.ID)
  for (const text of ['now', 'and now']) {
    const fleeting = alice.chat.createTextMessage({ ...options, payload: { text } })
    await alice.chat.sendMessage(fleeting, { onlineUserOnly: true })
    await bob.receivedText(text)
  }
})

test('who loses the network for a moment stays inside and misses nothing', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  bob.loseNetwork()
  await join(carol, groupID)
  await send(alice, 'meanwhile')
  bob.regainNetwork()
  await bob.receivedText('meanwhile')
  await send(bob, 'back again')
  await carol.receivedText('back again')
})

test('a guest may listen without a login', async () => {
  const alice = await server.login('alice')
  await create(alice)
  await join(alice, groupID)
  const guest = new TestClient(server.current.url, 'guest')
  expect(await join(guest, groupID)).toBe('JoinedSuccess')
  await send(alice, 'hello')
  await guest.receivedText('hello')
  await createGroup(alice, { groupID: 'club', type: TYPES.GRP_PUBLIC })
  expect(await codeOf(guest.chat.joinGroup({ groupID: 'club' }))).not.toBe(0)
  guest.abandon()
})

test('many messages in a short time all arrive, in order', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await create(alice)
  await join(alice, groupID)
  await join(bob, groupID)
  const texts = Array.from({ length: 150 }, (_, index) => `message ${index}`)
  await Promise.all(texts.map((text) => send(alice, text)))
  await until(() => textsOf(bob).length === texts.length, 'bob gets them all')
  expect(textsOf(bob)).toEqual(texts)
})

test('what a stranger learns by itself: no custom fields, and no history without the ability for it', async () => {
  const alice = await server.login('alice')
  const groupCustomField = [{ key: 'plan', value: 'secret' }]
  await createGroup(alice, { groupID, type: TYPES.GRP_AVCHATROOM, groupCustomField })
  await join(alice, groupID)
  await send(alice, 'before')
  const bob = await RawClient.login(server.current, 'bob')
  const view = await bob.request('group_open_http_svc.get_group_self_member_info', { GroupIdList: [groupID] })
  expect(view.GroupInfo).toMatchObject([{ ErrorCode: 0, Type: 'AVChatRoom', AppDefinedData: [] }])
  const joining = { GroupId: groupID, HugeGroupHistoryMsgFlag: 1 }
  server.current.control.pushAbilities('1'.repeat(61) + '011')
  expect(await bob.request('group_open_http_svc.apply_join_group', joining)).toMatchObject({ RspMsgList: [] })
  server.current.control.pushAbilities('1'.repeat(64))
  expect(await bob.request('group_open_http_svc.apply_join_group', joining)).toMatchObject({
    RspMsgList: [{ From_Account: 'alice' }],
  })
  bob.close()
})
