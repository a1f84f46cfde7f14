import { C2C, GROUP, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { BAD_CONVERSATION_ID, NO_SUCH_USER } from '../store/codes'
import { messageListView } from '../views/message-list'
import { loadConversations } from './load-conversations'
import { loadOlder } from './load-older'
import { openChat } from './open-chat'
import { sendText } from './send-text'

let chat: TestKit
const start = (options: Parameters<typeof testKit>[0] = {}): void => {
  chat.release()
  chat = testKit(options)
}
beforeEach(() => {
  chat = testKit()
})
afterEach(() => chat.release())

const fill = (count: number, conversationID = C2C): void => {
  const list = Array.from({ length: count }, (_, at) =>
    sdkMessage({ conversationID, time: 1000 + at, payload: { text: `t${at}` } }),
  )
  chat.sdk.historyOf(conversationID).push(...list)
}

describe('opening a chat', () => {
  test('loads its profile and its newest page', async () => {
    fill(3)
    await expect(openChat(chat.kit, C2C)).resolves.toEqual({ ok: true, value: undefined })
    expect(chat.thread()).toMatchObject({ phase: 'ready', complete: true })
    expect(textsOf(chat.messages())).toEqual(['t0', 't1', 't2'])
    expect(chat.kit.store.get().conversations.list).toMatchObject([{ conversationID: C2C }])
  })

  test('is loading until then', async () => {
    const held = chat.sdk.hold('getMessageList')
    const opening = openChat(chat.kit, C2C)
    expect(chat.thread()?.phase).toBe('loading')
    await settle()
    held.pass()
    await opening
    expect(chat.thread()?.phase).toBe('ready')
  })

  test('knows how much was unread', async () => {
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation({ unreadCount: 12 })])
    await openChat(chat.kit, C2C)
    expect(chat.thread()?.unreadAtOpen).toBe(12)
  })

  test('with an ID that is none fails without a question', async () => {
    await expect(openChat(chat.kit, 'bob')).resolves.toMatchObject({
      ok: false,
      error: { code: BAD_CONVERSATION_ID, retryable: false },
    })
    expect(chat.thread('bob')).toBeUndefined()
    const shown = messageListView(chat.kit.store.get(), 'bob', chat.kit.t())
    expect(shown).toMatchObject({ phase: 'failed', error: 'Not a conversation ID: bob', retryable: false })
    expect(chat.sdk.calls('getUserProfile')).toHaveLength(0)
    expect(chat.sdk.calls('getConversationProfile')).toHaveLength(0)
  })

  test.each(['constructor', '__proto__', 'toString', 'C2C', ''])(
    'with %j is an answer, not an exception',
    async (id) => {
      await expect(openChat(chat.kit, id)).resolves.toMatchObject({ ok: false })
      expect(() => messageListView(chat.kit.store.get(), id, chat.kit.t())).not.toThrow()
    },
  )

  test('with a user who does not exist fails, and makes no conversation', async () => {
    await expect(openChat(chat.kit, 'C2Cnobody')).resolves.toMatchObject({
      ok: false,
      error: { code: NO_SUCH_USER },
    })
    expect(chat.thread('C2Cnobody')).toMatchObject({ phase: 'failed', error: { cause: 'nobody' } })
    expect(chat.sdk.calls('getConversationProfile')).toHaveLength(0)
    expect(chat.kit.store.get().conversations.list).toEqual([])
  })

  test('does not ask whether a user of the list exists', async () => {
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation()])
    await openChat(chat.kit, C2C)
    expect(chat.sdk.calls('getUserProfile')).toHaveLength(0)
  })

  test('with a group that does not exist fails', async () => {
    chat.sdk.rejectNext('getConversationProfile', sdkError(10010, 'no group'))
    await expect(openChat(chat.kit, GROUP)).resolves.toMatchObject({ ok: false, error: { code: 10010 } })
    expect(chat.thread(GROUP)).toMatchObject({ phase: 'failed', error: { op: 'getConversationProfile' } })
    expect(chat.sdk.calls('getMessageList')).toHaveLength(0)
  })

  test('of the system asks for no profile', async () => {
    await expect(openChat(chat.kit, '@TIM#SYSTEM')).resolves.toMatchObject({ ok: true })
    expect(chat.sdk.calls('getConversationProfile')).toHaveLength(0)
  })

  test('whose history fails can be opened again', async () => {
    fill(2)
    chat.sdk.rejectNext('getMessageList', sdkError(2801))
    await expect(openChat(chat.kit, C2C)).resolves.toMatchObject({ ok: false })
    expect(chat.thread()).toMatchObject({ phase: 'failed', error: { code: 2801 } })
    const again = openChat(chat.kit, C2C)
    expect(chat.thread()).toMatchObject({ phase: 'loading' })
    expect(chat.thread()?.error).toBeUndefined()
    await again
    expect(chat.thread()?.phase).toBe('ready')
  })

  test('that fails tells the host once, also when the caller tells it too', async () => {
    chat.sdk.rejectNext('getMessageList', sdkError(2801))
    const result = await openChat(chat.kit, C2C)
    if (!result.ok) chat.kit.reportQuietly(result.error)
    expect(chat.errors).toHaveLength(1)
  })
})

