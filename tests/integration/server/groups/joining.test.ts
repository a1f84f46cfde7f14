import { type Message } from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'
import {
  codeOf,
  createGroup,
  dataOf,
  getsNotice,
  getsTip,
  groupOf,
  hasGroup,
  join,
  notices,
  roles,
  TYPES,
} from './steps'

const server = useServer()
afterEach(() => expect(server.current.reports).toEqual([]))

interface Application {
  applicant: string
  groupID: string
  applicationType: number
  userID: string
  note: string
}

async function applications(client: TestClient): Promise<Application[]> {
  const call = client.chat.getGroupApplicationList()
  return (await dataOf<{ applicationList: Application[] }>(call)).applicationList
}

const answer = (client: TestClient, message: Message | undefined, handleAction: string, handleMessage = '') =>
  client.chat.handleGroupApplication({ handleAction, handleMessage, message })

describe('who wants to join', () => {
  test('is in at once where everybody may', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_MEETING })
    expect(await join(bob, groupID)).toBe('JoinedSuccess')
    expect(await getsTip(alice, 1)).toMatchObject({ operatorID: 'bob', userIDList: ['bob'], memberCount: 2 })
    expect(await hasGroup(bob, groupID)).toMatchObject({ name: 'Team', memberCount: 2 })
    expect(await join(bob, groupID)).toBe('AlreadyInGroup')
  })

  test('cannot where nobody may, or where there is no group', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_WORK })
    expect(await codeOf(join(bob, groupID))).toBe(10007)
    expect(await codeOf(join(bob, 'nowhere'))).toBe(10010)
    expect(await roles(alice, groupID)).toEqual(['alice: Owner'])
  })

  test('cannot where there is no room', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_MEETING, maxMemberNum: 1 })
    expect(await codeOf(join(bob, groupID))).toBe(10014)
  })

  test('waits for a manager who agrees', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    const memberList = [{ userID: 'carol', role: 'Admin' }]
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC, memberList })
    await hasGroup(carol, groupID)
    expect(await join(bob, groupID, 'let me in')).toBe('WaitAdminApproval')
    const request = await getsNotice(carol, 1)
    await getsNotice(alice, 1)
    expect(request.payload).toMatchObject({ operatorID: 'bob', handleMessage: 'let me in' })
    expect(await applications(alice)).toMatchObject([
      { applicant: 'bob', groupID, applicationType: 0, note: 'let me in' },
    ])

    await answer(carol, request, 'Agree', 'welcome')
    expect((await getsNotice(bob, 2)).payload).toMatchObject({
      operatorID: 'carol',
      handleMessage: 'welcome',
    })
    await until(() => groupOf(bob, groupID)?.selfInfo.role === 'Member', 'bob is a member')
    expect(groupOf(bob, groupID)).toMatchObject({ name: 'Team', memberCount: 3 })
    expect(await applications(alice)).toEqual([])
    // The other manager was slower.
    expect(await codeOf(answer(alice, notices(alice, 1)[0], 'Reject'))).toBe(10024)
    expect(await roles(alice, groupID)).toContain('bob: Member')
  })

  test.each([
    [TYPES.GRP_PUBLIC, []],
    [TYPES.GRP_MEETING, ['before']],
  ])('sees what was written before only where the type %s lets newcomers', async (type, expected) => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type, joinOption: 'FreeAccess' })
    const options = { to: groupID, conversationType: TYPES.CONV_GROUP, payload: { text: 'before' } }
    await alice.chat.sendMessage(alice.chat.createTextMessage(options))
    expect(await join(bob, groupID)).toBe('JoinedSuccess')
    const history = bob.chat.getMessageList({ conversationID: `GROUP${groupID}` })
    const { messageList } = await dataOf<{ messageList: Message[] }>(history)
    expect(messageList.map(textOf).filter((text) => text !== undefined)).toEqual(expected)
    await until(() => bob.conversations[0]?.type === TYPES.CONV_GROUP, 'bob has the conversation')
  })

  test('may be refused, and may ask again', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC })
    await join(bob, groupID)
    await answer(alice, await getsNotice(alice, 1), 'Reject', 'no')
    expect((await getsNotice(bob, 3)).payload).toMatchObject({ handleMessage: 'no' })
    expect(await roles(alice, groupID)).toEqual(['alice: Owner'])
    expect(await join(bob, groupID, 'please')).toBe('WaitAdminApproval')
    const [application] = await applications(alice)
    expect(application).toMatchObject({ note: 'please' })
    await alice.chat.handleGroupApplication({ handleAction: 'Agree', application })
    await hasGroup(bob, groupID)
  })

  test('asks a manager who is away: the request is there at the next login', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC })
    await alice.close()
    await join(bob, groupID)
    await bob.close()
    const aliceAgain = await server.login('alice')
    const [application] = await applications(aliceAgain)
    await aliceAgain.chat.handleGroupApplication({ handleAction: 'Agree', application })
    const bobAgain = await server.login('bob')
    await hasGroup(bobAgain, groupID)
  })

  test('is not let in twice: not who came in meanwhile, nor into what is gone', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC })
    await join(bob, groupID)
    await join(carol, groupID)
    const ofBob = await getsNotice(alice, 1)
    const ofCarol = await getsNotice(alice, 1, 2)
    await alice.chat.updateGroupProfile({ groupID, joinOption: 'FreeAccess' } as never)
    expect(await join(bob, groupID)).toBe('JoinedSuccess')
    expect(await applications(alice)).toMatchObject([{ applicant: 'carol' }])
    expect(await codeOf(answer(alice, ofBob, 'Agree'))).toBe(10013)
    await alice.chat.dismissGroup(groupID)
    expect(await codeOf(answer(alice, ofCarol, 'Agree'))).toBe(10010)
    expect(await applications(alice)).toEqual([])
  })

  test('is not brought back by an old application after having come in otherwise and left', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC })
    await join(bob, groupID)
    const request = await getsNotice(alice, 1)
    await alice.chat.updateGroupProfile({ groupID, joinOption: 'FreeAccess' } as never)
    await join(bob, groupID)
    await bob.chat.quitGroup(groupID)
    expect(await codeOf(answer(alice, request, 'Agree'))).toBe(10024)
    expect(await roles(alice, groupID)).toEqual(['alice: Owner'])
  })
})

