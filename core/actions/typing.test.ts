import { C2C, GROUP, ME, sdkMessage } from '../../tests/fixtures/builders'
import { testKit, type TestKit } from '../../tests/fixtures/kit'
import { TYPING_MS, typingBody, typingOf } from '../store/typing'
import { openChat } from './open-chat'
import { endTyping, forgetTyping, tellTyping } from './typing'

let chat: TestKit
beforeEach(async () => {
  jest.useFakeTimers()
  chat = testKit()
  chat.sdk.historyOf(C2C).push(sdkMessage())
  await openChat(chat.kit, C2C)
  await openChat(chat.kit, GROUP)
})
afterEach(() => {
  chat.release()
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})

const told = (): unknown[] =>
  chat.sdk.notices.map((notice) => {
    const { data } = notice.payload as { data: string }
    return (JSON.parse(data) as { typingStatus: number }).typingStatus
  })
const notice = (typing: boolean, fields: object = {}) =>
  sdkMessage({ type: 'TIMCustomElem', payload: { ...typingBody(typing) }, ...fields })
const peerTypes = (): boolean => C2C in chat.kit.store.get().typing

describe('telling the peer', () => {
  test('at once, and then at most every four seconds', () => {
    for (let second = 0; second < 9; second++) {
      tellTyping(chat.kit, C2C)
      jest.advanceTimersByTime(1000)
    }
    expect(told()).toEqual([1, 1, 1])
  })

  test('the end, once, and only to whoever was told of the beginning', () => {
    endTyping(chat.kit, C2C)
    tellTyping(chat.kit, C2C)
    endTyping(chat.kit, C2C)
    endTyping(chat.kit, C2C)
    expect(told()).toEqual([1, 0])
  })

  test('nothing more after sending: the message says it', () => {
    tellTyping(chat.kit, C2C)
    forgetTyping(chat.kit, C2C)
    endTyping(chat.kit, C2C)
    expect(told()).toEqual([1])
  })

  test('in the form of Tencent’s kits', () => {
    tellTyping(chat.kit, C2C)
    expect(JSON.parse((chat.sdk.notices[0]?.payload as { data: string }).data)).toEqual({
      businessID: 'user_typing_status',
      typingStatus: 1,
      version: 1,
      userAction: 14,
      actionParam: 'EIMAMSG_InputStatus_Ing',
    })
  })

  test.each<[string, () => void]>([
    ['in a group', () => tellTyping(chat.kit, GROUP)],
    ['to somebody who has never written', () => tellTyping(chat.kit, 'C2Ccarol')],
    [
      'when the host has turned it off',
      () => {
        chat.kit.store.set(({ settings }) => ({ settings: { ...settings, typing: false } }))
        tellTyping(chat.kit, C2C)
      },
    ],
    [
      'without a network',
      () => {
        chat.sdk.emit('NET_STATE_CHANGE', { state: 'disconnected' })
        tellTyping(chat.kit, C2C)
      },
    ],
  ])('not %s', (_name, act) => {
    act()
    expect(told()).toEqual([])
  })
})

describe('the peer', () => {
  test('types until they stop', () => {
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true)])
    expect(peerTypes()).toBe(true)
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(false)])
    expect(peerTypes()).toBe(false)
  })

  test('types until their message is there', () => {
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true)])
    chat.sdk.emit('MESSAGE_RECEIVED', [sdkMessage()])
    expect(peerTypes()).toBe(false)
  })

  test('counts as typing no longer than notices come', () => {
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true)])
    jest.advanceTimersByTime(TYPING_MS - 1000)
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true)])
    jest.advanceTimersByTime(TYPING_MS - 1000)
    expect(peerTypes()).toBe(true)
    jest.advanceTimersByTime(1000)
    expect(peerTypes()).toBe(false)
  })

  test('leaves no message behind, and my own phone elsewhere tells nothing', () => {
    const before = chat.messages().length
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true), notice(true, { from: ME }), notice(false)])
    chat.sdk.emit('MESSAGE_RECEIVED', [notice(true, { from: ME })])
    expect(chat.messages()).toHaveLength(before)
    expect(peerTypes()).toBe(false)
  })
})

test.each([
  '',
  'null',
  '{',
  '[]',
  '7',
  '{"businessID":"order"}',
  'user_typing_status',
  `"${'x'.repeat(2000)}"`,
])('other custom data is no notice: %s', (data) => {
  const content = { type: 'custom', data, description: '', extension: '' } as const
  expect(typingOf({ content })).toBeUndefined()
})