describe('before the SDK is ready', () => {
  test.each(['', 'alice'])(
    'opening waits for the login (the host said the user is "%s")',
    async (hostUserID) => {
      start({ ready: false, userID: '', hostUserID })
      fill(1)
      const opening = openChat(chat.kit, C2C)
      await settle()
      expect(chat.thread()?.phase).toBe('loading')
      expect(chat.sdk.calls('getMessageList')).toHaveLength(0)
      chat.sdk.becomeReady('alice')
      await expect(opening).resolves.toMatchObject({ ok: true })
      expect(chat.thread()).toMatchObject({ phase: 'ready' })
      expect(chat.messages()).toHaveLength(1)
    },
  )

  test('opening survives that another user logs in than the host said', async () => {
    start({ ready: false, userID: '', hostUserID: 'alice' })
    fill(1)
    const opening = openChat(chat.kit, C2C)
    chat.sdk.becomeReady('carol')
    await opening
    expect(chat.thread()).toMatchObject({ phase: 'ready' })
    expect(chat.messages()).toHaveLength(1)
  })

  test('an ID that is none fails at once', async () => {
    start({ ready: false })
    await expect(openChat(chat.kit, 'bob')).resolves.toMatchObject({ ok: false })
  })

  test('loading the list waits for the login', async () => {
    start({ ready: false })
    const loading = loadConversations(chat.kit)
    await settle()
    expect(chat.sdk.calls('getConversationList')).toHaveLength(0)
    chat.sdk.becomeReady()
    await expect(loading).resolves.toMatchObject({ ok: true })
  })
})

describe('opening a chat twice', () => {
  test('at once, loads it once', async () => {
    fill(3)
    const both = await Promise.all([openChat(chat.kit, C2C), openChat(chat.kit, C2C)])
    expect(both).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ])
    expect(chat.sdk.calls('getMessageList')).toHaveLength(1)
    expect(chat.messages()).toHaveLength(3)
  })

  test('while it is loading, keeps what was sent and received in between', async () => {
    fill(1)
    const held = chat.sdk.hold('getMessageList')
    const first = openChat(chat.kit, C2C)
    await settle()
    chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ payload: { text: 'live' } })])
    await sendText(chat.kit, C2C, 'mine')
    const second = openChat(chat.kit, C2C)
    expect(textsOf(chat.messages())).toEqual(['live', 'mine'])
    held.pass()
    await Promise.all([first, second])
    expect(textsOf(chat.messages())).toEqual(['t0', 'live', 'mine'])
  })

  test('after a failure, keeps what came in between', async () => {
    fill(1)
    chat.sdk.rejectNext('getMessageList', sdkError(2801))
    await openChat(chat.kit, C2C)
    chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ payload: { text: 'live' } })])
    await openChat(chat.kit, C2C)
    expect(textsOf(chat.messages())).toEqual(['t0', 'live'])
  })

  test('later, refreshes the profile only', async () => {
    fill(3)
    await openChat(chat.kit, C2C)
    const before = chat.thread()
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation({ unreadCount: 4 })])
    await openChat(chat.kit, C2C)
    expect(chat.sdk.calls('getMessageList')).toHaveLength(1)
    expect(chat.sdk.calls('getConversationProfile')).toHaveLength(2)
    expect(chat.thread()?.newer).toBe(before?.newer)
    expect(chat.thread()?.unreadAtOpen).toBe(4)
  })

  test('later, does not take the messages away when the profile fails', async () => {
    fill(3)
    await openChat(chat.kit, C2C)
    chat.sdk.rejectNext('getConversationProfile', sdkError(2801))
    await expect(openChat(chat.kit, C2C)).resolves.toMatchObject({ ok: false })
    expect(chat.thread()?.phase).toBe('ready')
    expect(chat.messages()).toHaveLength(3)
  })

  test('by two accounts, shows each its own', async () => {
    fill(1)
    const held = chat.sdk.hold('getMessageList')
    const first = openChat(chat.kit, C2C)
    await settle()
    chat.sdk.becomeReady('carol')
    const second = openChat(chat.kit, C2C)
    held.resolve({
      messageList: [sdkMessage({ payload: { text: 'of alice' } })],
      nextReqMessageID: '',
      isCompleted: true,
    })
    await Promise.all([first, second])
    expect(textsOf(chat.messages())).toEqual(['t0'])
  })
})

