import { RawClient, useServer, type TestClient } from '../../harness'
import { codeOf, createGroup, dataOf, groupOf, hasGroup, memberList, roles, TYPES } from './steps'

const users = ['alice', 'bob', 'carol', 'dave', 'mallory'].map((userID) => ({
  userID,
  nick: '',
  avatar: '',
  selfSignature: '',
}))
const server = useServer({ seed: { users, messages: [] } })
afterEach(() => expect(server.current.reports).toEqual([]))

const groupID = 'club'

/** Alice owns it, bob is an administrator, carol and dave are members. Mallory is outside. */
async function club(alice: TestClient): Promise<void> {
  await createGroup(alice, {
    groupID,
    type: TYPES.GRP_PUBLIC,
    memberList: [{ userID: 'bob', role: 'Admin' }, { userID: 'carol' }, { userID: 'dave' }],
  })
}

/** What the owner sees of the group: if anything of it was changed, this differs. */
async function everything(owner: TestClient): Promise<unknown> {
  const { groupAttributes } = await dataOf(owner.chat.getGroupAttributes({ groupID, keyList: [] }))
  const { name, ownerID, muteAllMembers, joinOption } = groupOf(owner, groupID) ?? {}
  return {
    members: await memberList(owner, groupID),
    groupAttributes,
    name,
    ownerID,
    muteAllMembers,
    joinOption,
  }
}

const GroupId = groupID
const service = 'group_open_http_svc'
const attributes = { GroupAttr: [{ key: 'k', value: 'v' }], AttrMainSeq: 0 }

/** What a member may not do. */
const forManagers: [command: string, body: object][] = [
  ['destroy_group', {}],
  ['modify_group_base_info', { Name: 'mine' }],
  ['modify_group_base_info', { ShutUpAllMember: 'On' }],
  ['modify_group_base_info', { ApplyJoinOption: 'FreeAccess' }],
  ['change_group_owner', { NewOwner_Account: 'carol' }],
  ['add_group_member', { MemberList: [{ Member_Account: 'mallory' }] }],
  ['delete_group_member', { MemberToDel_Account: ['dave'] }],
  ['delete_group_member', { MemberToDel_Account: ['alice'] }],
  ['modify_group_member_info', { Member_Account: 'dave', ShutUpTime: 60 }],
  ['modify_group_member_info', { Member_Account: 'alice', ShutUpTime: 60 }],
  ['modify_group_member_info', { Member_Account: 'carol', Role: 'Admin' }],
  ['modify_group_member_info', { Member_Account: 'dave', NameCard: 'x' }],
  ['modify_group_member_info', { Member_Account: 'dave', MsgFlag: 'Discard' }],
  ['modify_group_member_info', { Member_Account: 'carol', NameCard: 'x', Role: 'Admin' }],
  ['handle_apply_join_group', { Applicant_Account: 'mallory', HandleMsg: 'Agree' }],
  ['ban_group_member', { Members_Account: ['dave'], Duration: 60 }],
]

/** What nobody outside may do, or see. */
const forMembers: [command: string, body: object][] = [
  ...forManagers,
  ['get_group_member_info', { Limit: 100, Offset: 0 }],
  ['get_specified_group_member_info', { Member_List_Account: ['alice'] }],
  ['get_online_member_num', {}],
  ['quit_group', {}],
  ['modify_group_member_info', { Member_Account: 'mallory', NameCard: 'x' }],
  ['set_group_attr', attributes],
  ['modify_group_attr', attributes],
  ['clear_group_attr', { AttrMainSeq: 0 }],
  ['update_group_counter', { GroupCounter: [{ Key: 'k', Value: 1 }], Mode: 'Set' }],
  ['get_group_counter', {}],
]

async function refusals(userID: string, commands: [command: string, body: object][]): Promise<unknown[]> {
  const client = await RawClient.login(server.current, userID)
  const codes: unknown[] = []
  for (const [command, body] of commands) {
    const { ErrorCode } = await client.request(`${service}.${command}`, { GroupId, ...body })
    codes.push(ErrorCode)
  }
  client.close()
  return codes
}

test.each([
  ['a member', 'carol', forManagers],
  ['somebody outside', 'mallory', forMembers],
] as const)('%s is refused what is not allowed, and nothing changes', async (_who, userID, commands) => {
  const alice = await server.login('alice')
  await club(alice)
  const before = await everything(alice)
  const codes = await refusals(userID, [...commands])
  expect(codes).toEqual(codes.map(() => 10007))
  expect(await everything(alice)).toEqual(before)
})

