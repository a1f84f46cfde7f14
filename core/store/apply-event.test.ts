import {
  C2C,
  conversation,
  GROUP,
  ME,
  message,
  messages,
  NOW,
  NOW_S,
  PEER,
  state,
  thread,
} from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { allMessages } from '../../tests/fixtures/threads'
import { applyEvent, type ChatEvent } from './apply-event'
import { initialState, type State } from './state'
import { emptyThread } from './thread'
import type { Message } from './types'

const after = (before: State, event: ChatEvent): State => ({
  ...before,
  ...applyEvent(deepFreeze(before), event),
})
const rows = (from: State, conversationID = C2C): Message[] => allMessages(from.messages[conversationID])

const loaded = (list: readonly Message[]): State =>
  state({ messages: { [C2C]: thread(list), [GROUP]: thread(messages(2, NOW_S, { conversationID: GROUP })) } })

describe('session', () => {
  test('ready: the user is known and the SDK connected', () => {
    expect(after(initialState('', 'en', NOW), { type: 'ready', userID: ME }).session).toEqual({
      phase: 'ready',
      userID: ME,
      logins: 1,
      connection: 'connected',
    })
  })

  test('ready after another login of the same user: what is loaded may have gaps, only what was not sent is kept', () => {
    const sent = message({ id: 'm1', ID: 'a' })
    const failed = message({ id: 'm2', ID: 'b', own: true, status: 'failed' })
    const out = after(loaded([sent, failed]), { type: 'kicked', reason: 'multipleAccount' })
    const { messages: kept } = after(out, { type: 'ready', userID: ME })
    expect(Object.keys(kept)).toEqual([C2C])
    const thread = kept[C2C]
    expect(thread).toMatchObject({ phase: 'loading', cursor: '', complete: false })
    expect(thread?.newer.flatMap((page) => page.messages)).toEqual([failed])
  })

  test('ready again as the same user keeps what is loaded', () => {
    const before = {
      ...loaded(messages(2)),
      conversations: { phase: 'ready' as const, list: [conversation()] },
    }
    const again = after(before, { type: 'ready', userID: ME })
    expect(again.messages).toBe(before.messages)
    expect(again.conversations).toBe(before.conversations)
  })

  test('another account sees nothing of what the one before it had loaded', () => {
    const before = {
      ...loaded(messages(2)),
      conversations: { phase: 'ready' as const, list: [conversation()] },
    }
    const other = after(before, { type: 'ready', userID: 'mallory' })
    expect(other.messages).toEqual({})
    expect(other.conversations).toEqual({ phase: 'loading', list: [] })
    expect(other.session.userID).toBe('mallory')
    expect(other.settings).toBe(before.settings)
  })

  test('the first login is not another account: a chat that waits for it stays', () => {
    const before = { ...initialState('', 'en', NOW), messages: { [C2C]: emptyThread() } }
    expect(after(before, { type: 'ready', userID: ME }).messages).toBe(before.messages)
  })

  test('not ready: waits, and keeps what is loaded', () => {
    const before = loaded(messages(1))
    const waiting = after(before, { type: 'notReady' })
    expect(waiting.session.phase).toBe('waiting')
    expect(waiting.messages).toBe(before.messages)
  })

  test('kicked stays kicked when "not ready" follows, and ends with the next login', () => {
    const kicked = after(state(), { type: 'kicked', reason: 'multipleDevice' })
    expect(kicked.session).toMatchObject({ phase: 'kicked', kickReason: 'multipleDevice' })
    const still = after(kicked, { type: 'notReady' })
    expect(still.session).toBe(kicked.session)
    const again = after(still, { type: 'ready', userID: ME })
    expect(again.session.phase).toBe('ready')
    expect(again.session.kickReason).toBeUndefined()
  })

  test('the connection is kept, and told once', () => {
    const lost = after(state(), { type: 'connection', connection: 'disconnected' })
    expect(lost.session.connection).toBe('disconnected')
    expect(applyEvent(lost, { type: 'connection', connection: 'disconnected' })).toEqual({})
  })
})

