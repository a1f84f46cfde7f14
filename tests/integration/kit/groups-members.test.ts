import { answerGroupApplication, loadGroupApplications } from '../../../core/actions/group-applications'
import { loadAccess } from '../../../core/actions/group-access'
import { loadGroup, transferGroup } from '../../../core/actions/groups'
import {
  addMembers,
  loadMember,
  loadMembers,
  muteMember,
  removeMembers,
  setAdmins,
} from '../../../core/actions/members'
import { openChat } from '../../../core/actions/open-chat'
import { openOverlay } from '../../../core/actions/overlays'
import { createGroup, joinGroup, findGroup } from '../../../core/actions/start-group'
import { sendText } from '../../../core/actions/send-text'
import type { GroupApplication } from '../../../core/store/group-applications'
import type { GroupType, JoinOption } from '../../../core/store/contacts'
import { translator } from '../../../locales/index'
import { chatView } from '../../../core/views/chat'
import { errorText } from '../../../core/views/error-text'
import { groupManageView } from '../../../core/views/group-manage'
import { messageRow } from '../../../core/views/message-row'
import type { AskView } from '../../../core/kinds/group-notice'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(30_000)

const GROUP = 'GROUPteam'
const t = translator('en')
let server: TestServer

beforeEach(async () => {
  const users = ['alice', 'bob', 'carol', 'dave'].map((userID) => ({
    userID,
    nick: userID.toUpperCase(),
    avatar: '',
    selfSignature: '',
  }))
  server = await startServer({ seed: { users, messages: [] } })
})
afterEach(async () => {
  await closePhones()
  await server.close()
})

const people = <const T extends readonly string[]>(...userIDs: T): Promise<Phone[]> =>
  Promise.all(userIDs.map((userID) => phone(server, userID)))

/** The first of them has a group, and the others are in it. */
async function team(
  [owner, ...others]: Phone[],
  { type = 'public', join = 'confirm' }: { type?: GroupType; join?: JoinOption } = {},
): Promise<void> {
  if (!owner) throw new Error('nobody')
  const userIDs = others.map(({ client }) => client.userID)
  const choice = type === 'public' ? { join } : {}
  const made = await createGroup(owner.kit, {
    name: 'Team',
    type,
    groupID: 'team',
    avatar: '',
    userIDs,
    ...choice,
  })
  expect(made).toMatchObject({ ok: true })
  for (const who of [owner, ...others]) {
    await who.until(() => conversation(who), 'has the conversation')
    await openChat(who.kit, GROUP)
    await loadGroup(who.kit, 'team')
    await loadMembers(who.kit, GROUP)
  }
}

const stateOf = ({ kit }: Phone) => kit.store.get()
const conversation = (who: Phone) =>
  stateOf(who).conversations.list.find(({ conversationID }) => conversationID === GROUP)
const roles = (who: Phone): string[] =>
  (stateOf(who).members[GROUP]?.list ?? []).map(({ userID, role }) => `${userID}: ${role}`).sort()
const waiting = (who: Phone): GroupApplication[] =>
  stateOf(who).groupApplications.list.filter(({ answer }) => !answer)
/** Why nobody can write; empty while one can. */
const words = (who: Phone): string => {
  const { readOnly, notice } = chatView(stateOf(who), GROUP, t)
  return readOnly ? notice : ''
}

async function ask(who: Phone, text = ''): Promise<void> {
  const found = await findGroup(who.kit, 'team')
  if (!found.ok) throw new Error(found.error.cause)
  expect(await joinGroup(who.kit, found.value, text)).toEqual({ ok: true, value: 'waits' })
}

describe('two administrators at once', () => {
  test('answer the same application: one is told that the other was faster, and both see the same', async () => {
    const [alice, bob, carol] = await people('alice', 'bob', 'carol')
    if (!alice || !bob || !carol) throw new Error()
    await team([alice, bob])
    await setAdmins(alice.kit, 'team', ['bob'], true)
    await bob.until(() => roles(bob).includes('bob: admin'), 'leads')
    await ask(carol, 'let me in')
    const [mine, theirs] = await Promise.all(
      [alice, bob].map((who) => who.until(() => waiting(who)[0], 'hears that carol asks')),
    )
    if (!mine || !theirs) throw new Error()
    expect(mine).toMatchObject({ applicant: 'carol', words: 'let me in' })
    const answers = await Promise.all([
      answerGroupApplication(alice.kit, mine, true, 'welcome'),
      answerGroupApplication(bob.kit, theirs, true),
    ])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    const refused = answers.find((answer) => !answer.ok)
    expect(refused && !refused.ok && errorText(refused.error, t)).toMatch(/already/)
    for (const who of [alice, bob]) {
      await who.until(() => roles(who).includes('carol: member'), 'sees carol')
      expect(waiting(who)).toEqual([])
    }
  })

  test('remove the same member: both end without them', async () => {
    const [alice, bob, carol] = await people('alice', 'bob', 'carol')
    if (!alice || !bob || !carol) throw new Error()
    await team([alice, bob, carol])
    await setAdmins(alice.kit, 'team', ['bob'], true)
    await bob.until(() => roles(bob).includes('bob: admin'), 'leads')
    const results = await Promise.all([
      removeMembers(alice.kit, 'team', ['carol']),
      removeMembers(bob.kit, 'team', ['carol']),
    ])
    expect(results).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ])
    for (const who of [alice, bob])
      await who.until(() => !roles(who).some((role) => role.startsWith('carol')), 'is without carol')
    await carol.until(() => words(carol), 'is told')
    expect(words(carol)).toBe(t('chat.removed'))
  })

  test('one takes the role of the other while that one acts: the refusal says why', async () => {
    const [alice, bob, carol] = await people('alice', 'bob', 'carol')
    if (!alice || !bob || !carol) throw new Error()
    await team([alice, bob, carol])
    await setAdmins(alice.kit, 'team', ['bob'], true)
    await setAdmins(alice.kit, 'team', ['bob'], false)
    const result = await muteMember(bob.kit, 'team', 'carol', 600)
    expect(!result.ok && errorText(result.error, t)).toBe('You are not allowed to do this')
    await bob.until(() => roles(bob).includes('bob: member'), 'is a plain member again')
    expect(groupManageView(stateOf(bob), 'team')).toMatchObject({ mayMute: false, mayRemove: false })
  })
})

