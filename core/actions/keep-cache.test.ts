import { acquireKit, releaseKit, type Kit } from '../kit'
import { C2C, GROUP, ME, NOW_S, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { createFakeSdk, type FakeSdk } from '../../tests/fixtures/fake-sdk'
import { settle, textsOf } from '../../tests/fixtures/kit'
import { allMessages } from '../../tests/fixtures/threads'
import type { Memory } from './played'
import { loadConversations } from './load-conversations'
import { openChat } from './open-chat'

const KEY = 'tuikit.cache'

/** A phone: what one kit wrote is there for the next. */
let storage: Map<string, unknown>
let memory: Memory
let kits: Kit[]

beforeEach(() => {
  jest.useFakeTimers({ now: NOW_S * 1000, doNotFake: ['queueMicrotask', 'nextTick'] })
  storage = new Map()
  memory = {
    read: (key) => (storage.has(key) ? (JSON.parse(JSON.stringify(storage.get(key))) as unknown) : ''),
    write: (key, value) => void storage.set(key, value),
  }
  kits = []
})

afterEach(() => {
  for (const kit of kits) releaseKit(kit)
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})

function start(sdk: FakeSdk, { userID = ME, appID = '1400' } = {}): Kit {
  const { instance, namespace } = sdk
  const kit = acquireKit({ instance, namespace, userID, appID, memory, language: 'en' })
  kits.push(kit)
  return kit
}

function stop(kit: Kit): void {
  kits = kits.filter((other) => other !== kit)
  releaseKit(kit)
}

/** The SDK of somebody with two chats, one of them with a history. */
function usedSdk(options: { ready?: boolean; userID?: string } = {}, count = 20): FakeSdk {
  const sdk = createFakeSdk(options)
  sdk.conversations.push(
    sdkConversation({ unreadCount: 3 }),
    sdkConversation({ conversationID: GROUP, groupProfile: { groupID: 'team', name: 'Team', avatar: '' } }),
  )
  for (let at = 1; at <= count; at++)
    sdk
      .historyOf(C2C)
      .push(sdkMessage({ ID: `id-${at}`, payload: { text: `message ${at}` }, time: NOW_S - 100 + at }))
  return sdk
}

const names = (kit: Kit): string[] => kit.store.get().conversations.list.map(({ name }) => name)
const texts = (kit: Kit): string[] => textsOf(allMessages(kit.store.get().messages[C2C]))

/** A day on this phone: the list was loaded, the chat was opened, the mini program was left. */
async function useIt(sdk: FakeSdk = usedSdk(), options = {}): Promise<void> {
  const kit = start(sdk, options)
  await loadConversations(kit)
  await openChat(kit, C2C)
  stop(kit)
}

describe('the next start', () => {
  test('shows the list before the SDK has logged in', async () => {
    await useIt()
    const kit = start(usedSdk({ ready: false }))
    expect(kit.store.get().conversations).toMatchObject({ phase: 'ready', remembered: true })
    expect(names(kit)).toEqual(['bob', 'Team'])
  })

  test('shows the newest messages of a chat while they load, and the rows stay when they have', async () => {
    await useIt()
    const sdk = usedSdk({ ready: false }, 22)
    const kit = start(sdk)
    const done = openChat(kit, C2C)
    expect(texts(kit)).toHaveLength(15)
    expect(texts(kit).at(-1)).toBe('message 20')
    const page = kit.store.get().messages[C2C]?.newer[0]
    sdk.becomeReady()
    await done
    const thread = kit.store.get().messages[C2C]
    expect(texts(kit)).toEqual(Array.from({ length: 15 }, (_, at) => `message ${at + 8}`))
    expect(thread).toMatchObject({ phase: 'ready' })
    expect(thread).not.toHaveProperty('remembered')
    expect(thread?.newer[0]?.id).toBe(page?.id)
    expect(thread?.newer[0]?.messages[0]?.id).toBe(page?.messages[2]?.id)
  })

  test('without a network keeps what it remembers', async () => {
    await useIt()
    const sdk = usedSdk()
    const kit = start(sdk)
    sdk.rejectNext('getMessageList', { code: 2801 })
    await openChat(kit, C2C)
    expect(texts(kit)).toHaveLength(15)
    expect(kit.store.get().messages[C2C]).toMatchObject({ phase: 'failed', error: { code: 2801 } })
  })

  test('gives way to what the SDK says', async () => {
    await useIt()
    const sdk = createFakeSdk()
    sdk.conversations.push(sdkConversation({ conversationID: 'C2Cdave' }))
    const kit = start(sdk)
    await loadConversations(kit)
    expect(names(kit)).toEqual(['dave'])
    expect(kit.store.get().conversations).not.toHaveProperty('remembered')
  })

  test('a message that comes before the chat has loaded stands once, after the others', async () => {
    await useIt()
    const sdk = usedSdk()
    const kit = start(sdk)
    const live = sdkMessage({ ID: 'id-21', payload: { text: 'live' }, time: NOW_S })
    sdk.emit('MESSAGE_RECEIVED', [live])
    const done = openChat(kit, C2C)
    sdk.historyOf(C2C).push(live)
    await done
    expect(texts(kit).slice(-2)).toEqual(['message 20', 'live'])
    expect(new Set(texts(kit)).size).toBe(texts(kit).length)
  })
})

describe('nobody sees what is not theirs', () => {
  test('another user starts with nothing', async () => {
    await useIt()
    const kit = start(createFakeSdk({ ready: false, userID: 'carol' }), { userID: 'carol' })
    expect(names(kit)).toEqual([])
    expect(kit.store.get().messages).toEqual({})
  })

  test('the same user ID in another app is another user', async () => {
    await useIt()
    expect(names(start(createFakeSdk({ ready: false }), { appID: '1500' }))).toEqual([])
  })

  test('a user who turns out to be another one than the host said loses the list at once', async () => {
    await useIt()
    const sdk = createFakeSdk({ ready: false, userID: '' })
    const kit = start(sdk)
    expect(names(kit)).toEqual(['bob', 'Team'])
    sdk.becomeReady('carol')
    expect(names(kit)).toEqual([])
    expect(kit.store.get().messages).toEqual({})
  })

  test('a user whom the host has not named is known with the login', async () => {
    await useIt()
    const sdk = createFakeSdk({ ready: false, userID: '' })
    const kit = start(sdk, { userID: '' })
    expect(names(kit)).toEqual([])
    sdk.becomeReady(ME)
    expect(names(kit)).toEqual(['bob', 'Team'])
  })

  test('the next account takes the place of the one before', async () => {
    await useIt()
    await useIt(usedSdk({ userID: 'carol' }), { userID: 'carol' })
    expect(names(start(createFakeSdk({ ready: false })))).toEqual([])
  })
})

describe('what is damaged is dropped without a word', () => {
  const kept = () => storage.get(KEY) as Record<string, unknown>

  test.each<[string, () => unknown]>([
    ['cut off', () => ({ ...kept(), data: String(kept().data).slice(0, 200) })],
    ['changed', () => ({ ...kept(), data: String(kept().data).replace('bob', 'eve') })],
    ['of another version', () => ({ ...kept(), version: 0 })],
    ['a text', () => 'x'],
    ['a list', () => [1]],
    ['nothing', () => null],
  ])('%s', async (_, damage) => {
    await useIt()
    storage.set(KEY, damage())
    const kit = start(createFakeSdk({ ready: false }))
    expect(kit.store.get().conversations).toMatchObject({ phase: 'loading', list: [] })
  })
})

describe('what is kept', () => {
  const size = () => JSON.stringify(storage.get(KEY)).length

  test('follows changes, a moment later and once for many', async () => {
    const writes = jest.spyOn(memory, 'write')
    const sdk = usedSdk()
    const kit = start(sdk)
    await loadConversations(kit)
    for (let at = 0; at < 10; at++) {
      sdk.conversations[0] = sdkConversation({ unreadCount: at })
      sdk.emit('CONVERSATION_LIST_UPDATED', [...sdk.conversations])
    }
    expect(writes).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(3000)
    expect(writes.mock.calls.filter(([key]) => key === KEY)).toHaveLength(1)
    stop(kit)
    expect(start(createFakeSdk({ ready: false })).store.get().conversations.list[0]?.unread).toBe(9)
  })

  test('is bounded, whatever the account holds', async () => {
    const sdk = createFakeSdk()
    for (let chat = 0; chat < 1000; chat++) {
      const conversationID = `C2Cuser${chat}`
      const payload = { text: '长'.repeat(3000) }
      const lastMessage = { lastTime: NOW_S - chat, fromAccount: 'x', type: 'TIMTextElem', payload }
      sdk.conversations.push(sdkConversation({ conversationID, lastMessage }))
      if (chat < 30) sdk.users.add(`user${chat}`)
      for (let at = 0; at < 15; at++)
        sdk.historyOf(conversationID).push(sdkMessage({ conversationID, payload, time: NOW_S }))
    }
    const kit = start(sdk)
    await loadConversations(kit)
    for (let chat = 0; chat < 30; chat++) await openChat(kit, `C2Cuser${chat}`)
    stop(kit)
    expect(size()).toBeLessThan(250_000)
    const next = start(createFakeSdk({ ready: false }))
    expect(names(next)).toHaveLength(100)
    expect(Object.keys(next.store.get().messages).length).toBeGreaterThan(0)
    expect(Object.keys(next.store.get().messages).length).toBeLessThanOrEqual(10)
  })

  test('a chat that was not opened for a day is still there the day after', async () => {
    await useIt()
    const second = start(usedSdk())
    await loadConversations(second)
    stop(second)
    const third = start(usedSdk({ ready: false }))
    expect(texts(third)).toHaveLength(15)
  })

  test('a chat that was deleted is not', async () => {
    await useIt()
    const sdk = createFakeSdk()
    sdk.conversations.push(sdkConversation({ conversationID: GROUP }))
    const second = start(sdk)
    await loadConversations(second)
    stop(second)
    expect(start(createFakeSdk({ ready: false })).store.get().messages).toEqual({})
  })

  test('what was taken back is not', async () => {
    const sdk = usedSdk()
    const taken = { isRevoked: true, payload: { text: 'a secret' } }
    sdk.historyOf(C2C).push(sdkMessage({ ...taken, time: NOW_S }))
    const lastMessage = { lastTime: NOW_S, fromAccount: 'bob', type: 'TIMTextElem', ...taken }
    sdk.conversations[0] = sdkConversation({ lastMessage })
    await useIt(sdk)
    expect(JSON.stringify(storage.get(KEY))).not.toContain('secret')
  })

  test('messages that were not sent are not: nobody else has them, and their files are gone', async () => {
    const sdk = usedSdk()
    const kit = start(sdk)
    await loadConversations(kit)
    await openChat(kit, C2C)
    sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ status: 'fail', from: ME, payload: { text: 'lost' } })])
    await settle()
    stop(kit)
    expect(texts(start(usedSdk({ ready: false })))).not.toContain('lost')
  })
})