test('an administrator ranks below the owner and beside the other administrators', async () => {
  const alice = await server.login('alice')
  await club(alice)
  await alice.chat.setGroupMemberRole({ groupID, userID: 'dave', role: 'Admin' as never })
  const before = await everything(alice)
  const codes = await refusals('bob', [
    ['destroy_group', {}],
    ['change_group_owner', { NewOwner_Account: 'bob' }],
    ['modify_group_member_info', { Member_Account: 'carol', Role: 'Admin' }],
    ['modify_group_member_info', { Member_Account: 'dave', Role: 'Member' }],
    ['modify_group_member_info', { Member_Account: 'dave', ShutUpTime: 60 }],
    ['modify_group_member_info', { Member_Account: 'alice', ShutUpTime: 60 }],
    ['delete_group_member', { MemberToDel_Account: ['carol', 'dave'] }],
    ['delete_group_member', { MemberToDel_Account: ['alice'] }],
  ])
  expect(codes).toEqual(codes.map(() => 10007))
  expect(await everything(alice)).toEqual(before)
})

test('what makes no sense is refused, and nothing changes', async () => {
  const alice = await server.login('alice')
  await club(alice)
  const before = await everything(alice)
  const nonsense: [string, object][] = [
    ['create_group', { GroupId: 'other', Type: 'Nonsense', Name: 'x' }],
    ['create_group', { GroupId: 'other', Type: 'Public' }],
    ['create_group', { GroupId: 'other', Type: 'Public', Name: 'x', MemberList: 'bob' }],
    ['create_group', { GroupId: 'other', Type: 'Public', Name: 'x', Owner_Account: 'bob' }],
    [
      'create_group',
      { GroupId: 'other', Type: 'AVChatRoom', Name: 'x', MemberList: [{ Member_Account: 'bob' }] },
    ],
    ['modify_group_base_info', { Name: 7 }],
    ['modify_group_base_info', { Name: '' }],
    ['modify_group_base_info', { ApplyJoinOption: 'Whatever' }],
    ['modify_group_base_info', { AppDefinedData: [{ Key: 'x'.repeat(17), Value: '' }] }],
    ['modify_group_base_info', { AppDefinedData: { Key: 'x' } }],
    ['modify_group_member_info', { Member_Account: 'carol', ShutUpTime: -1 }],
    ['modify_group_member_info', { Member_Account: 'carol', ShutUpTime: '60' }],
    ['modify_group_member_info', { Member_Account: 'carol', Role: 'Owner' }],
    ['modify_group_member_info', { Member_Account: 'mallory', Role: 'Admin' }],
    ['delete_group_member', { MemberToDel_Account: [{}] }],
    ['change_group_owner', { NewOwner_Account: 'mallory' }],
    ['get_group_member_info', { Limit: -1 }],
    ['set_group_attr', { GroupAttr: [{ key: 'k', value: 1 }] }],
    ['update_group_counter', { GroupCounter: [{ Key: 'k', Value: '1' }], Mode: 'Set' }],
    ['update_group_counter', { GroupCounter: [{ Key: 'k', Value: 1 }], Mode: 'Double' }],
    ['handle_apply_join_group', { Applicant_Account: 'mallory', HandleMsg: 'Perhaps' }],
  ]
  const codes = await refusals('alice', nonsense)
  expect(codes).toHaveLength(nonsense.length)
  expect(codes.filter((code) => ![10004, 10007, 10019, 20001].includes(code as number))).toEqual([])
  expect(await everything(alice)).toEqual(before)
  expect(await codeOf(alice.chat.searchGroupByID('other'))).toBe(10010)
})

test('who is removed while acting changes nothing any more', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await club(alice)
  await hasGroup(bob, groupID)
  const [removal, ...late] = await Promise.all([
    codeOf(alice.chat.deleteGroupMember({ groupID, userIDList: ['bob'] })),
    codeOf(bob.chat.deleteGroupMember({ groupID, userIDList: ['carol'] })),
    codeOf(bob.chat.updateGroupProfile({ groupID, name: 'late' })),
  ])
  expect(removal).toBe(0)
  const members = await roles(alice, groupID)
  expect(members).not.toContain('bob: Admin')
  // Whether bob came first is open; but what was refused was not done.
  expect(members.includes('carol: Member')).toBe(late[0] !== 0)
  expect(groupOf(alice, groupID)?.name === 'late').toBe(late[1] === 0)
})
