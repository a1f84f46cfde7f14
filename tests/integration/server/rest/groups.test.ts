import TencentCloudChat, { type Group } from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'
import { backend } from './backend'

const { EVENT } = TencentCloudChat
const server = useServer()
const ask = backend(() => server.current)
const SERVICE = 'group_open_http_svc'
const text = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]

afterEach(() => {
  expect(server.current.reports).toEqual([])
})

async function groupOf(client: TestClient, groupID: string): Promise<Group | undefined> {
  const { data } = (await client.chat.getGroupList()) as { data: { groupList: Group[] } }
  return data.groupList.find((group) => group.groupID === groupID)
}

async function createTeam(): Promise<{ alice: TestClient; bob: TestClient }> {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const reply = await ask(`${SERVICE}/create_group`, {
    Owner_Account: 'alice',
    Type: 'Public',
    GroupId: 'team',
    Name: 'Team',
    MemberList: [{ Member_Account: 'bob' }],
  })
  expect(reply).toMatchObject({ ActionStatus: 'OK', GroupId: 'team', Type: 'Public' })
  await until(
    async () => (await groupOf(alice, 'team')) && (await groupOf(bob, 'team')),
    'both have the group',
  )
  return { alice, bob }
}

test('a group that a back end creates appears at its members, who can write in it', async () => {
  const { alice, bob } = await createTeam()
  const message = alice.chat.createTextMessage({
    to: 'team',
    conversationType: TencentCloudChat.TYPES.CONV_GROUP,
    payload: { text: 'hello team' },
  })
  await alice.chat.sendMessage(message)
  await bob.receivedText('hello team')
  expect(await ask(`${SERVICE}/get_group_info`, { GroupIdList: ['team', 'none'] })).toMatchObject({
    GroupInfo: [
      { ErrorCode: 0, GroupId: 'team', Name: 'Team', Type: 'Public', Owner_Account: 'alice', MemberNum: 2 },
      { ErrorCode: 10010, GroupId: 'none' },
    ],
  })
  expect(await ask(`${SERVICE}/get_joined_group_list`, { Member_Account: 'bob' })).toMatchObject({
    TotalCount: 1,
    GroupIdList: [{ GroupId: 'team' }],
  })
  expect(await ask(`${SERVICE}/get_appid_group_list`, {})).toMatchObject({
    GroupIdList: [{ GroupId: 'team' }],
  })
  await ask(`${SERVICE}/destroy_group`, { GroupId: 'team' })
  await until(async () => !(await groupOf(bob, 'team')), 'the group is gone')
})

test('members come, go, and are muted', async () => {
  const { bob } = await createTeam()
  const carol = await server.login('carol')
  const MemberList = ['carol', 'bob', 'nobody'].map((Member_Account) => ({ Member_Account }))
  expect(await ask(`${SERVICE}/add_group_member`, { GroupId: 'team', MemberList })).toMatchObject({
    MemberList: [
      { Member_Account: 'carol', Result: 1 },
      { Member_Account: 'bob', Result: 2 },
      { Member_Account: 'nobody', Result: 0 },
    ],
  })
  await until(() => groupOf(carol, 'team'), 'carol has the group')
  await ask(`${SERVICE}/modify_group_member_info`, {
    GroupId: 'team',
    Member_Account: 'carol',
    Role: 'Admin',
  })
  expect(
    await ask(`${SERVICE}/get_group_member_info`, { GroupId: 'team', Limit: 2, Offset: 1 }),
  ).toMatchObject({
    MemberNum: 3,
    MemberList: [
      { Member_Account: 'bob', Role: 'Member' },
      { Member_Account: 'carol', Role: 'Admin' },
    ],
  })

  await ask(`${SERVICE}/forbid_send_msg`, { GroupId: 'team', Members_Account: ['bob'], MuteTime: 60 })
  expect(await ask(`${SERVICE}/get_group_muted_account`, { GroupId: 'team' })).toMatchObject({
    MutedAccountList: [{ Member_Account: 'bob' }],
  })
  const message = bob.chat.createTextMessage({
    to: 'team',
    conversationType: TencentCloudChat.TYPES.CONV_GROUP,
    payload: { text: 'muted' },
  })
  await expect(bob.chat.sendMessage(message)).rejects.toMatchObject({ code: 10017 })

  await ask(`${SERVICE}/delete_group_member`, {
    GroupId: 'team',
    MemberToDel_Account: ['bob'],
    Reason: 'left',
  })
  await until(async () => !(await groupOf(bob, 'team')), 'bob has lost the group')
  await ask(`${SERVICE}/change_group_owner`, { GroupId: 'team', NewOwner_Account: 'carol' })
  await until(async () => {
    const self = (await groupOf(carol, 'team'))?.selfInfo as { role: string } | undefined
    return self?.role === 'Owner'
  }, 'carol owns the group')
})

