import { C2C, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { translator } from '../../locales/index'
import { messageListView } from '../views/message-list'
import { loadConversations } from './load-conversations'
import { loadOlder } from './load-older'
import { showChat } from './mark-read'
import { openChat } from './open-chat'

let chat: TestKit
beforeEach(() => {
  chat = testKit()
  chat.sdk.conversations.push(sdkConversation())
  for (let n = 1; n <= 40; n++) {
    chat.sdk.historyOf(C2C).push(sdkMessage({ ID: `id${n}`, payload: { text: `text ${n}` } }))
  }
})
afterEach(() => {
  jest.useRealTimers()
  chat.release()
})

const back = async (): Promise<void> => {
  chat.sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' })
  chat.sdk.emit('NET_STATE_CHANGE', { state: 'connected' })
  await settle()
}
const view = () => messageListView(chat.kit.store.get(), C2C, translator('en'))

test('a chat that could not be loaded loads when the connection is back, if it is the one on the screen', async () => {
  chat.sdk.rejectNext('getMessageList', sdkError(2801))
  await openChat(chat.kit, C2C)
  await back()
  expect(view().phase).toBe('failed')
  showChat(chat.kit, { conversationID: C2C, shown: true, atBottom: true })
  await back()
  expect(view().phase).toBe('ready')
  expect(textsOf(chat.messages())).toHaveLength(15)
})

test('a list of chats that could not be loaded loads as well', async () => {
  chat.sdk.rejectNext('getConversationList', sdkError(2801))
  await loadConversations(chat.kit)
  expect(chat.kit.store.get().conversations.phase).toBe('failed')
  await back()
  expect(chat.kit.store.get().conversations.phase).toBe('ready')
})

test('older messages may be asked for again', async () => {
  await openChat(chat.kit, C2C)
  showChat(chat.kit, { conversationID: C2C, shown: true, atBottom: true })
  chat.sdk.rejectNext('getMessageList', sdkError(2801))
  await loadOlder(chat.kit, C2C)
  expect(view().error).not.toBe('')
  await back()
  expect(view().error).toBe('')
})

test('what arrived while a chat could not be loaded is shown, not covered by the error', async () => {
  chat.sdk.rejectNext('getMessageList', sdkError(2801))
  await openChat(chat.kit, C2C)
  chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ ID: 'new', payload: { text: 'new' } })])
  expect(view()).toMatchObject({ phase: 'ready', retryable: true })
  expect(view().newer[0]?.rows.map((row) => row.text)).toEqual(['new'])
})

test('whoever scrolls faster than the SDK allows gets his page a moment later', async () => {
  await openChat(chat.kit, C2C)
  jest.useFakeTimers()
  chat.sdk.rejectNext('getMessageList', sdkError(2996))
  const loading = loadOlder(chat.kit, C2C)
  await jest.advanceTimersByTimeAsync(1000)
  expect(await loading).toMatchObject({ ok: true })
  expect(chat.messages()).toHaveLength(30)
  expect(chat.errors).toEqual([])
})
