import { translator } from '../../locales/index'
import { C2C, conversation, GROUP, NOW, NOW_S, state } from '../../tests/fixtures/builders'
import { emptyThread } from '../store/thread'
import { chatView } from './chat'
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

describe('the composer gives way to a sentence', () => {
  const open = { standing: 'in', role: 'member', mutedUntil: 0, mutedAll: false } as const
  const words = (fields: object) => chatView(state({ access: { [GROUP]: { ...open, ...fields } } }), GROUP, t)

  test.each([
    ['You are muted until 12:30', { mutedUntil: NOW_S + 1800 }],
    ['You are muted', { mutedUntil: NOW_S + 7 * 86_400 }],
    ['Only administrators can write now', { mutedAll: true }],
    ['You are not in this group any more', { standing: 'left' }],
    ['You were removed from this group', { standing: 'removed' }],
    ['This group was disbanded', { standing: 'dismissed' }],
  ])('%s', (notice, fields) => expect(words(fields)).toMatchObject({ readOnly: true, notice }))

  test('but not for whoever may write', () => {
    expect(words({}).readOnly).toBe(false)
    expect(words({ mutedAll: true, role: 'admin' }).readOnly).toBe(false)
    expect(chatView(state(), GROUP, t).readOnly).toBe(false)
  })
})

test('the title says that the peer types, for as long as they do', () => {
  expect(chatView(state({ typing: { [C2C]: NOW + 5000 } }), C2C, t).title).toBe('Typing…')
  expect(chatView(state({ typing: { [GROUP]: NOW + 5000 } }), C2C, t).title).toBe('bob')
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
