import { translator } from '../../locales/index'
import { C2C, conversation, message, NOW, state } from '../../tests/fixtures/builders'
import { emptyThread } from '../store/thread'
import { chatView, menuView } from './chat'
import { connectionText } from './connection'

const t = translator('en')

test('the title is the name of the conversation, or its ID until it is known', () => {
  const known = state({ conversations: { phase: 'ready', list: [conversation({ name: 'Bobby\n' })] } })
  expect(chatView(known, C2C, t).title).toBe('Bobby')
  expect(chatView(state(), C2C, t).title).toBe('bob')
  expect(chatView(state(), '', t).title).toBe('Chat')
})

test('the system has a name of its own, also before its conversation is known', () => {
  expect(chatView(state(), '@TIM#SYSTEM', t).title).toBe('System notices')
})

test('nobody answers the system, what is no conversation, or one that could not be opened', () => {
  const failed = state({
    messages: {
      [C2C]: {
        ...emptyThread(),
        phase: 'failed',
        error: { code: 20003, op: 'x', retryable: false, cause: '' },
      },
    },
  })
  expect(chatView(state(), C2C, t).readOnly).toBe(false)
  expect(chatView(state(), '@TIM#SYSTEM', t).readOnly).toBe(true)
  expect(chatView(state(), 'bob', t).readOnly).toBe(true)
  expect(chatView(failed, C2C, t).readOnly).toBe(true)
})

test('a time-out does not take the composer away', () => {
  const error = { code: 2801, op: 'getMessageList', retryable: true, cause: '' }
  const failed = state({ messages: { [C2C]: { ...emptyThread(), phase: 'failed', error } } })
  expect(chatView(failed, C2C, t).readOnly).toBe(false)
})

test('the menu is in words, and there is none for a notice', () => {
  expect(menuView(message(), NOW, t)).toEqual([
    { id: 'copy', label: 'Copy', icon: 'copy' },
    { id: 'delete', label: 'Delete', icon: 'trash' },
  ])
  expect(menuView(message({ revoked: true }), NOW, t)).toEqual([])
})

test('the bar says what is wrong with the connection or the session', () => {
  const bar = (session: object): string =>
    connectionText(
      state({ session: { phase: 'ready', userID: 'alice', logins: 1, connection: 'connected', ...session } }),
      t,
    )
  expect(bar({})).toBe('')
  expect(bar({ connection: 'connecting' })).toBe('Connecting…')
  expect(bar({ connection: 'disconnected' })).toBe('No connection. Check your network settings')
  expect(bar({ phase: 'waiting', connection: 'connecting' })).toBe('Signing in')
  expect(bar({ phase: 'waiting', connection: 'disconnected' })).not.toBe('')
  expect(bar({ phase: 'kicked', kickReason: 'multipleDevice' })).toBe(
    'This account signed in on another device',
  )
  expect(bar({ phase: 'kicked' })).toBe('You were signed out. Sign in again')
})