describe('who is invited', () => {
  test('comes in only through a manager, if members need their approval', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const carol = await server.login('carol')
    const { groupID } = await createGroup(alice, {
      type: TYPES.GRP_PUBLIC,
      inviteOption: 'NeedPermission',
      memberList: [{ userID: 'bob' }],
    })
    await hasGroup(bob, groupID)
    await bob.chat.addGroupMember({ groupID, userIDList: ['carol'] })
    await getsNotice(alice, 23)
    expect(await roles(alice, groupID)).toEqual(['alice: Owner', 'bob: Member'])
    const [application] = await applications(alice)
    expect(application).toMatchObject({ applicant: 'bob', userID: 'carol', applicationType: 2 })
    const agree = () => codeOf(alice.chat.handleGroupApplication({ handleAction: 'Agree', application }))
    expect(await agree()).toBe(0)
    await hasGroup(carol, groupID)
    expect(await getsTip(bob, 1)).toMatchObject({ operatorID: 'bob', userIDList: ['carol'] })
    await getsNotice(bob, 13)
    expect(await agree()).toBe(10024)
  })

  test('comes in at once when a manager invites', async () => {
    const alice = await server.login('alice')
    const bob = await server.login('bob')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC, inviteOption: 'NeedPermission' })
    await alice.chat.addGroupMember({ groupID, userIDList: ['bob'] })
    await hasGroup(bob, groupID)
  })

  test('is nobody, if the group says so', async () => {
    const alice = await server.login('alice')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_PUBLIC })
    expect(await codeOf(alice.chat.addGroupMember({ groupID, userIDList: ['bob'] }))).toBe(10007)
    expect(await roles(alice, groupID)).toEqual(['alice: Owner'])
  })
})

describe('who is invited, if the server asks for consent', () => {
  const asking = useServer({ inviteConsent: true })

  test('is in after agreeing, and not after refusing', async () => {
    const alice = await asking.login('alice')
    const bob = await asking.login('bob')
    const carol = await asking.login('carol')
    const { groupID } = await createGroup(alice, { type: TYPES.GRP_WORK })
    await alice.chat.addGroupMember({ groupID, userIDList: ['bob', 'carol'] })
    const reply = (client: TestClient, message: Message, handleAction: string) =>
      codeOf(
        client.chat.callExperimentalAPI('handleGroupInvitation', {
          handleAction,
          message,
        }) as Promise<unknown>,
      )
    const ofBob = await getsNotice(bob, 12)
    expect(await roles(alice, groupID)).toEqual(['alice: Owner'])
    expect(await reply(carol, ofBob, 'Agree')).toBe(10024) // it is not hers
    expect(await reply(bob, ofBob, 'Agree')).toBe(0)
    expect(await reply(carol, await getsNotice(carol, 12), 'Reject')).toBe(0)
    expect(await reply(bob, ofBob, 'Agree')).toBe(10024)
    await hasGroup(bob, groupID)
    await until(
      () => notices(alice, 13).length === 1 && notices(alice, 14).length === 1,
      'alice knows both answers',
    )
    expect(await roles(alice, groupID)).toEqual(['alice: Owner', 'bob: Member'])
  })
})
