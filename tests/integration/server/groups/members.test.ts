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
  memberList,
  roles,
  tips,
  TYPES,
} from './steps'

const users = ['alice', 'bob', 'carol', 'dave', 'erin'].map((userID) => ({
  userID,
  nick: userID.toUpperCase(),
  avatar: '',
  selfSignature: '',
}))
const server = useServer({ devices: 2, seed: { users, messages: [] } })
afterEach(() => expect(server.current.reports).toEqual([]))

/** Alice owns it, bob is an administrator, carol and dave are members. */
const staffed = {
  type: TYPES.GRP_PUBLIC,
  memberList: [{ userID: 'bob', role: 'Admin' }, { userID: 'carol' }, { userID: 'dave' }],
}
const inWork = (...userIDs: string[]) => ({
  type: TYPES.GRP_WORK,
  memberList: userIDs.map((userID) => ({ userID })),
})

test('members of a Work group add others, each with a result', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  const { groupID } = await createGroup(alice, inWork('bob'))
  await hasGroup(bob, groupID)
  const userIDList = ['carol', 'alice', 'nobody']
  const result = await dataOf(bob.chat.addGroupMember({ groupID, userIDList }))
  expect(result).toMatchObject({
    successUserIDList: ['carol'],
    existedUserIDList: ['alice'],
    failureUserIDList: ['nobody'],
  })
  await hasGroup(carol, groupID)
  await getsNotice(carol, 7)
  expect(await getsTip(alice, 1)).toMatchObject({ operatorID: 'bob', userIDList: ['carol'], memberCount: 3 })
  await until(() => groupOf(alice, groupID)?.memberCount === 3, 'alice counts three')
})

test('somebody who has blocked the inviter is not brought in', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await bob.chat.addToBlacklist({ userIDList: ['alice'] })
  const { groupID } = await createGroup(alice, inWork())
  const result = await dataOf(alice.chat.addGroupMember({ groupID, userIDList: ['bob'] }))
  expect(result).toMatchObject({ failureUserIDList: ['bob'] })
})

test('a group takes no more than it has room for', async () => {
  const alice = await server.login('alice')
  const { groupID } = await createGroup(alice, { ...inWork('bob'), maxMemberNum: 3 })
  expect(await codeOf(alice.chat.addGroupMember({ groupID, userIDList: ['carol', 'dave'] }))).toBe(10014)
  expect(await roles(alice, groupID)).toHaveLength(2)
  expect(await codeOf(alice.chat.addGroupMember({ groupID, userIDList: ['carol'] }))).toBe(0)
})

test('the removed one hears of it and the rest see it, with the reason', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  const { groupID } = await createGroup(alice, staffed)
  await hasGroup(carol, groupID)
  await hasGroup(bob, groupID)
  await bob.chat.deleteGroupMember({ groupID, userIDList: ['carol'], reason: 'spam' })
  const notice = await getsNotice(carol, 4)
  expect(notice.payload).toMatchObject({ operatorID: 'bob', handleMessage: 'spam' })
  await hasNoGroup(carol, groupID)
  const tip = await getsTip(alice, 3)
  expect(tip).toMatchObject({ userIDList: ['carol'], memberCount: 3, memberList: [{ nick: 'CAROL' }] })
  expect(tips(carol, 3)).toEqual([])
  expect(await codeOf(carol.chat.getGroupProfile({ groupID }))).toBe(10007)
})

test('who was removed while away finds no group and no conversation', async () => {
  const alice = await server.login('alice')
  const { groupID } = await createGroup(alice, inWork('bob'))
  await alice.chat.deleteGroupMember({ groupID, userIDList: ['bob'] })
  const bob = await server.login('bob')
  expect(await bob.synced()).toEqual([])
  expect(await dataOf(bob.chat.getGroupList())).toMatchObject({ groupList: [] })
})

