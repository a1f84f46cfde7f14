import { C2C, GROUP, ME, NOW_S, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, type TestKit } from '../../tests/fixtures/kit'
import { showChat } from './mark-read'
import { beginSight, seeRows } from './see-rows'
import { loadOlder } from './load-older'
import { openChat } from './open-chat'
import { openOverlay } from './overlays'
import { loadReaders, openReaders } from './readers'

let chat: TestKit
beforeEach(() => {
  jest.useFakeTimers({ now: NOW_S * 1000, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => {
  chat.release()
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})

const wait = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(1000)
  await settle()
}
const inGroup = (fields: object) =>
  sdkMessage({ conversationID: GROUP, conversationType: 'GROUP', to: 'team', time: NOW_S - 3600, ...fields })
const idsIn = (
  call: 'getMessageReactions' | 'sendMessageReadReceipt' | 'getMessageReadReceiptList',
): string[][] =>
  chat.sdk.calls(call).map(([given]) => {
    const list = Array.isArray(given) ? given : (given as { messageList: unknown[] }).messageList
    return (list as { ID: string }[]).map(({ ID }) => ID)
  })

async function open(
  conversationID: string,
  sight: { atBottom?: boolean; shown?: boolean } = {},
): Promise<void> {
  showChat(chat.kit, { conversationID, shown: true, atBottom: true, ...sight })
  await openChat(chat.kit, conversationID)
  await wait()
}

describe('what the plan allows', () => {
  test('is asked for at each login', async () => {
    chat = testKit()
    await wait()
    expect(chat.kit.store.get().abilities).toMatchObject({
      reactions: true,
      translation: true,
      transcription: true,
    })
    chat.sdk.actions.enabled = false
    chat.sdk.becomeReady('carol')
    await wait()
    expect(chat.kit.store.get().abilities).toMatchObject({ reactions: false, translation: false })
  })

  test('is nothing when nobody answers, or the SDK has not the calls', async () => {
    chat = testKit({ ready: false })
    chat.sdk.rejectNext('callExperimentalAPI', sdkError(2801))
    chat.sdk.becomeReady()
    await wait()
    expect(chat.kit.store.get().abilities.reactions).toBe(false)
    chat.release()
    chat = testKit({ ready: false })
    Object.assign(chat.sdk.instance, { translateText: undefined, addMessageReaction: undefined })
    chat.sdk.becomeReady()
    await wait()
    expect(chat.kit.store.get().abilities).toMatchObject({
      reactions: false,
      translation: false,
      transcription: true,
    })
  })
})

describe('reactions', () => {
  test('come beside a page of history, each message asked for once', async () => {
    chat = testKit()
    const all = Array.from({ length: 20 }, (_, i) => sdkMessage({ time: NOW_S - 3600 + i }))
    chat.sdk.historyOf(C2C).push(...all)
    const last = all[19]
    chat.sdk.actions.reactions.set(last?.ID ?? '', [
      { reactionID: '👍', totalUserCount: 1, reactedByMyself: true },
    ])
    await open(C2C)
    expect(chat.messages().slice(-1)[0]?.reactions).toEqual([
      { reactionID: '👍', count: 1, mine: true, names: [] },
    ])
    await loadOlder(chat.kit, C2C)
    await wait()
    expect(idsIn('getMessageReactions').map((list) => list.length)).toEqual([15, 5])
  })

  test('are not asked for of messages that have just come, nor without the plan', async () => {
    chat = testKit()
    await open(C2C)
    chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ time: Math.floor(Date.now() / 1000) })])
    await wait()
    expect(chat.sdk.calls('getMessageReactions')).toEqual([])
    chat.sdk.actions.enabled = false
    chat.sdk.becomeReady('carol')
    chat.sdk.historyOf(C2C).push(sdkMessage({ time: NOW_S - 3600 }))
    await open(C2C)
    expect(chat.sdk.calls('getMessageReactions')).toEqual([])
  })

  test('that could not be loaded are asked for again with the next change', async () => {
    chat = testKit()
    chat.sdk.historyOf(C2C).push(sdkMessage({ time: NOW_S - 3600 }))
    chat.sdk.rejectNext('getMessageReactions', sdkError(2801))
    await open(C2C)
    expect(chat.kit.store.get().notice).toBeUndefined()
    chat.sdk.emit('NET_STATE_CHANGE', { state: 'connecting' })
    await wait()
    expect(chat.sdk.calls('getMessageReactions')).toHaveLength(2)
  })
})

