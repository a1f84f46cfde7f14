import {
  answerApplication,
  addFriend,
  block,
  deleteFriend,
  readApplications,
  setRemark,
} from '../../../core/actions/friends'
import {
  createFriendGroup,
  deleteFriendGroup,
  renameFriendGroup,
  sortFriends,
} from '../../../core/actions/friend-groups'
import { loadContacts } from '../../../core/actions/contacts'
import { changeProfile, findPerson } from '../../../core/actions/people'
import { createGroup, findGroup, joinGroup } from '../../../core/actions/start-group'
import type { NewGroup } from '../../../core/sdk/calls/groups-start'
import type { Application, ContactsSlice } from '../../../core/store/contacts'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(20_000)

let server: TestServer

beforeEach(async () => {
  server = await startServer()
})

afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const contacts = (who: Phone): ContactsSlice => who.kit.store.get().contacts
const friends = (who: Phone): string[] => contacts(who).friends.map(({ userID }) => userID)

/** A phone on which somebody looks at the contacts. */
async function withContacts(userID: string): Promise<Phone> {
  const made = await phone(server, userID)
  expect((await loadContacts(made.kit)).ok).toBe(true)
  return made
}

const QUIET = { wording: '', remark: '' }
const cautious = (who: Phone) => changeProfile(who.kit, { allow: 'confirm' })

/** With their profiles, which the SDK fetches on its own: deleted before that, a friend would come back. */
const areFriends = (who: Phone, userIDs: string[]) =>
  who.until(
    () =>
      friends(who).join() === userIDs.join() && contacts(who).friends.every(({ profile }) => profile.nick),
    `friends: ${userIDs.join() || 'nobody'}`,
  )

const application = (who: Phone): Promise<Application> =>
  who.until(() => contacts(who).applications.find(({ answer }) => !answer), 'has an application')

