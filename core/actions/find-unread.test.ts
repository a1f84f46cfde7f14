import { C2C, ME, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, textOf, type TestKit } from '../../tests/fixtures/kit'
import { translator } from '../../locales/index'
import { messageListView } from '../views/message-list'
import { findUnread } from './find-unread'
import { loadConversations } from './load-conversations'
import { loadOlder } from './load-older'
import { openChat } from './open-chat'

let chat: TestKit
afterEach(() => chat.release())

const pill = (): string => messageListView(chat.kit.store.get(), C2C, translator('en')).above
const text = (id: string): string | undefined => {
  const found = chat.messages().find((message) => message.id === id)
  return found && textOf(found.content)
}

/** A chat with `count` messages, of which every fifth is an own one, and the newest `unread` of the peer's are unread. */
async function open(count: number, unread: number): Promise<void> {
  chat = testKit()
  chat.sdk.conversations.push(sdkConversation({ unreadCount: unread }))
  for (let n = 1; n <= count; n++) {
    chat.sdk
      .historyOf(C2C)
      .push(sdkMessage({ ID: `id${n}`, from: n % 5 ? PEER : ME, payload: { text: `text ${n}` } }))
  }
  await loadConversations(chat.kit)
  await openChat(chat.kit, C2C)
}

test('history is loaded back to the first unread message', async () => {
  await open(100, 40)
  expect(pill()).toBe('40 unread')
  // Of 50 messages 10 are own ones: the fortieth of the peer's is the fiftieth from the end.
  expect(text(await findUnread(chat.kit, C2C))).toBe('text 51')
  expect(pill()).toBe('')
})

test('with more unread than there is history, the oldest message is as far as it goes', async () => {
  await open(30, 300)
  expect(text(await findUnread(chat.kit, C2C))).toBe('text 1')
})

test('a page that is on its way is waited for, not asked for twice', async () => {
  await open(60, 20)
  const loading = loadOlder(chat.kit, C2C)
  const found = findUnread(chat.kit, C2C)
  await Promise.all([loading, found])
  expect(text(await found)).toBe('text 36')
  expect(new Set(chat.messages().map(({ ID }) => ID)).size).toBe(chat.messages().length)
})

test('when history cannot be loaded it goes to the oldest message that is there', async () => {
  await open(60, 40)
  chat.sdk.rejectNext('getMessageList', sdkError(2801))
  expect(text(await findUnread(chat.kit, C2C))).toBe('text 46')
  expect(chat.errors).toHaveLength(1)
})

test('a few unread messages need no pill, and nor does somebody who scrolled there', async () => {
  await open(60, 10)
  expect(pill()).toBe('')
  chat.release()
  await open(100, 13)
  expect(pill()).toBe('13 unread')
  await loadOlder(chat.kit, C2C)
  await loadOlder(chat.kit, C2C)
  expect(pill()).toBe('')
})

test('a chat that is not loaded has nothing to find', async () => {
  chat = testKit()
  expect(await findUnread(chat.kit, C2C)).toBe('')
})

test('what arrives after the chat was opened does not move the first unread message', async () => {
  await open(100, 40)
  chat.sdk.emit('MESSAGE_RECEIVED', [
    sdkMessage({ ID: 'late1', payload: { text: 'late 1' } }),
    sdkMessage({ ID: 'late2', payload: { text: 'late 2' } }),
  ])
  expect(text(await findUnread(chat.kit, C2C))).toBe('text 51')
})

test('in a burst the line is over the first message that was unread, wherever the list has got to', async () => {
  chat = testKit()
  const newest = { lastTime: 2000, fromAccount: PEER, type: 'TIMTextElem', payload: { text: 'new 3' } }
  const come = (from: number, to: number): void => {
    const list = Array.from({ length: to - from }, (_, at) =>
      sdkMessage({ time: 2000, payload: { text: `new ${from + at}` } }),
    )
    chat.sdk.historyOf(C2C).push(...list)
    chat.sdk.emit('MESSAGE_RECEIVED', list)
  }
  chat.sdk.historyOf(C2C).push(...Array.from({ length: 5 }, (_, at) => sdkMessage({ time: 1000 + at })))
  come(0, 6)
  // The list knows of four of them.
  chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation({ unreadCount: 4, lastMessage: newest })])
  await openChat(chat.kit, C2C)
  expect(text(chat.thread()?.unreadLine ?? '')).toBe('new 0')
  come(6, 9)
  await openChat(chat.kit, C2C)
  expect(text(chat.thread()?.unreadLine ?? '')).toBe('new 0')
})