test('the profile is changed, and everybody muted', async () => {
  const { bob } = await createTeam()
  await ask(`${SERVICE}/modify_group_base_info`, {
    GroupId: 'team',
    Name: 'Renamed',
    Notification: 'Read this',
    MuteAllMember: 'On',
  })
  const changed = await until(async () => {
    const group = await groupOf(bob, 'team')
    return group?.name === 'Renamed' && group
  }, 'bob sees the new name')
  expect(changed).toMatchObject({ notification: 'Read this', muteAllMembers: true })
  expect(await ask(`${SERVICE}/modify_group_base_info`, { GroupId: 'none', Name: 'x' })).toMatchObject({
    ActionStatus: 'FAIL',
    ErrorCode: 10010,
  })
})

test('messages and notices of the back end arrive, and messages are revoked', async () => {
  const { alice, bob } = await createTeam()
  const sent = await ask(`${SERVICE}/send_group_msg`, {
    GroupId: 'team',
    Random: 1,
    MsgBody: text('by the app'),
  })
  expect(sent).toMatchObject({ ActionStatus: 'OK', MsgSeq: expect.any(Number) as number })
  expect(await bob.receivedText('by the app')).toMatchObject({ from: 'administrator', sequence: sent.MsgSeq })
  await ask(`${SERVICE}/send_group_msg`, {
    GroupId: 'team',
    From_Account: 'alice',
    Random: 2,
    MsgBody: text('for alice'),
  })
  expect(await bob.receivedText('for alice')).toMatchObject({ from: 'alice' })
  await alice.receivedText('for alice')

  expect(
    await ask(`${SERVICE}/group_msg_recall`, {
      GroupId: 'team',
      MsgSeqList: [{ MsgSeq: sent.MsgSeq }, { MsgSeq: 999 }],
    }),
  ).toMatchObject({ RecallRetList: [{ RetCode: 0 }, { MsgSeq: 999, RetCode: 10030 }] })
  await until(() => bob.revoked.some((message) => message.sequence === sent.MsgSeq), 'bob sees it revoked')
  const history = await ask(`${SERVICE}/group_msg_get_simple`, { GroupId: 'team', ReqMsgNumber: 20 })
  expect(JSON.stringify(history.RspMsgList)).toContain('for alice')
  expect(JSON.stringify(history.RspMsgList)).not.toContain('by the app')

  await ask(`${SERVICE}/send_group_system_notification`, {
    GroupId: 'team',
    ToMembers_Account: ['bob'],
    Content: 'only for bob',
  })
  const notices = (client: TestClient) => JSON.stringify(client.seen(EVENT.MESSAGE_RECEIVED))
  await until(() => notices(bob).includes('only for bob'), 'bob gets the notice')
  await bob.sendText('alice', 'a round trip')
  await alice.receivedText('a round trip')
  expect(notices(alice)).not.toContain('only for bob')
  expect(bob.received.map(textOf)).toContain('for alice')
})

test('messages come from users that exist, and are revoked ten at a time', async () => {
  await createTeam()
  const message = { GroupId: 'team', Random: 1, MsgBody: text('hi') }
  expect(await ask(`${SERVICE}/send_group_msg`, { ...message, From_Account: 'nobody' })).toMatchObject({
    ErrorCode: 20003,
  })
  const { MsgSeq } = await ask(`${SERVICE}/send_group_msg`, message)
  const recall = (...seqs: unknown[]) =>
    ask(`${SERVICE}/group_msg_recall`, { GroupId: 'team', MsgSeqList: seqs.map((seq) => ({ MsgSeq: seq })) })
  expect(await recall(...Array<unknown>(11).fill(MsgSeq))).toMatchObject({ ErrorCode: 10004 })
  expect(await recall(MsgSeq, 999)).toMatchObject({ RecallRetList: [{ RetCode: 0 }, { RetCode: 10030 }] })
})