describe('friends', () => {
  test('who takes anybody is a friend at once, on both sides, with the remark of who asked', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    const added = await addFriend(alice.kit, 'bob', { wording: 'hi', remark: 'Bobby' })
    expect(added).toEqual({ ok: true, value: 'added' })
    await areFriends(alice, ['bob'])
    await areFriends(bob, ['alice'])
    expect(contacts(alice).friends[0]).toMatchObject({ remark: 'Bobby', profile: { nick: 'BOB' } })
  })

  test('who wants to be asked gets an application; accepted, both are friends', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await cautious(bob)
    expect(await addFriend(alice.kit, 'bob', { wording: 'hi, me', remark: '' })).toEqual({
      ok: true,
      value: 'waits',
    })
    const request = await application(bob)
    expect(request).toMatchObject({ userID: 'alice', nick: 'ALICE', wording: 'hi, me', incoming: true })
    expect(contacts(bob).unreadApplications).toBe(1)
    await readApplications(bob.kit)
    await bob.until(() => contacts(bob).unreadApplications === 0, 'has read it')
    expect(await answerApplication(bob.kit, request, true)).toEqual({ ok: true, value: undefined })
    await areFriends(alice, ['bob'])
    await areFriends(bob, ['alice'])
    expect(contacts(bob).applications).toMatchObject([{ userID: 'alice', answer: 'accepted' }])
    await alice.until(() => contacts(alice).applications.length === 0, 'waits no longer')
  })

  test('an application that is refused makes nobody a friend', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await cautious(bob)
    await addFriend(alice.kit, 'bob', QUIET)
    const request = await application(bob)
    await answerApplication(bob.kit, request, false)
    await alice.until(() => contacts(alice).applications.length === 0, 'waits no longer')
    expect(friends(alice)).toEqual([])
    expect(contacts(bob).applications).toMatchObject([{ answer: 'refused' }])
    expect(await answerApplication(bob.kit, request, true)).toMatchObject({ error: { code: 30614 } })
  })

  test('applications are counted on a phone that was off, before anybody opens the contacts', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await cautious(bob)
    await bob.client.close()
    await addFriend(alice.kit, 'bob', QUIET)
    const again = await phone(server, 'bob')
    await again.until(() => contacts(again).unreadApplications === 1, 'sees the count')
    expect(contacts(again).phase).toBe('idle')
  })

  test('refusals come back with their codes', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await changeProfile(bob.kit, { allow: 'nobody' })
    expect(await addFriend(alice.kit, 'bob', QUIET)).toMatchObject({ error: { code: 30516 } })
    expect(await addFriend(alice.kit, 'nobody', QUIET)).toMatchObject({ error: { code: 30003 } })
    await block(bob.kit, 'alice', true)
    await changeProfile(bob.kit, { allow: 'any' })
    expect(await addFriend(alice.kit, 'bob', QUIET)).toMatchObject({ error: { code: 30525 } })
  })

  test('a remark is in the list of chats too, and on the next phone', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await addFriend(alice.kit, 'bob', QUIET)
    await areFriends(alice, ['bob'])
    await bob.client.sendText('alice', 'hello')
    await alice.until(() => alice.conversation('bob'), 'has the chat')
    expect(await setRemark(alice.kit, 'bob', 'Bobby')).toEqual({ ok: true, value: undefined })
    await alice.until(() => alice.conversation('bob')?.name === 'Bobby', 'the list shows the remark')
    await alice.client.close()
    const again = await withContacts('alice')
    await again.until(() => contacts(again).friends[0]?.remark === 'Bobby', 'the remark is there')
  })

  test('one who is deleted is gone on both sides', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await addFriend(alice.kit, 'bob', QUIET)
    await areFriends(alice, ['bob'])
    await areFriends(bob, ['alice'])
    expect(await deleteFriend(alice.kit, 'bob')).toEqual({ ok: true, value: undefined })
    await areFriends(alice, [])
    await areFriends(bob, [])
    expect(await deleteFriend(alice.kit, 'bob')).toMatchObject({ ok: false })
  })

  test('one who is blocked cannot write, and is a friend no more', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await addFriend(alice.kit, 'bob', QUIET)
    await areFriends(alice, ['bob'])
    await areFriends(bob, ['alice'])
    await block(alice.kit, 'bob', true)
    await areFriends(alice, [])
    expect(contacts(alice).blocked).toEqual(['bob'])
    await expect(bob.client.sendText('alice', 'let me in')).rejects.toMatchObject({ code: 20007 })
    await block(alice.kit, 'bob', false)
    await bob.client.sendText('alice', 'thanks')
    await alice.until(() => alice.conversation('bob'), 'gets it')
  })

  test('a changed profile of a friend is seen at once', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await addFriend(alice.kit, 'bob', QUIET)
    await areFriends(alice, ['bob'])
    await changeProfile(bob.kit, { nick: 'Robert', signature: 'slowly', gender: 'male', birthday: 19950817 })
    await alice.until(() => contacts(alice).friends[0]?.profile.nick === 'Robert', 'sees the new name')
    expect(contacts(bob).me).toMatchObject({ nick: 'Robert', gender: 'male', birthday: 19950817 })
    expect(await findPerson(alice.kit, 'bob')).toMatchObject({
      ok: true,
      value: { nick: 'Robert', signature: 'slowly' },
    })
    expect(await findPerson(alice.kit, 'nobody')).toMatchObject({ ok: false })
  })

  test('are sorted into groups that the next phone has too', async () => {
    const alice = await withContacts('alice')
    for (const userID of ['bob', 'carol']) await addFriend(alice.kit, userID, QUIET)
    await areFriends(alice, ['bob', 'carol'])
    await createFriendGroup(alice.kit, 'work', ['bob'])
    await sortFriends(alice.kit, 'work', ['carol'])
    await renameFriendGroup(alice.kit, 'work', 'office')
    await createFriendGroup(alice.kit, 'gone', [])
    await deleteFriendGroup(alice.kit, 'gone')
    const expected = [{ name: 'office', userIDs: ['carol'] }]
    expect(contacts(alice).friendGroups).toEqual(expected)
    expect(await createFriendGroup(alice.kit, 'office', [])).toMatchObject({ error: { code: 2710 } })
    await alice.client.close()
    const again = await withContacts('alice')
    await again.until(() => contacts(again).friendGroups.length === 1, 'has the group')
    expect(contacts(again).friendGroups).toEqual(expected)
  })
})

