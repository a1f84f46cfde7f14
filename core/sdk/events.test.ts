import { GROUP, ME, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { createFakeSdk } from '../../tests/fixtures/fake-sdk'
import type { ChatEvent } from '../store/apply-event'
import { bindEvents } from './events'
import { mapMessage } from './map'

function bound(sdk = createFakeSdk()) {
  const events: ChatEvent[] = []
  const stop = bindEvents(
    sdk.instance,
    sdk.namespace,
    { map: (source) => ({ ...mapMessage(source, ME), id: `row-${source.ID}` }), userID: () => ME },
    (event) => events.push(event),
  )
  return { sdk, events, stop }
}

test('the session', () => {
  const { sdk, events } = bound()
  sdk.emit('SDK_READY', undefined)
  sdk.emit('SDK_NOT_READY', undefined)
  expect(events).toEqual([{ type: 'ready', userID: ME }, { type: 'notReady' }])
})

test.each(['multipleAccount', 'multipleDevice', 'userSigExpired', 'REST_API_Kick'])(
  'kicked out: %s',
  (type) => {
    const { sdk, events } = bound()
    sdk.emit('KICKED_OUT', { type })
    expect(events).toEqual([{ type: 'kicked', reason: type }])
  },
)

test.each([undefined, null, {}, { type: 'a new reason' }, 'x'])(
  'kicked out for another reason (%j)',
  (data) => {
    const { sdk, events } = bound()
    sdk.emit('KICKED_OUT', data)
    expect(events).toEqual([{ type: 'kicked', reason: 'other' }])
  },
)

test('the connection, if the kit knows the state', () => {
  const { sdk, events } = bound()
  for (const state of ['disconnected', 'connecting', 'connected', 'sleeping', 5])
    sdk.emit('NET_STATE_CHANGE', { state })
  sdk.emit('NET_STATE_CHANGE', undefined)
  expect(events.map((event) => event.type === 'connection' && event.connection)).toEqual([
    'disconnected',
    'connecting',
    'connected',
  ])
})

test.each([
  ['MESSAGE_RECEIVED', 'received'],
  ['MESSAGE_MODIFIED', 'changed'],
  ['MESSAGE_REVOKED', 'revoked'],
  ['MESSAGE_READ_BY_PEER', 'peerRead'],
] as const)('%s brings messages of our shape', (name, type) => {
  const { sdk, events } = bound()
  sdk.emit(name, [sdkMessage({ ID: 'a' }), sdkMessage({ ID: 'b', conversationID: GROUP })])
  expect(events).toMatchObject([
    { type, messages: [{ id: 'row-a' }, { id: 'row-b', conversationID: GROUP }] },
  ])
})

test.each([undefined, null, {}, 'x', 5])(
  'data that is no list (%j) brings no messages and no conversations',
  (data) => {
    const { sdk, events } = bound()
    sdk.emit('MESSAGE_RECEIVED', data)
    sdk.emit('CONVERSATION_LIST_UPDATED', data)
    expect(events).toEqual([{ type: 'received', messages: [] }])
  },
)

test('only the message is handed to the mapper, never its place in the list', () => {
  const sdk = createFakeSdk()
  const map = jest.fn((source: Parameters<typeof mapMessage>[0]) => ({
    ...mapMessage(source, ME),
    id: source.ID,
  }))
  bindEvents(sdk.instance, sdk.namespace, { map, userID: () => ME }, () => undefined)
  sdk.emit('MESSAGE_RECEIVED', [sdkMessage(), sdkMessage()])
  expect(map.mock.calls.map((args) => args.length)).toEqual([1, 1])
})

test('the conversation list, with what is no conversation left out, tells whether the sync is over', () => {
  const { sdk, events } = bound()
  const list = [sdkConversation(), sdkConversation({ conversationID: 'nothing' })]
  sdk.emit('CONVERSATION_LIST_UPDATED', list, { isSyncCompleted: false })
  sdk.emit('CONVERSATION_LIST_UPDATED', list, { isSyncCompleted: true })
  sdk.emit('CONVERSATION_LIST_UPDATED', list)
  expect(events).toMatchObject([{ synced: false }, { synced: true }, { synced: true }])
  expect(events[0]?.type === 'conversations' && events[0].list).toHaveLength(1)
})

test('each listener takes exactly its own handlers back', () => {
  const sdk = createFakeSdk()
  const one = bound(sdk)
  const two = bound(sdk)
  const each = sdk.handlerCount() / 2
  expect(each).toBeGreaterThan(0)
  one.stop()
  expect(sdk.handlerCount()).toBe(each)
  sdk.emit('SDK_NOT_READY', undefined)
  expect([one.events.length, two.events.length]).toEqual([0, 1])
  two.stop()
  expect(sdk.handlerCount()).toBe(0)
})