test('a removal while the client was cut off reaches it with the reconnect', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const { groupID } = await createGroup(alice, inWork('bob'))
  await hasGroup(bob, groupID)
  bob.loseNetwork()
  await alice.chat.deleteGroupMember({ groupID, userIDList: ['bob'] })
  bob.regainNetwork()
  await hasNoGroup(bob, groupID)
})

test('only the owner makes administrators, and of a limited number', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const carol = await server.login('carol')
  const { groupID } = await createGroup(alice, staffed)
  await hasGroup(carol, groupID)
  await alice.chat.setGroupMemberRole({ groupID, userID: 'carol', role: 'Admin' as never })
  expect(await getsTip(bob, 4)).toMatchObject({ operatorID: 'alice', userIDList: ['carol'] })
  await getsNotice(carol, 9)
  await alice.chat.setGroupMemberRole({ groupID, userID: 'carol', role: 'Member' as never })
  expect(await getsTip(bob, 5)).toMatchObject({ operatorID: 'alice', userIDList: ['carol'] })
  await getsNotice(carol, 10)
  expect(await roles(alice, groupID)).toEqual(['alice: Owner', 'bob: Admin', 'carol: Member', 'dave: Member'])
})

test('there are no administrators in a Work group', async () => {
  const alice = await server.login('alice')
  const { groupID } = await createGroup(alice, inWork('bob'))
  const call = alice.chat.setGroupMemberRole({ groupID, userID: 'bob', role: 'Admin' as never })
  expect(await codeOf(call)).toBe(10007)
  expect(await roles(alice, groupID)).toEqual(['alice: Owner', 'bob: Member'])
})

test('a muted member cannot speak, until the time is over or it is lifted', async () => {
  const alice = await server.login('alice')
  const carol = await server.login('carol')
  const { groupID } = await createGroup(alice, staffed)
  await hasGroup(carol, groupID)
  const send = () => {
    const payload = { text: 'hello' }
    const conversationType = TYPES.CONV_GROUP
    return codeOf(
      carol.chat.sendMessage(carol.chat.createTextMessage({ to: groupID, conversationType, payload })),
    )
  }
  await alice.chat.setGroupMemberMuteTime({ groupID, userID: 'carol', muteTime: 600 })
  expect(await getsTip(carol, 7)).toMatchObject({ memberList: [{ userID: 'carol', muteTime: 600 }] })
  expect(await send()).toBe(10017)
  const muted = (await memberList(alice, groupID)).find(({ userID }) => userID === 'carol')
  expect(muted?.muteUntil).toBeGreaterThan(Date.now() / 1000 + 590)
  await alice.chat.setGroupMemberMuteTime({ groupID, userID: 'carol', muteTime: 0 })
  expect(await send()).toBe(0)
})

test('a name card is one’s own, or set by who ranks above', async () => {
  const bob = await server.login('bob')
  const alice = await server.login('alice')
  const carol = await server.login('carol')
  const { groupID } = await createGroup(alice, staffed)
  await hasGroup(bob, groupID)
  await hasGroup(carol, groupID)
  await carol.chat.setGroupMemberNameCard({ groupID, nameCard: 'C.' })
  await bob.chat.setGroupMemberNameCard({ groupID, userID: 'dave', nameCard: 'D.' })
  expect(await codeOf(bob.chat.setGroupMemberNameCard({ groupID, userID: 'alice', nameCard: 'A.' }))).toBe(
    10007,
  )
  expect(await codeOf(carol.chat.setGroupMemberNameCard({ groupID, userID: 'dave', nameCard: '!' }))).toBe(
    10007,
  )
  expect(await codeOf(carol.chat.setGroupMemberNameCard({ groupID, nameCard: 'x'.repeat(51) }))).toBe(10004)
  expect((await memberList(alice, groupID)).map(({ nameCard }) => nameCard)).toEqual(['', '', 'C.', 'D.'])
})

