import { sdkApplication, sdkFriend, sdkGroup } from '../../tests/fixtures/fake-contacts'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import type { ContactsSlice } from '../store/contacts'
import { loadContacts } from './contacts'

let made: TestKit
afterEach(() => made.release())

const contacts = (): ContactsSlice => made.kit.store.get().contacts
const friends = (): string[] => contacts().friends.map(({ userID }) => userID)

function start(options: Parameters<typeof testKit>[0] = {}): TestKit {
  made = testKit(options)
  return made
}

test('everything is read once, and then kept as the SDK tells of changes', async () => {
  const { kit, sdk } = start()
  sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]
  sdk.contacts.blocked = ['mallory']
  sdk.contacts.friendGroups = [{ name: 'work', userIDList: ['bob'], count: 1 }]
  sdk.contacts.groups = [sdkGroup('team')]
  sdk.contacts.profiles.set('alice', { nick: 'Alice' })
  expect(contacts().phase).toBe('idle')
  const loading = loadContacts(kit)
  expect(contacts().phase).toBe('loading')
  await loading
  expect(contacts()).toMatchObject({
    phase: 'ready',
    friends: [{ userID: 'bob', profile: { nick: 'Bob' } }],
    blocked: ['mallory'],
    friendGroups: [{ name: 'work', userIDs: ['bob'] }],
    groups: [{ groupID: 'team' }],
    me: { nick: 'Alice' },
  })
  sdk.emit('FRIEND_LIST_UPDATED', [sdkFriend('bob'), sdkFriend('carol')])
  sdk.emit('BLACKLIST_UPDATED', [])
  sdk.emit('FRIEND_GROUP_LIST_UPDATED', [{ name: 'family', userIDList: [] }])
  sdk.emit('GROUP_LIST_UPDATED', [])
  sdk.emit('PROFILE_UPDATED', [
    { userID: 'alice', nick: 'Alice B' },
    { userID: 'carol', nick: 'Carol' },
  ])
  expect(friends()).toEqual(['bob', 'carol'])
  expect(contacts()).toMatchObject({
    blocked: [],
    friendGroups: [{ name: 'family' }],
    groups: [],
    me: { nick: 'Alice B' },
  })
  expect(contacts().friends[1]?.profile.nick).toBe('Carol')
})

test('applications are counted before anybody looks at the contacts', async () => {
  const { sdk } = start({ ready: false })
  sdk.contacts.applications = [sdkApplication('bob')]
  sdk.contacts.unread = 1
  sdk.becomeReady()
  await settle()
  expect(contacts()).toMatchObject({ phase: 'idle', unreadApplications: 1 })
  expect(sdk.calls('getFriendList')).toEqual([])
})

test('without friends in the SDK nobody is told, until somebody asks for them', async () => {
  const { kit, sdk, errors } = start({ ready: false })
  Object.assign(sdk.instance, { getFriendList: undefined, getFriendApplicationList: undefined })
  sdk.becomeReady()
  await settle()
  expect(errors).toEqual([])
  const result = await loadContacts(kit)
  expect(result).toMatchObject({ ok: false, error: { code: 2998, op: 'getFriendList' } })
  expect(contacts().phase).toBe('failed')
})

test('a failure is a state, and told to the host; the next try mends it', async () => {
  const { kit, sdk, errors } = start()
  sdk.contacts.friends = [sdkFriend('bob')]
  sdk.rejectNext('getFriendList', sdkError(2801))
  await loadContacts(kit)
  expect(contacts()).toMatchObject({ phase: 'failed', error: { code: 2801 } })
  expect(errors).toMatchObject([{ op: 'getFriendList' }])
  await loadContacts(kit)
  expect(contacts().phase).toBe('ready')
  expect(friends()).toEqual(['bob'])
  expect(contacts().error).toBeUndefined()
})

test('what failed is asked for again when the connection is back', async () => {
  const { kit, sdk } = start()
  sdk.contacts.friends = [sdkFriend('bob')]
  sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' })
  sdk.rejectNext('getFriendList', sdkError(2801))
  await loadContacts(kit)
  expect(contacts().phase).toBe('failed')
  sdk.emit('NET_STATE_CHANGE', { state: 'connected' })
  await settle()
  expect(friends()).toEqual(['bob'])
})

test('a failure keeps the friends that are there', async () => {
  const { kit, sdk } = start()
  sdk.contacts.friends = [sdkFriend('bob')]
  await loadContacts(kit)
  sdk.rejectNext('getFriendList', sdkError(2801))
  await loadContacts(kit)
  expect(contacts().phase).toBe('ready')
  expect(friends()).toEqual(['bob'])
})

test('one part that fails leaves the others', async () => {
  const { kit, sdk } = start()
  sdk.contacts.blocked = ['mallory']
  sdk.rejectNext('getGroupList', sdkError(2801))
  await loadContacts(kit)
  expect(contacts()).toMatchObject({ phase: 'ready', blocked: ['mallory'], groups: [] })
})

test('it waits for the login, and reads again at the next one', async () => {
  const { kit, sdk } = start({ ready: false })
  const loading = loadContacts(kit)
  sdk.becomeReady()
  await loading
  sdk.contacts.friends = [sdkFriend('bob')]
  sdk.emit('SDK_NOT_READY', undefined)
  sdk.becomeReady()
  await settle()
  expect(friends()).toEqual(['bob'])
})

test('another account sees nothing of the one before, also not what was on its way', async () => {
  const { kit, sdk } = start()
  sdk.contacts.friends = [sdkFriend('bob')]
  await loadContacts(kit)
  const late = sdk.hold('getFriendList')
  const loading = loadContacts(kit)
  await settle()
  sdk.emit('SDK_NOT_READY', undefined)
  sdk.contacts.friends = [sdkFriend('dave')]
  sdk.contacts.profiles.set('carol', { nick: 'Carol' })
  sdk.becomeReady('carol')
  await settle()
  late.resolve([sdkFriend('bob')])
  await loading
  await settle()
  expect(friends()).toEqual(['dave'])
  expect(contacts().me?.userID).toBe('carol')
})

test('what is no list in an event is an empty one', () => {
  const { sdk } = start()
  for (const hostile of [undefined, null, 7, 'x', {}, [null, 7]]) {
    sdk.emit('FRIEND_LIST_UPDATED', hostile)
    sdk.emit('FRIEND_APPLICATION_LIST_UPDATED', hostile)
    sdk.emit('FRIEND_GROUP_LIST_UPDATED', hostile)
    sdk.emit('BLACKLIST_UPDATED', hostile)
    sdk.emit('GROUP_LIST_UPDATED', hostile)
    sdk.emit('PROFILE_UPDATED', hostile)
  }
  expect(contacts().friends).toEqual([])
})