describe('receipts in groups', () => {
  test('own messages are counted when they are loaded, and when somebody reads them', async () => {
    chat = testKit()
    const mine = inGroup({ from: ME, needReadReceipt: true })
    chat.sdk.historyOf(GROUP).push(inGroup({}), inGroup({ from: ME }), mine)
    chat.sdk.actions.readers.set(mine.ID, { read: ['bob'], unread: ['carol'] })
    await open(GROUP)
    expect(idsIn('getMessageReadReceiptList')).toEqual([[mine.ID]])
    const readers = () => chat.messages(GROUP)[2]?.readers
    expect(readers()).toEqual({ read: 1, unread: 1 })
    chat.sdk.emit('MESSAGE_READ_RECEIPT_RECEIVED', [
      { groupID: 'team', messageID: mine.ID, readCount: 2, unreadCount: 0 },
    ])
    expect(readers()).toEqual({ read: 2, unread: 0 })
    // An answer that was on its way meanwhile is older than that.
    chat.sdk.emit('MESSAGE_READ_RECEIPT_RECEIVED', [
      { groupID: 'team', messageID: mine.ID, readCount: 1, unreadCount: 1 },
    ])
    expect(readers()).toEqual({ read: 2, unread: 0 })
  })

  test('are sent for what was seen, together, once', async () => {
    chat = testKit()
    const asked = [inGroup({ needReadReceipt: true }), inGroup({ needReadReceipt: true })]
    chat.sdk.historyOf(GROUP).push(inGroup({}), ...asked, inGroup({ from: ME, needReadReceipt: true }))
    await open(GROUP)
    expect(idsIn('sendMessageReadReceipt').map((list) => list.sort())).toEqual([
      asked.map(({ ID }) => ID).sort(),
    ])
    const next = inGroup({ needReadReceipt: true })
    chat.sdk.emit('MESSAGE_RECEIVED', [next])
    chat.sdk.historyOf(GROUP).push(next)
    await wait()
    expect(idsIn('sendMessageReadReceipt')[1]).toEqual([next.ID])
  })

  test('are not sent for what nobody saw: scrolled up, another page in front, something over it', async () => {
    chat = testKit()
    await open(GROUP)
    const come = async (): Promise<void> => {
      const message = inGroup({ needReadReceipt: true })
      chat.sdk.historyOf(GROUP).push(message)
      chat.sdk.emit('MESSAGE_RECEIVED', [message])
      await wait()
    }
    chat.sdk.historyOf(GROUP).push(inGroup({}))
    chat.sdk.emit('MESSAGE_RECEIVED', chat.sdk.historyOf(GROUP).slice(-1))
    await wait()
    showChat(chat.kit, { conversationID: GROUP, shown: true, atBottom: false })
    await come()
    showChat(chat.kit, { conversationID: GROUP, shown: false, atBottom: true })
    await come()
    showChat(chat.kit, { conversationID: GROUP, shown: true, atBottom: false })
    openOverlay(chat.kit, { type: 'forward', conversationID: GROUP, ids: [], merged: false })
    showChat(chat.kit, { conversationID: GROUP, shown: true, atBottom: true })
    await come()
    expect(chat.sdk.calls('sendMessageReadReceipt')).toEqual([])
    chat.kit.store.set(() => ({ overlays: [] }))
    await wait()
    expect(idsIn('sendMessageReadReceipt').flat()).toHaveLength(3)
  })

  test('are sent only for rows that can be seen, once something of the chat is drawn', async () => {
    chat = testKit()
    const asked = [1, 2, 3].map(() => inGroup({ needReadReceipt: true }))
    chat.sdk.historyOf(GROUP).push(...asked)
    beginSight(chat.kit, GROUP)
    await open(GROUP)
    expect(chat.sdk.calls('sendMessageReadReceipt')).toEqual([])
    const [first, second] = chat.messages(GROUP)
    seeRows(chat.kit, GROUP, new Set([second?.id ?? '']))
    await wait()
    expect(idsIn('sendMessageReadReceipt')).toEqual([[second?.ID]])
    // Scrolled up to it; what was told is not told again.
    seeRows(chat.kit, GROUP, new Set([first?.id ?? '', second?.id ?? '']))
    await wait()
    expect(idsIn('sendMessageReadReceipt')).toEqual([[second?.ID], [first?.ID]])
  })

  test('a peer of a C2C chat that asks for one is told, and what it tells is taken over', async () => {
    chat = testKit()
    const asked = sdkMessage({ needReadReceipt: true })
    const mine = sdkMessage({ from: ME, needReadReceipt: true })
    chat.sdk.historyOf(C2C).push(asked, mine)
    await open(C2C)
    expect(idsIn('sendMessageReadReceipt')).toEqual([[asked.ID]])
    chat.sdk.emit('MESSAGE_READ_RECEIPT_RECEIVED', [{ userID: 'bob', messageID: mine.ID, isPeerRead: true }])
    expect(chat.messages()[1]?.peerRead).toBe(true)
  })
})