describe('groups', () => {
  const group = (fields: Partial<NewGroup>): NewGroup => ({
    name: 'Team',
    type: 'public',
    groupID: 'team',
    avatar: '',
    userIDs: [],
    ...fields,
  })
  const groups = (who: Phone): string[] => contacts(who).groups.map(({ groupID }) => groupID)

  test('one that is created is there for its members', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    expect(await createGroup(alice.kit, group({ type: 'work', userIDs: ['bob'] }))).toEqual({
      ok: true,
      value: 'GROUPteam',
    })
    for (const who of [alice, bob]) await who.until(() => contacts(who).groups[0]?.members, 'has the group')
    expect(contacts(bob).groups).toMatchObject([{ groupID: 'team', name: 'Team', type: 'work' }])
  })

  test('one with an approval: found by ID, asked with words, joined when somebody agrees', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await createGroup(alice.kit, group({ join: 'confirm' }))
    const found = await findGroup(bob.kit, 'team')
    if (!found.ok) throw new Error(found.error.cause)
    expect(found.value).toMatchObject({ name: 'Team', type: 'public', join: 'confirm' })
    expect(await joinGroup(bob.kit, found.value, 'let me in')).toEqual({ ok: true, value: 'waits' })
    expect(groups(bob)).toEqual([])
  })

  test('one that is open is joined at once, and is in the list', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await createGroup(alice.kit, group({ type: 'meeting' }))
    const found = await findGroup(bob.kit, 'team')
    if (!found.ok) throw new Error(found.error.cause)
    expect(await joinGroup(bob.kit, found.value, '')).toEqual({ ok: true, value: 'joined' })
    await bob.until(() => groups(bob).includes('team'), 'has the group')
  })

  test('a live one is created, and its owner can write in it', async () => {
    const alice = await withContacts('alice')
    expect(await createGroup(alice.kit, group({ type: 'live' }))).toEqual({ ok: true, value: 'GROUPteam' })
    const { chat } = alice.client
    const payload = { text: 'on air' }
    const message = chat.createTextMessage({ to: 'team', conversationType: 'GROUP' as never, payload })
    await expect(chat.sendMessage(message)).resolves.toMatchObject({ code: 0 })
  })

  test('refusals come back with their codes', async () => {
    const [alice, bob] = [await withContacts('alice'), await withContacts('bob')]
    await createGroup(alice.kit, group({ type: 'work' }))
    expect(await createGroup(bob.kit, group({}))).toMatchObject({ error: { code: 10021, op: 'createGroup' } })
    expect(await createGroup(bob.kit, group({ groupID: '', userIDs: ['nobody'] }))).toMatchObject({
      error: { code: 10019 },
    })
    expect(await findGroup(bob.kit, 'team')).toMatchObject({ error: { code: 10007, op: 'searchGroupByID' } })
    expect(await findGroup(bob.kit, 'nowhere')).toMatchObject({ error: { code: 10010 } })
  })
})

test('another account on the same SDK sees nothing of the contacts before', async () => {
  const alice = await withContacts('alice')
  await addFriend(alice.kit, 'bob', QUIET)
  await areFriends(alice, ['bob'])
  const { chat, sdkAppID } = alice.client
  await chat.logout()
  const { userSigFor } = await import('../harness')
  await chat.login({ userID: 'carol', userSig: userSigFor('carol', sdkAppID) })
  await alice.until(() => alice.kit.store.get().session.userID === 'carol', 'is carol now')
  await alice.until(() => contacts(alice).me?.userID === 'carol', 'has the profile of carol')
  expect(friends(alice)).toEqual([])
})
