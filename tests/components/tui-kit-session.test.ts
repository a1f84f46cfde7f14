import { sdkConversation } from '../fixtures/builders'
import { advance, mount, phone, settle, takeProblems } from './harness'
import {
  C2C,
  GROUP,
  PEER,
  SLIDE,
  chatPage,
  history,
  hostSdk,
  incoming,
  kitPage,
  rows,
  sdkError,
} from './page'

describe('a chat without the list', () => {
  test('conversationID opens it directly', async () => {
    const sdk = hostSdk()
    sdk.historyOf(C2C).push(...history(2))
    const page = await kitPage({ sdk, properties: { conversationID: C2C } })
    expect(page.kit.has('TUIConversation')).toBe(false)
    expect(rows(page.messages()).map((row) => row.find('message-text').text)).toEqual([
      'message 1',
      'message 2',
    ])
    expect(page.kit.find('page-container').attr('show')).toBe(false)
  })

  test('it works when the login comes later', async () => {
    const sdk = hostSdk({ ready: false })
    sdk.historyOf(C2C).push(...history(2))
    const page = await kitPage({ sdk, properties: { conversationID: C2C } })
    expect(page.kit.texts('message-text')).toEqual([])
    sdk.becomeReady()
    await settle()
    expect(page.kit.texts('message-text')).toEqual(['message 1', 'message 2'])
  })

  test('its back button leaves the page, and is not there on the first page', async () => {
    const first = await kitPage({ properties: { conversationID: C2C } })
    expect(first.kit.has('view.back')).toBe(false)
    phone.pages = ['pages/home/index', 'pages/chat/index']
    const second = await kitPage({ properties: { conversationID: C2C } })
    second.kit.find('view.back').tap()
    expect(phone.pages).toEqual(['pages/home/index'])
  })

  test.each([
    ['bogus', 'Not a conversation ID: bogus'],
    ['C2Cnobody', 'User nobody was not found'],
  ])('%s: a sentence instead of a chat, and an error event', async (conversationID, sentence) => {
    const page = await kitPage({ properties: { conversationID } })
    expect(page.messages().find('tui-empty').text).toContain(sentence)
    expect(page.kit.has('message-input')).toBe(false)
    expect(page.kit.events.error).toEqual([expect.objectContaining({ op: 'openChat' })])
  })

  test('another conversationID shows the other chat', async () => {
    const sdk = hostSdk()
    sdk.historyOf(C2C).push(...history(1))
    sdk.historyOf(GROUP).push(incoming('in the group', { conversationID: GROUP, conversationType: 'GROUP' }))
    const page = await kitPage({ sdk, properties: { conversationID: C2C } })
    page.kit.set({ conversationID: GROUP })
    await settle()
    expect(page.kit.texts('message-text')).toEqual(['in the group'])
  })
})

describe('the session', () => {
  test('ready is told once per login', async () => {
    const page = await kitPage()
    page.sdk.emit('SDK_READY', undefined)
    expect(page.kit.events.ready).toHaveLength(1)
    page.sdk.emit('SDK_NOT_READY', undefined)
    page.sdk.becomeReady()
    expect(page.kit.events.ready).toHaveLength(2)
  })

  test('another account closes the chat and sees its own list, not the one before', async () => {
    const page = await chatPage(history(1))
    page.sdk.conversations.splice(0, 1, sdkConversation({ conversationID: 'C2Cdave', remark: 'Dave' }))
    page.sdk.becomeReady('carol')
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(false)
    expect(page.kit.text).not.toContain(PEER)
    expect(page.kit.texts('conversation-item text.name')).toEqual(['Dave'])
  })

  test('another account in a chat without the list loads that chat as its own', async () => {
    const sdk = hostSdk()
    sdk.historyOf(C2C).push(...history(1))
    const page = await kitPage({ sdk, properties: { conversationID: C2C } })
    sdk.historyOf(C2C).splice(0, 1, incoming('for carol'))
    sdk.becomeReady('carol')
    await settle()
    expect(page.kit.texts('message-text')).toEqual(['for carol'])
  })

  test('the same account again keeps the chat open', async () => {
    const page = await chatPage(history(1))
    page.sdk.emit('SDK_NOT_READY', undefined)
    page.sdk.becomeReady()
    await advance(SLIDE)
    expect(page.kit.texts('message-text')).toEqual(['message 1'])
  })

  test.each([
    ['multipleAccount', 'This account signed in somewhere else'],
    ['multipleDevice', 'This account signed in on another device'],
    ['userSigExpired', 'Your sign-in has expired. Sign in again'],
    ['REST_API_Kick', 'An administrator signed you out'],
    ['something new', 'You were signed out. Sign in again'],
  ])('signed out by %s: a sentence over the list', async (reason, sentence) => {
    const page = await kitPage()
    page.sdk.emit('KICKED_OUT', { type: reason })
    await settle()
    expect(page.kit.find('tui-notice-bar').text).toBe(sentence)
  })

  test('a lost connection is told until it is back', async () => {
    const page = await kitPage()
    expect(page.kit.find('tui-notice-bar').text).toBe('')
    page.sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' })
    await settle()
    expect(page.kit.find('tui-notice-bar').text).toBe('No connection. Check your network settings')
    page.sdk.emit('NET_STATE_CHANGE', { state: 'connected' })
    await settle()
    expect(page.kit.find('tui-notice-bar').text).toBe('')
  })

  test('a failure of an intent is a toast and an error event', async () => {
    const page = await chatPage([incoming('hello')])
    page.sdk.rejectNext('deleteMessage', sdkError(2801))
    const row = page.messages().find('message-row')
    row.find('view.bubble').fire('longpress')
    await settle()
    page.chat().all('message-menu view.item').pop()?.tap()
    await settle()
    phone.sheet().choose(0)
    await settle()
    expect(phone.toasts).toEqual(['The request timed out. Try again later'])
    expect(page.kit.events.error).toEqual([expect.objectContaining({ code: 2801, op: 'deleteMessage' })])
  })

  test('nothing in all this upset the framework', async () => {
    const kit = mount('', { properties: { config: 'not an object', conversationID: null } })
    await settle()
    expect(kit.has('tui-skeleton')).toBe(true)
    expect(takeProblems()).toEqual([])
  })
})