test('removed while typing: the chat says so in place of the field, and nothing more is sent', async () => {
  const [alice, bob] = await people('alice', 'bob')
  if (!alice || !bob) throw new Error()
  await team([alice, bob])
  openOverlay(bob.kit, { type: 'mention', conversationID: GROUP })
  await removeMembers(alice.kit, 'team', ['bob'])
  await bob.until(() => words(bob), 'is told')
  expect(chatView(stateOf(bob), GROUP, t)).toMatchObject({ readOnly: true, notice: t('chat.removed') })
  await sendText(bob.kit, GROUP, 'too late')
  await bob.until(
    () => stateOf(bob).messages[GROUP]?.newer.at(-1)?.messages.at(-1)?.status === 'failed',
    'failed',
  )
})

test('dismissed while opening: the screen ends with the reason, not with an empty chat', async () => {
  const [alice, bob] = await people('alice', 'bob')
  if (!alice || !bob) throw new Error()
  await team([alice, bob])
  const [opened] = await Promise.all([
    loadMembers(bob.kit, GROUP).then(() => loadGroup(bob.kit, 'team')),
    alice.client.chat.dismissGroup('team'),
  ])
  expect(typeof opened.ok).toBe('boolean')
  await bob.until(() => words(bob) === t('chat.dismissed'), 'is told that it is gone')
  await loadAccess(bob.kit, GROUP)
  expect(chatView(stateOf(bob), GROUP, t).readOnly).toBe(true)
})

test('given away: both sides know who leads now, and what each may do', async () => {
  const [alice, bob, carol] = await people('alice', 'bob', 'carol')
  if (!alice || !bob || !carol) throw new Error()
  await team([alice, bob, carol])
  expect(await transferGroup(alice.kit, 'team', 'bob')).toMatchObject({ ok: true })
  for (const who of [alice, bob, carol])
    await who.until(() => roles(who).includes('bob: owner') && roles(who).includes('alice: member'), 'knows')
  await bob.until(() => groupManageView(stateOf(bob), 'team').mayTransfer, 'may give it on')
  expect(groupManageView(stateOf(alice), 'team').mayTransfer).toBe(false)
  const late = await setAdmins(alice.kit, 'team', ['carol'], true)
  expect(!late.ok && errorText(late.error, t)).toBe('Only the owner can do this')
})

test('added: each with what became of them, and those who were in it see the new ones', async () => {
  const [alice, bob] = await people('alice', 'bob')
  if (!alice || !bob) throw new Error()
  await team([alice, bob], { type: 'work' })
  const result = await addMembers(alice.kit, 'team', ['carol', 'bob', 'ghost'])
  expect(result).toMatchObject({
    value: { added: ['carol'], already: ['bob'], failed: ['ghost'], waiting: [] },
  })
  await bob.until(() => roles(bob).includes('carol: member'), 'sees carol')
  expect(stateOf(bob).members[GROUP]?.list.find(({ userID }) => userID === 'carol')?.name).toBe('CAROL')
})

test('invited by a member where a manager has to agree: the notice is a question with an answer', async () => {
  const [alice, bob] = await people('alice', 'bob')
  if (!alice || !bob) throw new Error()
  await team([alice, bob])
  await alice.client.chat.updateGroupProfile({ groupID: 'team', inviteOption: 'NeedPermission' } as never)
  expect(await addMembers(bob.kit, 'team', ['carol'])).toMatchObject({
    value: { waiting: ['carol'], added: [] },
  })
  const application = await alice.until(() => waiting(alice)[0], 'hears of it')
  expect(application).toMatchObject({ invited: true, applicant: 'bob', userID: 'carol' })
  await openChat(alice.kit, '@TIM#SYSTEM')
  const asked = () => {
    const newest = stateOf(alice).messages['@TIM#SYSTEM']?.newer.at(-1)?.messages ?? []
    return newest
      .map((one) => messageRow(one, { prev: undefined, receipt: '', t, now: 0, group: false }))
      .at(-1)
  }
  const row = await alice.until(() => asked(), 'has the notice')
  expect(row.kind).toBe('ask')
  const body = row.body as AskView
  expect(JSON.parse(body.application)).toEqual(['team', 'bob', 'carol'])
  expect(await answerGroupApplication(alice.kit, application, false, 'no')).toMatchObject({ ok: true })
  await loadGroupApplications(alice.kit)
  expect(waiting(alice)).toEqual([])
})

test('a member whose page is not loaded is read by ID', async () => {
  const [alice, bob] = await people('alice', 'bob')
  if (!alice || !bob) throw new Error()
  await team([alice, bob])
  await muteMember(alice.kit, 'team', 'bob', 600)
  expect(await loadMember(alice.kit, 'team', 'bob')).toMatchObject({
    value: { userID: 'bob', role: 'member' },
  })
  expect(await loadMember(alice.kit, 'team', 'dave')).toEqual({ ok: true, value: undefined })
  await bob.until(() => words(bob), 'is told that he may not speak')
})