test('the conversation list is taken over', () => {
  const list = [conversation()]
  expect(after(state(), { type: 'conversations', list, synced: true }).conversations).toEqual({
    phase: 'ready',
    list,
  })
})

describe('messages', () => {
  test('received ones go to the thread of their conversation', () => {
    const before = loaded(messages(2))
    const [mine, theirs] = [message({ time: NOW_S + 1 }), message({ time: NOW_S + 1, conversationID: GROUP })]
    const next = after(before, { type: 'received', messages: [mine, theirs] })
    expect(rows(next)[2]).toBe(mine)
    expect(rows(next, GROUP)[2]).toBe(theirs)
  })

  test('those of conversations that are not loaded are ignored', () => {
    const before = loaded(messages(2))
    const foreign = message({ conversationID: 'C2Cdave' })
    for (const type of ['received', 'changed', 'revoked', 'peerRead'] as const) {
      expect(applyEvent(before, { type, messages: [foreign] }).messages).toBe(before.messages)
    }
  })

  test('an event leaves the other threads as they are', () => {
    const before = loaded(messages(2))
    const next = after(before, { type: 'received', messages: [message()] })
    expect(next.messages[GROUP]).toBe(before.messages[GROUP])
  })

  test('an event without messages changes nothing', () => {
    const before = loaded(messages(2))
    expect(applyEvent(before, { type: 'received', messages: [] }).messages).toBe(before.messages)
  })

  test('one that comes twice is there once', () => {
    const arrived = message({ time: NOW_S + 1 })
    const once = after(loaded(messages(2)), { type: 'received', messages: [arrived, arrived] })
    const twice = after(once, { type: 'received', messages: [{ ...arrived }] })
    expect(rows(twice)).toHaveLength(3)
  })

  test('a changed one is replaced in its place', () => {
    const list = messages(3)
    const edited: Message = { ...(list[1] ?? message()), content: { type: 'text', text: 'edited' } }
    const next = after(loaded(list), { type: 'changed', messages: [edited] })
    expect(rows(next).map(({ content }) => content)).toEqual([
      list[0]?.content,
      edited.content,
      list[2]?.content,
    ])
  })

  test('a change does not take a read receipt back', () => {
    const own = message({ own: true, peerRead: true })
    const next = after(loaded([own]), { type: 'changed', messages: [{ ...own, peerRead: false }] })
    expect(rows(next)[0]?.peerRead).toBe(true)
  })

  test('a revoked one keeps its text, so that its writer may edit it again', () => {
    const list = messages(2)
    const revoked = { ...(list[0] ?? message()), revoked: true, revoker: PEER, revokerName: 'Bob' }
    const next = after(loaded(list), {
      type: 'revoked',
      messages: [{ ...revoked, content: { type: 'other', sdkType: '' } }],
    })
    expect(rows(next)[0]).toEqual({ ...list[0], revoked: true, revoker: PEER, revokerName: 'Bob' })
  })

  test('read ones are marked, and only those', () => {
    const list = messages(3, NOW_S, { own: true })
    const next = after(loaded(list), { type: 'peerRead', messages: list.slice(0, 2) })
    expect(rows(next).map(({ peerRead }) => peerRead)).toEqual([true, true, false])
    expect(rows(next)[2]).toBe(list[2])
  })

  test('events that say what is known change nothing', () => {
    const before = loaded([message({ own: true, peerRead: true, revoked: true, revoker: ME })])
    expect(applyEvent(before, { type: 'peerRead', messages: rows(before) }).messages).toBe(before.messages)
    expect(applyEvent(before, { type: 'revoked', messages: rows(before) }).messages).toBe(before.messages)
  })

  test('an unknown message ID changes nothing', () => {
    const before = loaded(messages(2))
    for (const type of ['changed', 'revoked', 'peerRead'] as const) {
      expect(applyEvent(before, { type, messages: [message()] }).messages).toBe(before.messages)
    }
  })
})