describe('loading older messages', () => {
  test('adds the page before, until there is none', async () => {
    fill(40)
    await openChat(chat.kit, C2C)
    expect(chat.thread()?.complete).toBe(false)
    await loadOlder(chat.kit, C2C)
    await loadOlder(chat.kit, C2C)
    await loadOlder(chat.kit, C2C)
    expect(textsOf(chat.messages())).toEqual(Array.from({ length: 40 }, (_, at) => `t${at}`))
    expect(chat.thread()?.complete).toBe(true)
    expect(chat.sdk.calls('getMessageList')).toHaveLength(3)
  })

  test('twice at once asks once', async () => {
    fill(40)
    await openChat(chat.kit, C2C)
    const held = chat.sdk.hold('getMessageList')
    const both = [loadOlder(chat.kit, C2C), loadOlder(chat.kit, C2C)]
    expect(chat.thread()?.loadingOlder).toBe(true)
    await settle()
    held.pass()
    await Promise.all(both)
    expect(chat.thread()?.loadingOlder).toBe(false)
    expect(chat.sdk.calls('getMessageList')).toHaveLength(2)
    expect(chat.messages()).toHaveLength(30)
  })

  test('does not add a page that comes a second time', async () => {
    fill(20)
    await openChat(chat.kit, C2C)
    const page = chat.sdk.historyOf(C2C).slice(5)
    chat.sdk.resolveNext('getMessageList', {
      messageList: page,
      nextReqMessageID: page[0]?.ID,
      isCompleted: false,
    })
    await loadOlder(chat.kit, C2C)
    expect(chat.messages()).toHaveLength(15)
    await loadOlder(chat.kit, C2C)
    expect(chat.messages()).toHaveLength(20)
  })

  test('that fails keeps what is there, can be tried again and tells the host', async () => {
    fill(20)
    await openChat(chat.kit, C2C)
    chat.sdk.rejectNext('getMessageList', sdkError(2801))
    await expect(loadOlder(chat.kit, C2C)).resolves.toMatchObject({ ok: false })
    expect(chat.thread()).toMatchObject({ phase: 'ready', loadingOlder: false, error: { code: 2801 } })
    expect(chat.errors).toMatchObject([{ code: 2801, op: 'getMessageList' }])
    await loadOlder(chat.kit, C2C)
    expect(chat.thread()?.error).toBeUndefined()
    expect(chat.messages()).toHaveLength(20)
  })

  test('waits for the first page and leaves unknown chats alone', async () => {
    await loadOlder(chat.kit, C2C)
    const held = chat.sdk.hold('getMessageList')
    const opening = openChat(chat.kit, C2C)
    await loadOlder(chat.kit, C2C)
    await settle()
    expect(chat.sdk.calls('getMessageList')).toHaveLength(1)
    held.pass()
    await opening
  })
})

describe('loading the conversation list', () => {
  test('shows it', async () => {
    chat.sdk.conversations.push(sdkConversation(), sdkConversation({ conversationID: GROUP }))
    await loadConversations(chat.kit)
    expect(chat.kit.store.get().conversations).toMatchObject({
      phase: 'ready',
      list: [{ target: PEER }, { target: 'team' }],
    })
  })

  test('that fails says so and tells the host', async () => {
    chat.sdk.rejectNext('getConversationList', sdkError(2801))
    await expect(loadConversations(chat.kit)).resolves.toMatchObject({ ok: false })
    expect(chat.kit.store.get().conversations).toMatchObject({ phase: 'failed', error: { code: 2801 } })
    expect(chat.errors).toMatchObject([{ code: 2801, op: 'getConversationList' }])
  })

  test('that fails does not take away a list that is there', async () => {
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation()])
    chat.sdk.rejectNext('getConversationList', sdkError(2801))
    await loadConversations(chat.kit)
    expect(chat.kit.store.get().conversations).toMatchObject({ phase: 'ready', list: [{ target: PEER }] })
  })

  test('before the first sync is over goes on loading, until the event', async () => {
    chat.sdk.resolveNext('getConversationList', { conversationList: [], isSyncCompleted: false })
    await loadConversations(chat.kit)
    expect(chat.kit.store.get().conversations.phase).toBe('loading')
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', [], { isSyncCompleted: true })
    expect(chat.kit.store.get().conversations.phase).toBe('ready')
  })
})
