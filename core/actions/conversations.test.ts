import { C2C, conversation, GROUP, NOW_S, sdkConversation } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import type { Conversation } from '../store/types'
import { clearHistory, deleteConversations } from './delete-conversation'
import { foldConversation } from './fold-conversation'
import { hideConversation } from './hide-conversation'
import { loadConversations } from './load-conversations'
import { loadFaces } from './load-faces'
import { clearUnreadMark, markAllRead, markUnread } from './mark-unread'
import { muteConversation } from './mute-conversation'
import { openChat } from './open-chat'
import { pinConversation } from './pin-conversation'

let phone: TestKit

beforeEach(async () => {
  phone = testKit()
  phone.sdk.conversations.push(
    sdkConversation({ conversationID: GROUP, lastMessage: lastAt(NOW_S) }),
    sdkConversation({ unreadCount: 2, lastMessage: lastAt(NOW_S - 60) }),
  )
  await loadConversations(phone.kit)
})

afterEach(() => phone.release())

const lastAt = (lastTime: number) => ({
  lastTime,
  fromAccount: 'bob',
  type: 'TIMTextElem',
  payload: { text: 'hi' },
})
const list = (): readonly Conversation[] => phone.kit.store.get().conversations.list
const ids = (): string[] => list().map(({ conversationID }) => conversationID)
const of = (conversationID: string): Conversation | undefined =>
  list().find((item) => item.conversationID === conversationID)
/** The SDK tells of its list as it is now. */
const told = (): void => phone.sdk.emit('CONVERSATION_LIST_UPDATED', [...phone.sdk.conversations])

describe('pinning', () => {
  test("shows at once, and is the SDK's afterwards", async () => {
    const answer = phone.sdk.hold('pinConversation')
    const done = pinConversation(phone.kit, C2C, true)
    expect(ids()).toEqual([C2C, GROUP])
    told()
    expect(ids()).toEqual([C2C, GROUP])
    answer.pass()
    expect(await done).toEqual({ ok: true, value: undefined })
    expect(phone.sdk.calls('pinConversation')).toEqual([[{ conversationID: C2C, isPinned: true }]])
    told()
    expect(ids()).toEqual([C2C, GROUP])
  })

  test('that fails goes back, and says why', async () => {
    phone.sdk.rejectNext('pinConversation', sdkError(2801))
    const result = await pinConversation(phone.kit, C2C, true)
    expect(result.ok).toBe(false)
    expect(ids()).toEqual([GROUP, C2C])
    expect(phone.kit.store.get().notice?.error).toMatchObject({ code: 2801, op: 'pinConversation' })
    expect(phone.errors).toHaveLength(1)
  })

  test('of an account that is gone changes nothing of the next one', async () => {
    const answer = phone.sdk.hold('pinConversation')
    const done = pinConversation(phone.kit, C2C, true)
    phone.sdk.becomeReady('carol')
    answer.reject(sdkError(2801))
    await done
    expect(list()).toEqual([])
  })
})

describe('muting', () => {
  test.each([
    [C2C, true, { userIDList: ['bob'], messageRemindType: 'AcceptNotNotify' }],
    [GROUP, false, { groupID: 'team', messageRemindType: 'AcceptAndNotify' }],
  ])('%s: %s', async (conversationID, muted, options) => {
    await muteConversation(phone.kit, conversationID, muted)
    expect(phone.sdk.calls('setMessageRemindType')).toEqual([[options]])
    expect(of(conversationID)?.muted).toBe(muted)
  })

  test('that the server refuses for this user is a failure, although the call resolves', async () => {
    phone.sdk.resolveNext('setMessageRemindType', { failureUserIDList: [{ userID: 'bob', code: 20003 }] })
    const result = await muteConversation(phone.kit, C2C, true)
    expect(result).toMatchObject({ ok: false, error: { code: 20003 } })
    expect(of(C2C)?.muted).toBe(false)
  })
})