describe('the list of readers', () => {
  const people = Array.from({ length: 70 }, (_, i) => `user${i}`)
  const overlay = () => {
    const [front] = chat.kit.store.get().overlays
    return front?.type === 'readers' ? front : undefined
  }

  test('both sides, with names, page by page', async () => {
    chat = testKit()
    const mine = inGroup({ from: ME, needReadReceipt: true })
    chat.sdk.historyOf(GROUP).push(mine)
    chat.sdk.actions.readers.set(mine.ID, { read: people, unread: ['zoe'] })
    await open(GROUP)
    const id = chat.messages(GROUP)[0]?.id ?? ''
    openReaders(chat.kit, GROUP, id)
    openReaders(chat.kit, GROUP, id)
    expect(overlay()).toMatchObject({ read: { loading: true }, unread: { loading: true } })
    await wait()
    expect(overlay()?.unread).toMatchObject({ people: [{ userID: 'zoe', name: 'ZOE' }], complete: true })
    expect(overlay()?.read).toMatchObject({ complete: false })
    expect(overlay()?.read?.people).toHaveLength(50)
    await loadReaders(chat.kit, id, 'read')
    expect(overlay()?.read?.people.map(({ userID }) => userID)).toEqual(people)
    await loadReaders(chat.kit, id, 'read')
    expect(chat.sdk.calls('getGroupMessageReadMemberList')).toHaveLength(3)
    expect(chat.kit.store.get().overlays).toHaveLength(1)
  })

  test('a failure stands in the list and can be tried again', async () => {
    chat = testKit()
    const mine = inGroup({ from: ME, needReadReceipt: true })
    chat.sdk.historyOf(GROUP).push(mine)
    await open(GROUP)
    const id = chat.messages(GROUP)[0]?.id ?? ''
    chat.sdk.rejectNext('getGroupMessageReadMemberList', sdkError(2801))
    openReaders(chat.kit, GROUP, id)
    await wait()
    expect(overlay()?.read).toMatchObject({ error: { code: 2801 }, loading: false })
    await loadReaders(chat.kit, id, 'read')
    expect(overlay()?.read).toMatchObject({ complete: true })
    expect(overlay()?.read?.error).toBeUndefined()
  })
})

test('what is pinned in a group is known once it is open', async () => {
  chat = testKit()
  const message = inGroup({ payload: { text: 'rules' } })
  chat.sdk.historyOf(GROUP).push(message)
  chat.sdk.actions.pinned.set('team', [message])
  await open(GROUP)
  expect(chat.kit.store.get().pinned[GROUP]).toMatchObject([{ content: { text: 'rules' } }])
  await open(C2C)
  expect(chat.sdk.calls('getPinnedGroupMessageList')).toHaveLength(1)
})
