import { NOW_S } from '../../tests/fixtures/builders'
import { sdkApplication, sdkFriend } from '../../tests/fixtures/fake-contacts'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, type TestKit } from '../../tests/fixtures/kit'
import { NOT_YOURSELF, NO_SUCH_USER, TEXT_TOO_LONG } from '../store/codes'
import type { Application, ContactsSlice } from '../store/contacts'
import { loadContacts } from './contacts'
import { createFriendGroup, deleteFriendGroup, renameFriendGroup, sortFriends } from './friend-groups'
import {
  addFriend,
  answerApplication,
  block,
  deleteApplication,
  deleteFriend,
  readApplications,
  setRemark,
} from './friends'
import { changeProfile, conversationWith, findPerson, loadPeople } from './people'

let made: TestKit
beforeEach(async () => {
  made = testKit()
  made.sdk.contacts.friends = [sdkFriend('bob', { nick: 'Bob' })]
  await loadContacts(made.kit)
})
afterEach(() => made.release())

const contacts = (): ContactsSlice => made.kit.store.get().contacts
const QUIET = { wording: '', remark: '' }

describe('adding a friend', () => {
  test('who takes anybody: they are one at once', async () => {
    const result = await addFriend(made.kit, 'carol', { wording: 'hi', remark: 'Caro' })
    expect(result).toEqual({ ok: true, value: 'added' })
    expect(contacts().friends.map(({ userID, remark }) => [userID, remark])).toEqual([
      ['bob', ''],
      ['carol', 'Caro'],
    ])
    expect(made.sdk.calls('addFriend')).toEqual([
      [
        {
          to: 'carol',
          source: 'AddSource_Type_MiniApp',
          type: 'Add_Type_Both',
          wording: 'hi',
          remark: 'Caro',
        },
      ],
    ])
  })

  test('who wants to be asked: it waits', async () => {
    made.sdk.contacts.cautious.add('carol')
    expect(await addFriend(made.kit, 'carol', QUIET)).toEqual({ ok: true, value: 'waits' })
    expect(contacts().applications).toMatchObject([{ userID: 'carol', incoming: false }])
  })

  test('who refuses: the reason comes back, and to the host', async () => {
    made.sdk.rejectNext('addFriend', sdkError(30516))
    expect(await addFriend(made.kit, 'carol', QUIET)).toMatchObject({ ok: false, error: { code: 30516 } })
    expect(made.errors).toMatchObject([{ op: 'addFriend', code: 30516 }])
  })

  test('nobody is their own friend, and nobody writes a novel', async () => {
    expect(await addFriend(made.kit, 'alice', QUIET)).toMatchObject({ error: { code: NOT_YOURSELF } })
    const wording = '长'.repeat(86)
    expect(await addFriend(made.kit, 'carol', { wording, remark: '' })).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
    expect(made.sdk.calls('addFriend')).toEqual([])
  })
})

test('a remark is another name for a friend, and an empty one takes it away', async () => {
  await setRemark(made.kit, 'bob', '  Bobby ')
  expect(contacts().friends[0]?.remark).toBe('Bobby')
  await setRemark(made.kit, 'bob', '')
  expect(contacts().friends[0]?.remark).toBe('')
  expect(await setRemark(made.kit, 'bob', '长'.repeat(33))).toMatchObject({ error: { code: TEXT_TOO_LONG } })
})

test('a deleted friend is gone; one that could not be deleted stays', async () => {
  made.sdk.resolveNext('deleteFriend', { failureUserIDList: [{ userID: 'bob', code: 31704, message: 'no' }] })
  expect(await deleteFriend(made.kit, 'bob')).toMatchObject({ ok: false, error: { code: 31704 } })
  expect(contacts().friends).toHaveLength(1)
  await deleteFriend(made.kit, 'bob')
  expect(contacts().friends).toEqual([])
})

test('blocking and unblocking', async () => {
  await block(made.kit, 'bob', true)
  await block(made.kit, 'mallory', true)
  expect(contacts().blocked).toEqual(['mallory', 'bob'])
  await block(made.kit, 'bob', false)
  expect(contacts().blocked).toEqual(['mallory'])
  made.sdk.rejectNext('addToBlacklist', sdkError(30013))
  await block(made.kit, 'carol', true)
  expect(contacts().blocked).toEqual(['mallory'])
})