test('members have custom fields', async () => {
  const alice = await server.login('alice')
  const { groupID } = await createGroup(alice, inWork('bob'))
  const memberCustomField = [{ key: 'team', value: 'red' }]
  await alice.chat.setGroupMemberCustomField({ groupID, memberCustomField })
  await alice.chat.setGroupMemberCustomField({ groupID, memberCustomField: [{ key: 'desk', value: '7' }] })
  const bob = await server.login('bob')
  await hasGroup(bob, groupID)
  const { memberList: [seen] = [] } = await dataOf<{ memberList: { memberCustomField: unknown }[] }>(
    bob.chat.getGroupMemberProfile({ groupID, userIDList: ['alice', 'nobody'] }),
  )
  expect(seen?.memberCustomField).toEqual([...memberCustomField, { key: 'desk', value: '7' }])
})

test('what one wants to hear of a group is known on all own devices', async () => {
  const alice = await server.login('alice')
  const aliceTwo = await server.login('alice')
  const { groupID } = await createGroup(alice, inWork('bob'))
  await hasGroup(aliceTwo, groupID)
  const conversation = (client: typeof alice) =>
    client.conversations.find(({ conversationID }) => conversationID === `GROUP${groupID}`)
  // It asks for the setting itself first, and would take the answer for newer.
  await until(() => conversation(aliceTwo)?.messageRemindType, 'the second device has the conversation')
  const messageRemindType = 'AcceptNotNotify' as never
  await alice.chat.setMessageRemindType({ groupID, messageRemindType })
  await until(
    () => String(conversation(aliceTwo)?.messageRemindType) === 'AcceptNotNotify',
    'the second device knows',
  )
  await alice.close()
  const aliceAgain = await server.login('alice')
  expect((await hasGroup(aliceAgain, groupID)).selfInfo.messageRemindType).toBe('AcceptNotNotify')
})

test('who quits is gone on all own devices, and the rest see it', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  const bobTwo = await server.login('bob')
  const { groupID } = await createGroup(alice, staffed)
  await hasGroup(bob, groupID)
  await hasGroup(bobTwo, groupID)
  await bob.chat.quitGroup(groupID)
  await hasNoGroup(bobTwo, groupID)
  expect(await getsTip(alice, 2)).toMatchObject({ operatorID: 'bob', userIDList: ['bob'], memberCount: 3 })
  expect(await codeOf(alice.chat.quitGroup(groupID))).toBe(10009)
  await bob.close()
  const bobAgain = await server.login('bob')
  expect(await bobAgain.synced()).toEqual([])
})

test('the member list comes in pages, by role, and with who is online', async () => {
  const alice = await server.login('alice')
  await server.login('bob')
  const { groupID } = await createGroup(alice, staffed)
  const page = (offset: number) => memberList(alice, groupID, { count: 3, offset })
  const names = (members: { userID: string }[]) => members.map(({ userID }) => userID)
  expect(names(await page(0))).toEqual(['alice', 'bob', 'carol'])
  expect(names(await page(3))).toEqual(['dave'])
  expect(names(await memberList(alice, groupID, { role: 'Admin' }))).toEqual(['bob'])
  const online = (await memberList(alice, groupID)).filter(({ isOnline }) => isOnline)
  expect(names(online)).toEqual(['alice', 'bob'])
  expect(await dataOf(alice.chat.getGroupOnlineMemberCount(groupID))).toMatchObject({ memberCount: 2 })
})

test('a community gives its members page by page as well', async () => {
  const alice = await server.login('alice')
  const { groupID } = await createGroup(alice, {
    type: TYPES.GRP_COMMUNITY,
    memberList: users.slice(1).map(({ userID }) => ({ userID })),
  })
  const seen: string[] = []
  let offset: number | string = 0
  do {
    const options = { groupID, count: 2, offset } as never
    const page: { memberList: { userID: string }[]; offset: number | string } = await dataOf(
      alice.chat.getGroupMemberList(options),
    )
    seen.push(...page.memberList.map(({ userID }) => userID))
    offset = page.offset
  } while (offset)
  expect(seen).toEqual(['alice', 'bob', 'carol', 'dave', 'erin'])
})
