import fc from 'fast-check'
import { isBusy, isSwitch, readEnvelope, readInvitation, readSignal, type Envelope } from './read-signal'
import { step } from './machine'

const NOW = 1_700_000_000

interface Given {
  inner?: object
  data?: object
  event?: object
}

/** An event of the SDK about an invitation of Bob's. */
const event = ({ inner = {}, data = {}, event: outer = {} }: Given = {}) => ({
  name: 'newInvitationReceived',
  data: {
    inviteID: 'i',
    inviter: 'bob',
    groupID: '',
    inviteeList: ['me'],
    data: JSON.stringify({
      businessID: 'av_call',
      call_type: 1,
      call_end: 0,
      room_id: 7,
      data: { cmd: 'audioCall', inviter: 'bob', room_id: 7, userIDs: ['me'], ...data },
      ...inner,
    }),
    ...outer,
  },
})

const read = (given: Given = {}, envelope?: Envelope) => {
  const signal = readSignal(event(given))
  return signal && readInvitation(signal, envelope, 'me', NOW)
}

const letter = (given: Partial<Envelope> = {}): Envelope => ({
  from: 'bob',
  time: NOW,
  timeout: 30,
  ...given,
})

test('an invitation rings', () => {
  expect(read()).toEqual({
    inviteID: 'i',
    inviter: 'bob',
    callerID: 'bob',
    userIDs: ['me'],
    groupID: '',
    media: 'audio',
    room: { roomID: 7, strRoomID: '' },
    timeout: 30,
  })
  expect(read({ data: { cmd: 'videoCall' } })?.media).toBe('video')
})

test('that of the first engines, which wrote little, rings too', () => {
  expect(read({ inner: { data: undefined, call_type: 2 } })).toMatchObject({
    media: 'video',
    callerID: 'bob',
  })
})

test('a room may have a name, which must not change the address of which it becomes a part', () => {
  const named = (str_room_id: string) =>
    read({ inner: { room_id: 0 }, data: { room_id: 0, str_room_id } })?.room
  expect(named('room-1')).toEqual({ roomID: 0, strRoomID: 'room-1' })
  for (const name of ['a&userid=eve', 'a b', 'a?b', 'a#b', 'a/b', 'a%26', '房间', 'x'.repeat(65), ''])
    expect(named(name)).toBeUndefined()
})

test.each<[string, Given, Partial<Envelope>?]>([
  ['the record of a call', { data: { cmd: 'hangup' }, inner: { call_end: 9 } }],
  ['a change to voice', { data: { cmd: 'switchToAudio' } }],
  ['something else', { inner: { businessID: 'vote' } }],
  ['one without a room', { inner: { room_id: undefined }, data: { room_id: undefined } }],
  ['a room that there is not', { inner: { room_id: 2 ** 31 }, data: { room_id: 2 ** 31 } }],
  ['a room that is no number', { inner: { room_id: '7' }, data: { room_id: -1 } }],
  ['one to somebody else', { event: { inviteeList: ['carol'] } }],
  ['one of my own', { event: { inviter: 'me' } }],
  ['one of nobody', { event: { inviter: '' } }],
  ['one without an ID', { event: { inviteID: '' } }],
  ['one in the name of another', {}, { from: 'mallory' }],
  ['one that is older than it rings', {}, { time: NOW - 31 }],
])('%s does not ring', (_, given, envelope = undefined) => {
  expect(read(given, envelope && letter(envelope))).toBeUndefined()
})

test('it rings as long as its sender says, from when it was sent, and never without end', () => {
  expect(read({}, letter({ timeout: 60, time: NOW - 20 }))?.timeout).toBe(40)
  expect(read({}, letter({ timeout: 0 }))?.timeout).toBe(30)
  expect(read({}, letter({ timeout: 1e9 }))?.timeout).toBe(120)
  expect(read({}, letter({ time: NOW + 9999 }))?.timeout).toBe(30)
})

test('of a list without end only the beginning is read', () => {
  const inviteeList = ['me', ...Array.from({ length: 100_000 }, (_, at) => `u${at}`)]
  expect(read({ event: { inviteeList } })?.userIDs).toHaveLength(20)
})

test('who sent a message, and when, is read from the message', () => {
  const data = JSON.stringify({ businessID: 1, actionType: 1, inviteID: 'i', timeout: 30 })
  expect(readEnvelope({ type: 'TIMCustomElem', from: 'bob', time: 5, payload: { data } })).toEqual({
    inviteID: 'i',
    envelope: { from: 'bob', time: 5, timeout: 30 },
  })
  expect(readEnvelope({ type: 'TIMTextElem', payload: { text: data } })).toBeUndefined()
})

test('whatever a peer writes: nothing throws, and what rings has a room, a caller and an end', () => {
  const odd = fc.oneof(fc.anything(), fc.constantFrom('bob', 'me', 'audioCall', 'av_call', 7, ['me'], 1))
  const keyed = (...keys: string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, odd])))
  const inner = keyed('businessID', 'call_type', 'call_end', 'room_id', 'data', 'line_busy')
  const outer = keyed('inviteID', 'inviter', 'groupID', 'inviteeList', 'invitee')
  fc.assert(
    fc.property(odd, inner, outer, fc.boolean(), (any, written, fields, whole) => {
      const source = whole ? { data: { ...fields, data: JSON.stringify(written) } } : any
      const signal = readSignal(source)
      readEnvelope(any)
      if (!signal) return
      isBusy(signal)
      isSwitch(signal)
      const invitation = readInvitation(signal, undefined, 'me', NOW)
      if (!invitation) return
      const { state, effects } = step(null, { type: 'invitation', invitation, token: 1, me: 'me' }, 0)
      expect(state?.callerID).not.toBe('')
      expect(effects).toContainEqual(
        expect.objectContaining({ do: 'timer', ms: expect.any(Number) as number }),
      )
    }),
  )
})