describe('applications', () => {
  const first = (): Application => {
    const [application] = contacts().applications
    if (!application) throw new Error('There is no application')
    return application
  }
  beforeEach(() => {
    const { sdk } = made
    sdk.contacts.applications = [sdkApplication('carol')]
    sdk.contacts.unread = 1
    sdk.emit('FRIEND_APPLICATION_LIST_UPDATED', {
      friendApplicationList: sdk.contacts.applications,
      unreadCount: 1,
    })
  })

  test('one that is accepted makes a friend, and stays to be seen', async () => {
    await answerApplication(made.kit, first(), true)
    expect(contacts().friends.map(({ userID }) => userID)).toEqual(['bob', 'carol'])
    expect(contacts().applications).toMatchObject([{ userID: 'carol', answer: 'accepted' }])
  })

  test('one that is refused stays to be seen, until it is taken away', async () => {
    await answerApplication(made.kit, first(), false)
    expect(contacts().applications).toMatchObject([{ answer: 'refused' }])
    await deleteApplication(made.kit, first())
    expect(contacts().applications).toEqual([])
    expect(made.sdk.calls('deleteFriendApplication')).toEqual([])
  })

  test('one that could not be answered is open again', async () => {
    made.sdk.rejectNext('acceptFriendApplication', sdkError(30614))
    expect(await answerApplication(made.kit, first(), true)).toMatchObject({ error: { code: 30614 } })
    expect(first().answer).toBeUndefined()
  })

  test('who asks again after a refusal is open again', async () => {
    await answerApplication(made.kit, first(), false)
    made.sdk.emit('FRIEND_APPLICATION_LIST_UPDATED', {
      friendApplicationList: [sdkApplication('carol', { wording: 'please', time: NOW_S + 60 })],
      unreadCount: 1,
    })
    expect(contacts().applications).toMatchObject([{ wording: 'please' }])
    expect(first().answer).toBeUndefined()
  })

  test('those that were looked at are not new any more', async () => {
    await readApplications(made.kit)
    expect(contacts()).toMatchObject({ unreadApplications: 0, applications: [{ userID: 'carol' }] })
    await readApplications(made.kit)
    expect(made.sdk.calls('setFriendApplicationRead')).toHaveLength(1)
  })

  test('an open one is deleted on this side', async () => {
    await deleteApplication(made.kit, first())
    expect(contacts().applications).toEqual([])
    expect(made.sdk.calls('deleteFriendApplication')).toEqual([
      [{ userID: 'carol', type: 'Pendency_Type_ComeIn' }],
    ])
  })
})

describe('people', () => {
  test('somebody is found by their user ID, whatever stands around it', async () => {
    made.sdk.users.add('carol')
    made.sdk.contacts.profiles.set('carol', { nick: 'Carol' })
    expect(await findPerson(made.kit, ' carol\n')).toMatchObject({ ok: true, value: { nick: 'Carol' } })
    expect(contacts().people.carol).toMatchObject({ nick: 'Carol' })
  })

  test('who does not exist is not found', async () => {
    expect(await findPerson(made.kit, 'nobody')).toMatchObject({
      ok: false,
      error: { code: NO_SUCH_USER, cause: 'nobody' },
    })
  })

  test('a newer profile of a friend is taken over', async () => {
    made.sdk.contacts.profiles.set('bob', { nick: 'Robert' })
    await findPerson(made.kit, 'bob')
    expect(contacts().friends[0]?.profile.nick).toBe('Robert')
  })

  test('profiles of many are asked for in parts', async () => {
    await loadPeople(
      made.kit,
      Array.from({ length: 250 }, (_, at) => `user${at}`),
    )
    const sizes = made.sdk
      .calls('getUserProfile')
      .map(([query]) => (query as { userIDList: string[] }).userIDList.length)
    expect(sizes).toEqual([100, 100, 50])
  })

  test('one writes to others, not to oneself', () => {
    expect(conversationWith(made.kit, 'bob')).toEqual({ ok: true, value: 'C2Cbob' })
    expect(conversationWith(made.kit, 'alice')).toMatchObject({ error: { code: NOT_YOURSELF } })
  })

  test('the own profile changes by what the SDK keeps', async () => {
    await changeProfile(made.kit, { nick: 'Alice', gender: 'female', allow: 'confirm', signature: 'hi' })
    expect(made.sdk.calls('updateMyProfile')).toEqual([
      [
        {
          nick: 'Alice',
          selfSignature: 'hi',
          gender: 'Gender_Type_Female',
          allowType: 'AllowType_Type_NeedConfirm',
        },
      ],
    ])
    expect(contacts().me).toMatchObject({
      nick: 'Alice',
      gender: 'female',
      allow: 'confirm',
      signature: 'hi',
    })
  })
})

describe('friend groups', () => {
  const groups = (): Record<string, readonly string[]> =>
    Object.assign({}, ...contacts().friendGroups.map(({ name, userIDs }) => ({ [name]: userIDs }))) as Record<
      string,
      string[]
    >

  test('are made, filled, renamed and deleted', async () => {
    await createFriendGroup(made.kit, ' work ', ['bob'])
    expect(groups()).toEqual({ work: ['bob'] })
    await sortFriends(made.kit, 'work', ['carol', 'dave'])
    expect(groups()).toEqual({ work: ['carol', 'dave'] })
    await renameFriendGroup(made.kit, 'work', 'office')
    expect(groups()).toEqual({ office: ['carol', 'dave'] })
    await deleteFriendGroup(made.kit, 'office')
    expect(groups()).toEqual({})
  })

  test('a choice that changes nothing asks for nothing', async () => {
    await createFriendGroup(made.kit, 'work', ['bob'])
    await sortFriends(made.kit, 'work', ['bob'])
    await renameFriendGroup(made.kit, 'work', 'work')
    expect(made.sdk.calls('addToFriendGroup')).toEqual([])
    expect(made.sdk.calls('removeFromFriendGroup')).toEqual([])
    expect(made.sdk.calls('renameFriendGroup')).toEqual([])
  })

  test('a name that is too long is not even asked for', async () => {
    expect(await createFriendGroup(made.kit, '很长的名字很长的名字啊', [])).toMatchObject({
      error: { code: TEXT_TOO_LONG },
    })
    expect(made.sdk.calls('createFriendGroup')).toEqual([])
  })
})