describe('unread by hand', () => {
  test('marks, and opening the chat clears the mark', async () => {
    await markUnread(phone.kit, GROUP)
    expect(of(GROUP)?.markedUnread).toBe(true)
    await clearUnreadMark(phone.kit, GROUP)
    expect(of(GROUP)?.markedUnread).toBeUndefined()
    expect(phone.sdk.calls('markConversation').map(([options]) => options)).toEqual([
      { conversationIDList: [GROUP], markType: 2, enableMark: true },
      { conversationIDList: [GROUP], markType: 2, enableMark: false },
    ])
  })

  test('a chat that is not marked asks nobody', async () => {
    await clearUnreadMark(phone.kit, GROUP)
    expect(phone.sdk.calls('markConversation')).toEqual([])
  })

  test('reading several reads those that are unread, and clears their marks', async () => {
    await markUnread(phone.kit, GROUP)
    await markAllRead(phone.kit, [C2C, GROUP])
    expect(phone.sdk.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
    expect(list().map(({ unread, markedUnread }) => [unread, markedUnread])).toEqual([
      [0, undefined],
      [0, undefined],
    ])
  })

  test('a plan without marks says so', async () => {
    phone.sdk.rejectNext('markConversation', sdkError(60020))
    await markUnread(phone.kit, GROUP)
    expect(of(GROUP)?.markedUnread).toBeUndefined()
    expect(phone.errors).toHaveLength(1)
  })
})

describe('hiding and folding', () => {
  test('mark it', async () => {
    await hideConversation(phone.kit, C2C)
    await foldConversation(phone.kit, GROUP, true)
    expect([of(C2C)?.hidden, of(GROUP)?.folded]).toEqual([true, true])
    await foldConversation(phone.kit, GROUP, false)
    expect(of(GROUP)?.folded).toBeUndefined()
    expect(phone.sdk.calls('markConversation').map(([options]) => options)).toEqual([
      { conversationIDList: [C2C], markType: 8, enableMark: true },
      { conversationIDList: [GROUP], markType: 4, enableMark: true },
      { conversationIDList: [GROUP], markType: 4, enableMark: false },
    ])
  })

  test('a hidden one comes back with the next message', async () => {
    await hideConversation(phone.kit, C2C)
    told()
    await settle()
    expect(phone.sdk.calls('markConversation')).toHaveLength(1)
    const at = phone.sdk.conversations.findIndex((item) => item.conversationID === C2C)
    phone.sdk.conversations[at] = sdkConversation({ markList: [8], unreadCount: 3 })
    told()
    await settle()
    expect(phone.sdk.calls('markConversation')).toHaveLength(2)
    expect(phone.sdk.calls('markConversation')[1]).toEqual([
      { conversationIDList: [C2C], markType: 8, enableMark: false },
    ])
  })
})

describe('deleting', () => {
  test('takes it off the list at once, with its messages', async () => {
    await openChat(phone.kit, C2C)
    const answer = phone.sdk.hold('deleteConversation')
    const done = deleteConversations(phone.kit, [C2C], true)
    expect(ids()).toEqual([GROUP])
    answer.pass()
    await done
    expect(phone.sdk.calls('deleteConversation')).toEqual([
      [{ conversationIDList: [C2C], clearHistoryMessage: true }],
    ])
    expect(phone.thread()).toBeUndefined()
  })

  test('may leave the messages', async () => {
    await openChat(phone.kit, C2C)
    await deleteConversations(phone.kit, [C2C], false)
    expect(phone.thread()).toBeDefined()
  })

  test('that fails brings it back', async () => {
    phone.sdk.rejectNext('deleteConversation', sdkError(2801))
    await deleteConversations(phone.kit, [C2C, GROUP], true)
    expect(ids()).toEqual([GROUP, C2C])
  })

  test('of more than the SDK takes at a time goes in parts', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `C2Cuser${at}`)
    await deleteConversations(phone.kit, many, false)
    expect(
      phone.sdk
        .calls('deleteConversation')
        .map(([options]) => (options as { conversationIDList: [] }).conversationIDList.length),
    ).toEqual([100, 50])
  })
})

describe('clearing the messages', () => {
  test('keeps the conversation in the list', async () => {
    await openChat(phone.kit, C2C)
    await clearHistory(phone.kit, C2C)
    told()
    expect(of(C2C)).toMatchObject({ cleared: true, unread: 0 })
    expect(of(C2C)?.last).toBeUndefined()
    expect(phone.messages()).toEqual([])
  })
})

describe('faces of groups without a picture', () => {
  const group = (name: string) => conversation({ conversationID: `GROUP${name}` })
  const people = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ userID: `u${at}`, nick: `N${at}` }))
  const faces = () => phone.kit.store.get().faces

  test('are asked for once, at most nine', async () => {
    phone.sdk.groups.set('team', { profile: {}, members: people(30) })
    loadFaces(phone.kit, [group('team')])
    loadFaces(phone.kit, [group('team')])
    await settle()
    loadFaces(phone.kit, [group('team')])
    expect(phone.sdk.calls('getGroupMemberList')).toEqual([[{ groupID: 'team', count: 9, offset: 0 }]])
    expect(faces().team?.map(({ name }) => name)).toEqual(people(9).map(({ nick }) => nick))
  })

  test('two groups at a time, and only as long as they are seen', async () => {
    const held = [1, 2].map(() => phone.sdk.hold('getGroupMemberList'))
    loadFaces(phone.kit, ['a', 'b', 'c', 'd'].map(group))
    expect(phone.sdk.calls('getGroupMemberList')).toHaveLength(2)
    loadFaces(phone.kit, ['b', 'd'].map(group))
    for (const answer of held) answer.resolve({ memberList: people(2) })
    await settle()
    expect(Object.keys(faces())).toEqual(['a', 'b'])
    expect(
      phone.sdk.calls('getGroupMemberList').map(([options]) => (options as { groupID: string }).groupID),
    ).toEqual(['a', 'b', 'd'])
  })

  test('a group that the SDK does not know yet is asked for again', async () => {
    loadFaces(phone.kit, [group('team')])
    await settle()
    phone.sdk.groups.set('team', { profile: {}, members: people(3) })
    loadFaces(phone.kit, [group('team')])
    await settle()
    expect(faces().team).toHaveLength(3)
  })

  test('one that refuses is not asked again, and nobody sees an error', async () => {
    phone.sdk.rejectNext('getGroupMemberList', sdkError(10007))
    loadFaces(phone.kit, [group('team')])
    await settle()
    loadFaces(phone.kit, [group('team')])
    expect(phone.sdk.calls('getGroupMemberList')).toHaveLength(1)
    expect(phone.kit.store.get().notice).toBeUndefined()
  })

  test('groups with a picture, and people, are not asked for', () => {
    loadFaces(phone.kit, [{ ...group('team'), avatar: 'https://a.example/x.png' }, conversation()])
    expect(phone.sdk.calls('getGroupMemberList')).toEqual([])
  })
})
