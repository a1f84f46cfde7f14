import TencentCloudChat from '@tencentcloud/chat'
import {
  changeGroupProfile,
  dismissGroup,
  loadGroup,
  quitGroup,
  setNameCard,
  transferGroup,
} from '../../../core/actions/groups'
import { openChat } from '../../../core/actions/open-chat'
import { sendText } from '../../../core/actions/send-text'
import { createTopic, loadTopics } from '../../../core/actions/topics'
import type { GroupProfile } from '../../../core/store/group-profiles'
import { allMessages } from '../../../core/store/thread'
import { groupPageView, type GroupPageView } from '../../../core/views/group-page'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(20_000)

const { TYPES } = TencentCloudChat
const TEAM = 'GROUPteam'
const done = { ok: true, value: undefined }

let server: TestServer
let alice: Phone
let bob: Phone
let carol: Phone

beforeEach(async () => {
  server = await startServer()
  alice = await phone(server, 'alice')
  bob = await phone(server, 'bob')
  carol = await phone(server, 'carol')
})
afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const profile = (who: Phone): GroupProfile | undefined => who.kit.store.get().groups.team?.profile
const standing = (who: Phone): string | undefined => who.kit.store.get().access[TEAM]?.standing
const page = ({ kit }: Phone): GroupPageView => groupPageView(kit.store.get(), 'team', kit.t())

/** A group of alice's with bob and carol in it, whose page all three have open. */
async function team(type = TYPES.GRP_PUBLIC): Promise<void> {
  await alice.client.chat.createGroup({
    groupID: 'team',
    name: 'Team',
    type,
    notification: 'Welcome',
    memberList: [{ userID: 'bob' }, { userID: 'carol' }],
  })
  for (const who of [alice, bob, carol]) {
    await who.until(
      () => who.kit.store.get().conversations.list.some((one) => one.conversationID === TEAM),
      'is in the group',
    )
    expect(await loadGroup(who.kit, 'team')).toEqual(done)
  }
}

test('everybody in it sees the same, and each what they may do', async () => {
  await team()
  for (const who of [alice, bob, carol])
    expect(profile(who)).toMatchObject({
      name: 'Team',
      ownerID: 'alice',
      members: 3,
      notification: 'Welcome',
    })
  expect(page(alice).can).toMatchObject({ edit: true, join: true, dismiss: true, quit: false })
  expect(page(bob).can).toMatchObject({ edit: false, join: false, dismiss: false, quit: true })
})

test('what the owner changes is seen on the pages that are open', async () => {
  await team()
  const change = { name: 'New', notification: 'News', join: 'nobody', invite: 'any', muteAll: true } as const
  expect(await changeGroupProfile(alice.kit, 'team', change)).toEqual(done)
  for (const who of [alice, bob, carol])
    await who.until(
      () => profile(who)?.name === 'New' && profile(who)?.muteAll && profile(who)?.invite === 'any',
      'sees the change',
    )
  expect(profile(bob)).toMatchObject(change)
})

test('a member is refused by the server, and their page stays as it is', async () => {
  await team()
  expect(await changeGroupProfile(bob.kit, 'team', { name: 'Mine' })).toMatchObject({
    ok: false,
    error: { op: 'updateGroupProfile', code: 10007 },
  })
  expect(profile(bob)?.name).toBe('Team')
})

test('a group given away: one leads it, the other is a member, the third hears of it', async () => {
  await team()
  expect(await transferGroup(alice.kit, 'team', 'bob')).toEqual(done)
  await bob.until(() => profile(bob)?.role === 'owner', 'is the owner')
  await carol.until(() => profile(carol)?.ownerID === 'bob', 'knows the owner')
  await alice.until(() => profile(alice)?.ownerID === 'bob', 'knows the owner')
  expect(profile(alice)?.role).toBe('member')
  expect(page(bob).can).toMatchObject({ edit: true, dismiss: true, quit: false })
  expect(page(alice).can).toMatchObject({ edit: false, dismiss: false, quit: true })
  expect(await quitGroup(alice.kit, 'team')).toEqual(done)
  await bob.until(() => profile(bob)?.members === 2, 'counts two')
  expect(standing(alice)).toBe('left')
})

test('the owner cannot leave without giving it away', async () => {
  await team()
  expect(await quitGroup(alice.kit, 'team')).toMatchObject({ ok: false, error: { op: 'quitGroup' } })
  expect(standing(alice)).toBe('in')
})

test('the owner of a work group leaves as everybody', async () => {
  await team(TYPES.GRP_WORK)
  expect(page(alice).can).toMatchObject({ quit: true, dismiss: false })
  expect(await quitGroup(alice.kit, 'team')).toEqual(done)
  await bob.until(() => profile(bob)?.members === 2, 'counts two')
})

test('an administrator is made while the page is open', async () => {
  await team()
  await alice.client.chat.setGroupMemberRole({
    groupID: 'team',
    userID: 'bob',
    role: TYPES.GRP_MBR_ROLE_ADMIN,
  })
  await bob.until(() => profile(bob)?.role === 'admin', 'is an administrator')
  expect(page(bob).can).toMatchObject({ edit: true, join: true })
  expect(await changeGroupProfile(bob.kit, 'team', { introduction: 'Ours' })).toEqual(done)
  await carol.until(() => profile(carol)?.introduction === 'Ours', 'sees it')
})

test('a name of one’s own', async () => {
  await team()
  expect(await setNameCard(bob.kit, 'team', 'Captain')).toEqual(done)
  await loadGroup(bob.kit, 'team')
  expect(profile(bob)?.nameCard).toBe('Captain')
})

test('a disbanded group, for those who are in it, and for one who opens it just then', async () => {
  await team()
  const opening = loadGroup(carol.kit, 'team')
  expect(await dismissGroup(alice.kit, 'team')).toEqual(done)
  await opening
  for (const who of [bob, carol]) await who.until(() => standing(who) === 'dismissed', 'is told')
  expect(await loadGroup(bob.kit, 'team')).toMatchObject({ ok: false })
  expect(standing(bob)).toBe('dismissed')
})

test('topics of a community: made by its owner, seen by members, each a chat of its own', async () => {
  const groupID = '@TGS#_club'
  await alice.client.chat.createGroup({
    groupID,
    name: 'Club',
    type: TYPES.GRP_COMMUNITY,
    isSupportTopic: true,
    memberList: [{ userID: 'bob' }],
  })
  await bob.until(async () => (await loadGroup(bob.kit, groupID)).ok, 'is in it')
  expect(await loadTopics(bob.kit, groupID)).toEqual(done)
  expect(await createTopic(alice.kit, groupID, 'News')).toEqual(done)
  const topic = await bob.until(() => bob.kit.store.get().topics[groupID]?.list[0], 'sees the topic')
  expect(topic).toMatchObject({ name: 'News', unread: 0 })
  const chat = `GROUP${topic.topicID}`
  expect(await openChat(bob.kit, chat)).toEqual(done)
  expect(await openChat(alice.kit, chat)).toEqual(done)
  expect(await sendText(alice.kit, chat, 'Hello')).toMatchObject({ ok: true })
  await bob.until(() => {
    const thread = bob.kit.store.get().messages[chat]
    return thread && allMessages(thread).some(({ own }) => !own)
  }, 'reads it')
})
