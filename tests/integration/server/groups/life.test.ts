import { until, useServer } from '../../harness'
import {
  codeOf,
  createGroup,
  dataOf,
  getsNotice,
  getsTip,
  groupOf,
  hasGroup,
  hasNoGroup,
  join,
  roles,
  tips,
  TYPES,
} from './steps'

const server = useServer({ devices: 2 })
afterEach(() => expect(server.current.reports).toEqual([]))

const withBob = { type: TYPES.GRP_PUBLIC, memberList: [{ userID: 'bob' }] }

test('first members have the group at once, online and offline', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, {
    type: TYPES.GRP_WORK,
    memberList: [{ userID: 'bob' }, { userID: 'carol' }],
  })
  expect(await hasGroup(bob, groupID)).toMatchObject({ memberCount: 3, selfInfo: { role: 'Member' } })
  const carol = await server.login('carol')
  expect(await hasGroup(carol, groupID)).toMatchObject({ name: 'Team', memberCount: 3 })
  await until(
    () => carol.conversations.some(({ conversationID }) => conversationID === `GROUP${groupID}`),
    'listed',
  )
})

test('who is no user cannot be a first member', async () => {
  const alice = await server.login('alice')
  const call = createGroup(alice, { groupID: 'g', type: TYPES.GRP_WORK, memberList: [{ userID: 'nobody' }] })
  expect(await codeOf(call)).toBe(10019)
  expect(await codeOf(alice.chat.searchGroupByID('g'))).toBe(10010)
})

test('a changed profile reaches all members, with what was changed and nothing else', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, { ...withBob, groupCustomField: [{ key: 'a', value: '1' }] })
  await hasGroup(bob, groupID)
  const change = {
    name: 'New',
    introduction: 'about',
    notification: 'news',
    avatar: 'https://example.com/b.png',
    joinOption: 'FreeAccess',
    inviteOption: 'NeedPermission',
    groupCustomField: [{ key: 'b', value: '2' }],
  }
  await alice.chat.updateGroupProfile({ groupID, ...change } as never)
  const all = [
    { key: 'a', value: '1' },
    { key: 'b', value: '2' },
  ]
  await until(() => groupOf(bob, groupID)?.name === 'New', 'bob sees the new name')
  expect(groupOf(bob, groupID)).toMatchObject({ ...change, groupCustomField: all })

  await alice.chat.updateGroupProfile({ groupID, notification: 'newer', name: 'New' })
  const tip = await getsTip(bob, 6, 2)
  expect(tip).toMatchObject({ operatorID: 'alice', newGroupProfile: { notification: 'newer' } })
  expect(tip.newGroupProfile).not.toHaveProperty('groupName')

  await bob.close()
  const bobAgain = await server.login('bob')
  const expected = { ...change, notification: 'newer', groupCustomField: all }
  expect(await hasGroup(bobAgain, groupID)).toMatchObject(expected)
})

test('in a Work group every member may change the profile, elsewhere only the managers', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const work = await createGroup(alice, { ...withBob, type: TYPES.GRP_WORK })
  const open = await createGroup(alice, withBob)
  await hasGroup(bob, work.groupID)
  await hasGroup(bob, open.groupID)
  await bob.chat.updateGroupProfile({ groupID: work.groupID, name: 'by bob' })
  await until(() => groupOf(alice, work.groupID)?.name === 'by bob', 'alice sees it')
  expect(await codeOf(bob.chat.updateGroupProfile({ groupID: open.groupID, name: 'by bob' }))).toBe(10007)
  const who = { groupID: work.groupID, inviteOption: 'DisableInvite' } as never
  expect(await codeOf(bob.chat.updateGroupProfile(who))).toBe(10007)
  expect(groupOf(alice, open.groupID)?.name).toBe('Team')
})

test('muting everybody is told to all, and is not possible in a Work group', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, withBob)
  const work = await createGroup(alice, { type: TYPES.GRP_WORK })
  await hasGroup(bob, groupID)
  await alice.chat.updateGroupProfile({ groupID, muteAllMembers: true })
  await until(() => groupOf(bob, groupID)?.muteAllMembers, 'bob knows')
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await hasGroup(bobAgain, groupID)).toMatchObject({ muteAllMembers: true })
  const call = alice.chat.updateGroupProfile({ groupID: work.groupID, muteAllMembers: true })
  expect(await codeOf(call)).toBe(10007)
})

test('the owner hands the group over, once', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, withBob)
  await hasGroup(bob, groupID)
  expect(await codeOf(bob.chat.changeGroupOwner({ groupID, newOwnerID: 'alice' }))).toBe(10007)
  expect(await codeOf(alice.chat.changeGroupOwner({ groupID, newOwnerID: 'carol' }))).toBe(10004)
  await alice.chat.changeGroupOwner({ groupID, newOwnerID: 'bob' })
  await until(() => groupOf(bob, groupID)?.selfInfo.role === 'Owner', 'bob owns it')
  expect(await roles(bob, groupID)).toEqual(['alice: Member', 'bob: Owner'])
  expect(await codeOf(alice.chat.changeGroupOwner({ groupID, newOwnerID: 'bob' }))).toBe(10007)
  await alice.chat.quitGroup(groupID)
})

test('a dismissed group is gone for everybody, at once, on all devices, and after a new login', async () => {
  const alice = await server.login('alice')
  const aliceTwo = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, { ...withBob, groupID: 'short' })
  await hasGroup(bob, groupID)
  await hasGroup(aliceTwo, groupID)
  expect(await codeOf(bob.chat.dismissGroup(groupID))).toBe(10007)
  await alice.chat.dismissGroup(groupID)
  await getsNotice(bob, 5)
  await hasNoGroup(bob, groupID)
  await hasNoGroup(aliceTwo, groupID)
  expect(await codeOf(alice.chat.dismissGroup(groupID))).toBe(10010)
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await bobAgain.synced()).toEqual([])
  expect((await dataOf<{ groupList: [] }>(bobAgain.chat.getGroupList())).groupList).toEqual([])
})

test('an ID can be used again, and nothing of the old group comes with it', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const meeting = { groupID: 'again', type: TYPES.GRP_MEETING }
  await createGroup(alice, meeting)
  const conversationType = TYPES.CONV_GROUP
  const payload = { text: 'secret' }
  await alice.chat.sendMessage(alice.chat.createTextMessage({ to: 'again', conversationType, payload }))
  await alice.chat.dismissGroup('again')
  await createGroup(alice, meeting)
  expect(await join(bob, 'again')).toBe('JoinedSuccess')
  const { messageList } = await dataOf<{ messageList: { payload: { text?: string } }[] }>(
    bob.chat.getMessageList({ conversationID: 'GROUPagain' }),
  )
  expect(messageList.map((message) => message.payload.text)).not.toContain('secret')
})

test('a Work group cannot be dismissed; its owner may leave it without one', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, { ...withBob, type: TYPES.GRP_WORK })
  await hasGroup(bob, groupID)
  expect(await codeOf(alice.chat.dismissGroup(groupID))).toBe(10007)
  await alice.chat.quitGroup(groupID)
  expect(await getsTip(bob, 2)).toMatchObject({ userIDList: ['alice'], memberCount: 1 })
  expect(await roles(bob, groupID)).toEqual(['bob: Member'])
  expect(tips(alice, 2)).toEqual([])
})
