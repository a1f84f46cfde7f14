import type { Conversation as SdkConversation, Message as SdkMessage } from '@tencentcloud/chat'
import { ME, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { deepFreeze } from '../../tests/fixtures/deep-freeze'
import { mapMessage } from './map'
import { mapConversation } from './map-conversation'

describe('message', () => {
  test('has what the kit shows', () => {
    const source = deepFreeze(
      sdkMessage({ ID: 'x', nick: 'Bob', avatar: 'https://e.com/b.png', sequence: 9 }),
    )
    expect(mapMessage(source, ME)).toMatchObject({
      ID: 'x',
      from: PEER,
      name: 'Bob',
      avatar: 'https://e.com/b.png',
      own: false,
      status: 'sent',
      revoked: false,
      peerRead: false,
    })
  })

  test('is named by name card, else nickname, else user ID', () => {
    const name = (fields: object): string => mapMessage(sdkMessage({ ...fields }), ME).name
    expect(name({ nameCard: 'Card', nick: 'Nick' })).toBe('Card')
    expect(name({ nick: 'Nick' })).toBe('Nick')
    expect(name({})).toBe(PEER)
  })

  test.each([
    ['success', 'sent'],
    ['fail', 'failed'],
    ['unSend', 'sending'],
    ['something new', 'sent'],
  ])('with status %s is %s', (status, mapped) => {
    expect(mapMessage(sdkMessage({ status }), ME).status).toBe(mapped)
  })

  test('is the own one by flow or by sender', () => {
    expect(mapMessage(sdkMessage({ from: ME, flow: 'in' }), ME).own).toBe(true)
    expect(mapMessage(sdkMessage({ from: PEER, flow: 'out' }), ME).own).toBe(true)
    expect(mapMessage(sdkMessage({ from: PEER }), ME).own).toBe(false)
  })

  test('is read by the peer only if it is an own one', () => {
    expect(mapMessage(sdkMessage({ from: ME, isPeerRead: true }), ME).peerRead).toBe(true)
    expect(mapMessage(sdkMessage({ from: PEER, isPeerRead: true }), ME).peerRead).toBe(false)
  })

  test('knows who revoked it', () => {
    const by = (fields: object) => mapMessage(sdkMessage({ isRevoked: true, ...fields }), ME)
    expect(by({ revoker: 'admin', revokerInfo: { nick: 'Admin' } })).toMatchObject({
      revoked: true,
      revoker: 'admin',
      revokerName: 'Admin',
    })
    expect(by({ revokerInfo: { userID: 'admin' } }).revoker).toBe('admin')
    expect(by({ revokerInfo: null })).toMatchObject({ revoker: '', revokerName: '' })
  })

  test('of which every field is missing or of another type still has every field in its type', () => {
    const expected = {
      ID: 'string',
      conversationID: 'string',
      from: 'string',
      name: 'string',
      avatar: 'string',
      own: 'boolean',
      time: 'number',
      status: 'string',
      revoked: 'boolean',
      revoker: 'string',
      revokerName: 'string',
      peerRead: 'boolean',
      content: 'object',
    }
    const hostile = {
      from: 1,
      nick: 2,
      nameCard: {},
      avatar: null,
      time: 'now',
      sequence: Infinity,
      isRevoked: 'x',
    }
    for (const source of [{}, { flow: 'out' }, hostile]) {
      const mapped = mapMessage(source as unknown as SdkMessage, ME)
      const types = Object.fromEntries(Object.entries(mapped).map(([key, value]) => [key, typeof value]))
      expect(types).toEqual(expected)
      expect(Number.isFinite(mapped.time)).toBe(true)
    }
  })
})

describe('conversation', () => {
  test('of two people is named by remark, else nickname, else user ID', () => {
    const name = (fields: object) => mapConversation(sdkConversation({ ...fields }), ME)?.name
    expect(name({ remark: 'Bobby', userProfile: { nick: 'Bob' } })).toBe('Bobby')
    expect(name({ userProfile: { nick: 'Bob' } })).toBe('Bob')
    expect(name({})).toBe(PEER)
  })

  test('of a group is named by the group', () => {
    const group = { conversationID: 'GROUPteam', groupProfile: { name: 'Team', avatar: '/g.png' } }
    expect(mapConversation(sdkConversation(group), ME)).toMatchObject({
      type: 'GROUP',
      target: 'team',
      name: 'Team',
      avatar: '/g.png',
    })
    expect(mapConversation(sdkConversation({ ...group, groupProfile: {} }), ME)?.name).toBe('team')
  })

  test.each([
    ['AcceptAndNotify', false],
    ['', false],
    [undefined, false],
    ['AcceptNotNotify', true],
    ['Discard', true],
    ['NotReceiveMsgExceptAt', true],
  ])('with remind type %s: muted is %s', (messageRemindType, muted) => {
    expect(mapConversation(sdkConversation({ messageRemindType }), ME)?.muted).toBe(muted)
  })

  test('has its newest message', () => {
    const lastMessage = {
      lastTime: 5,
      fromAccount: ME,
      nick: 'Alice',
      nameCard: 'A',
      type: 'TIMTextElem',
      payload: { text: 'hi' },
      isRevoked: true,
    }
    expect(mapConversation(sdkConversation({ lastMessage }), ME)?.last).toEqual({
      from: ME,
      name: 'A',
      own: true,
      time: 5,
      revoked: true,
      content: { type: 'text', text: 'hi' },
    })
  })

  test.each([undefined, null, {}, 'x', { lastTime: 0, type: 'TIMTextElem' }, { lastTime: 5 }])(
    'without a message has none (%j)',
    (lastMessage) => expect(mapConversation(sdkConversation({ lastMessage }), ME)?.last).toBeUndefined(),
  )

  test('with an ID that is none is left out', () => {
    expect(mapConversation(sdkConversation({ conversationID: 'bob' }), ME)).toBeUndefined()
    for (const source of [{}, undefined, null]) {
      expect(mapConversation(source as SdkConversation, ME)).toBeUndefined()
    }
  })

  test('of which everything but the ID is missing or of another type still has every field in its type', () => {
    const hostile = { unreadCount: '3', isPinned: 1, remark: 4, userProfile: 'bob', lastMessage: 7 }
    for (const fields of [{}, hostile]) {
      const source = { conversationID: 'C2Cbob', ...fields } as unknown as SdkConversation
      const mapped = mapConversation(source, ME)
      expect(mapped).toMatchObject({ name: 'bob', avatar: '', unread: 0, muted: false, last: undefined })
      expect(typeof mapped?.pinned).toBe('boolean')
    }
  })

  test('never shares an object with the SDK, which goes on changing its own', () => {
    const payload = { text: 'hi' }
    const mapped = mapMessage(sdkMessage({ payload }), ME)
    payload.text = 'changed'
    expect(mapped.content).toEqual({ type: 'text', text: 'hi' })
  })
})
