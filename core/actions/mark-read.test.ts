import { C2C, NOW_S, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, type TestKit } from '../../tests/fixtures/kit'
import { showChat } from './mark-read'
import { openChat } from './open-chat'
import { closeOverlay, openOverlay } from './overlays'

let chat: TestKit
beforeEach(async () => {
  jest.useFakeTimers()
  chat = testKit()
  await openChat(chat.kit, C2C)
})
afterEach(() => {
  chat.release()
  jest.useRealTimers()
})

const reports = (): number => chat.sdk.calls('setMessageRead').length
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms)
let arrived = 0
const arrives = (unreadCount: number): void => {
  arrived++
  chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ time: NOW_S + arrived })])
  unread(unreadCount)
}
const unread = (unreadCount: number): void =>
  chat.sdk.emit('CONVERSATION_LIST_UPDATED', [
    sdkConversation({
      unreadCount,
      lastMessage: {
        lastTime: NOW_S + arrived,
        type: 'TIMTextElem',
        payload: { text: 'x' },
        fromAccount: 'bob',
      },
    }),
  ])
const show = (fields: { shown?: boolean; atBottom?: boolean } = {}): void =>
  showChat(chat.kit, { conversationID: C2C, shown: true, atBottom: true, ...fields })

test('a message that is seen is reported', async () => {
  show()
  arrives(1)
  await pass(0)
  expect(chat.sdk.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
})

test('opening a chat with unread messages reports them', async () => {
  arrives(3)
  show()
  await pass(0)
  expect(reports()).toBe(1)
})

test.each([
  ['the page is hidden', { shown: false }],
  ['the reader is further up', { atBottom: false }],
])('nothing is reported while %s, and what is new is once it is seen', async (_, fields) => {
  show(fields)
  arrives(1)
  await pass(5000)
  expect(reports()).toBe(0)
  show()
  await pass(0)
  expect(reports()).toBe(1)
})

test('nothing is reported while no chat, or another one, is open', async () => {
  arrives(1)
  await pass(5000)
  showChat(chat.kit, { conversationID: 'C2Cdave', shown: true, atBottom: true })
  await pass(5000)
  expect(reports()).toBe(0)
})

test('nothing is reported when nothing is unread', async () => {
  show()
  arrives(0)
  await pass(5000)
  expect(reports()).toBe(0)
})

test('nothing is reported when what was unread is read elsewhere before its turn', async () => {
  show()
  arrives(1)
  await pass(0)
  unread(0)
  arrives(1)
  unread(0)
  await pass(5000)
  expect(reports()).toBe(1)
})

test('one report is enough, although the SDK tells of it a second later', async () => {
  show()
  arrives(1)
  await pass(2000)
  unread(0)
  await pass(5000)
  expect(reports()).toBe(1)
})

test('a busy chat is reported at most once a second, and the last message is not forgotten', async () => {
  show()
  for (let i = 0; i < 50; i++) {
    arrives(i + 1)
    await pass(100)
  }
  expect(reports()).toBeGreaterThanOrEqual(5)
  expect(reports()).toBeLessThanOrEqual(6)
  const before = reports()
  arrives(51)
  await pass(2000)
  expect(reports()).toBe(before + 1)
})

test('never two reports at the same time, and what came meanwhile is reported after', async () => {
  const held = chat.sdk.hold('setMessageRead')
  show()
  arrives(1)
  await pass(0)
  arrives(2)
  await pass(5000)
  expect(reports()).toBe(1)
  held.pass()
  await pass(0)
  expect(reports()).toBe(2)
})

test('a report that fails is told to the host quietly, and made again with the next message', async () => {
  chat.sdk.rejectNext('setMessageRead', sdkError(2801))
  show()
  arrives(1)
  await pass(5000)
  expect(reports()).toBe(1)
  expect(chat.errors).toMatchObject([{ op: 'setMessageRead', code: 2801 }])
  expect(chat.kit.store.get().notice).toBeUndefined()
  arrives(2)
  await pass(0)
  expect(reports()).toBe(2)
})

test('nothing is reported while the user is not logged in', async () => {
  show()
  chat.sdk.emit('SDK_NOT_READY', undefined)
  arrives(1)
  await pass(5000)
  expect(reports()).toBe(0)
  chat.sdk.becomeReady()
  // What was loaded before is gone: nothing is seen until it is there again.
  await pass(0)
  expect(reports()).toBe(0)
  await openChat(chat.kit, C2C)
  arrives(1)
  await pass(0)
  expect(reports()).toBe(1)
})

test('nothing is reported while something else covers the chat', async () => {
  show()
  openOverlay(chat.kit, { type: 'text', conversationID: C2C, id: 'any' })
  arrives(1)
  await pass(5000)
  expect(reports()).toBe(0)
  closeOverlay(chat.kit)
  await pass(0)
  expect(reports()).toBe(1)
})

test('nothing is reported after the last component is gone', async () => {
  const held = chat.sdk.hold('setMessageRead')
  show()
  arrives(1)
  await pass(0)
  arrives(2)
  chat.release()
  held.pass()
  await pass(10_000)
  expect(reports()).toBe(1)
  expect(jest.getTimerCount()).toBe(0)
})

test('the newest message that is seen is remembered, and not those below the reader', () => {
  show()
  arrives(1)
  const seen = chat.thread()?.seenID
  expect(seen).toBe(chat.messages()[0]?.id)
  show({ atBottom: false })
  arrives(2)
  expect(chat.thread()?.seenID).toBe(seen)
  show()
  expect(chat.thread()?.seenID).toBe(chat.messages()[1]?.id)
})

test('showing the same again changes nothing', () => {
  show()
  const heard = jest.fn()
  chat.kit.store.subscribe(heard)
  show()
  expect(heard).not.toHaveBeenCalled()
  showChat(chat.kit, undefined)
  showChat(chat.kit, undefined)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(chat.kit.store.get().openChat).toBeUndefined()
})
