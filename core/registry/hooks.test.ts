import { GROUP, ME, sdkMessage } from '../../tests/fixtures/builders'
import { testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import type { ChatError, Message } from '../store/types'
import { registerHooks, tapHandled } from './hooks'

const link = { type: 'link', url: 'https://a.b' } as const

test('a tap is dealt with by the newest host that says so', () => {
  const heard: string[] = []
  const first = registerHooks({ onTap: ({ type }) => Boolean(heard.push(`first ${type}`)) })
  const second = registerHooks({ onTap: ({ type }) => void heard.push(`second ${type}`) })
  expect(tapHandled(link)).toBe(true)
  expect(heard).toEqual(['second link', 'first link'])
  first()
  second()
  expect(tapHandled(link)).toBe(false)
})

test('one that throws has not dealt with it', () => {
  const undo = registerHooks({
    onTap: () => {
      throw new Error('oops')
    },
  })
  expect(tapHandled(link)).toBe(false)
  undo()
})

describe('what the kit tells', () => {
  let host: TestKit
  let undo: () => void
  const received: Message[] = []
  const errors: ChatError[] = []

  beforeEach(() => {
    host = testKit()
    received.length = errors.length = 0
    const silent = registerHooks({})
    const rude = registerHooks({
      onReceive: () => {
        throw new Error('oops')
      },
      onError: () => {
        throw new Error('oops')
      },
    })
    const mine = registerHooks({
      onReceive: (message) => void received.push(message),
      onError: (error) => void errors.push(error),
    })
    undo = () => [silent, rude, mine].forEach((take) => take())
  })
  afterEach(() => {
    undo()
    host.release()
  })

  const receive = (...fields: Parameters<typeof sdkMessage>): void =>
    host.sdk.emit('MESSAGE_RECEIVED', [sdkMessage(...fields)])

  test('messages that come in, in chats that are not open as well', () => {
    receive({ payload: { text: 'hello' } })
    receive({ conversationID: GROUP, payload: { text: 'all' } })
    expect(textsOf(received)).toEqual(['hello', 'all'])
  })

  test('not what I wrote on another device, nor what nobody is meant to see', () => {
    receive({ from: ME, flow: 'out' })
    const data = '{"businessID":"user_typing_status","typingStatus":1}'
    receive({ type: 'TIMCustomElem', payload: { data, description: '', extension: '' } })
    expect(received).toEqual([])
  })

  test('every failure, once', () => {
    const error = { code: 6206, op: 'x', retryable: false, cause: '' }
    host.kit.report(error)
    host.kit.reportQuietly(error)
    expect(errors).toEqual([error])
  })
})
