import { callMember } from '../../tests/fixtures/fake-calls'
import { translator } from '../../locales/index'
import { NO_CALL, type CallSlice } from '../store/call'
import type { CallInfo, CallPhase } from './engine'
import { endText, noticeText } from './notice'
import { callView } from './view'

const t = translator('en')
const NOW = 1_700_000_000_000

const call = (fields: Partial<CallInfo> = {}, more: Partial<CallSlice> = {}): CallSlice => ({
  ...NO_CALL,
  available: true,
  people: { bob: { name: 'Bob', avatar: '' }, carol: { name: 'Carol', avatar: '' } },
  info: {
    callID: 'c',
    role: 'caller',
    media: 'audio',
    callerID: 'alice',
    members: [callMember('bob')],
    phase: 'in-call',
    startedAt: NOW,
    ...fields,
  },
  ...more,
})

const view = (slice: CallSlice, large = '') => callView(slice, { me: 'alice', large }, t)
const places = (slice: CallSlice, large = '') =>
  Object.fromEntries(view(slice, large).tiles.map(({ id, place }) => [id, place]))
const buttons = (slice: CallSlice) => view(slice).rows.flatMap((row) => row.buttons.map(({ id }) => id))

const PHASES: readonly CallPhase[] = ['dialing', 'incoming', 'connecting', 'in-call']

test.each(PHASES.flatMap((phase) => [undefined, 'g'].map((groupID) => ({ phase, groupID }))))(
  'there is always a way out: %p',
  ({ phase, groupID }) => {
    for (const media of ['audio', 'video'] as const) {
      const ids = buttons(call({ phase, media, groupID }))
      expect(ids.some((id) => id === 'hangup' || id === 'reject')).toBe(true)
    }
  },
)

describe('who is seen', () => {
  const video = { media: 'video' } as const

  test('whoever calls sees themselves until there is somebody to see', () => {
    expect(places(call({ ...video, phase: 'dialing' }))).toEqual({ me: 'large', bob: 'away' })
    expect(places(call(video))).toEqual({ me: 'small', bob: 'large' })
  })

  test('a tap swaps the pictures', () => {
    expect(places(call(video), 'me')).toEqual({ me: 'large', bob: 'small' })
  })

  test('small, only the large picture is left; all elements stay on the page', () => {
    expect(places(call(video, { minimised: true }))).toEqual({ me: 'away', bob: 'large' })
    expect(view(call(video, { minimised: true })).shape).toBe('mini')
  })

  test('before it is taken, nobody is seen and nothing sounds', () => {
    const ringing = call(
      { ...video, role: 'callee', callerID: 'bob', phase: 'incoming' },
      { minimised: true },
    )
    expect(places(ringing)).toEqual({ me: 'away', bob: 'away' })
    expect(view(ringing)).toMatchObject({
      shape: 'full',
      name: 'Bob',
      hint: 'Video call',
      minimisable: false,
    })
  })

  test('up to nine stand in a grid inside the screen, and nobody more', () => {
    for (let count = 1; count <= 12; count++) {
      const members = Array.from({ length: count }, (_, at) => callMember(`user${at}`))
      const { tiles } = view(call({ groupID: 'g', members }))
      expect(tiles).toHaveLength(Math.min(9, count + 1))
      for (const { style } of tiles) {
        const [left = NaN, , width = NaN] = [...style.matchAll(/([\d.]+)vw/g)].map(([, value]) =>
          Number(value),
        )
        expect(left + width).toBeLessThanOrEqual(100.01)
      }
    }
  })

  test('whoever has left makes room; whoever speaks lights up, with the microphone on only', () => {
    const members = [
      callMember('bob', { volume: 80 }),
      callMember('carol', { volume: 80, audio: false }),
      callMember('dave', { state: 'left' }),
      callMember('erin', { state: 'inviting', audio: false }),
    ]
    const { tiles } = view(call({ groupID: 'g', members }))
    expect(tiles.map(({ id, speaking, muted, waiting }) => ({ id, speaking, muted, waiting }))).toEqual([
      { id: 'me', speaking: false, muted: false, waiting: false },
      { id: 'bob', speaking: true, muted: false, waiting: false },
      { id: 'carol', speaking: false, muted: true, waiting: false },
      { id: 'erin', speaking: false, muted: false, waiting: true },
    ])
  })
})

test('names of peers are one short line, and an ID where there is none', () => {
  const name = `a\nb${'x'.repeat(500)}`
  const slice = call({ members: [callMember('bob')] }, { people: { bob: { name, avatar: 'javascript:1' } } })
  expect(view(slice).name.length).toBeLessThanOrEqual(41)
  expect(view(slice).avatar.url).toBe('')
  expect(view(call({}, { people: {} })).name).toBe('bob')
})

test('what one of several did is said while the call goes on, and not after it', () => {
  const notice = { id: 1, kind: 'rejected', userIDs: ['bob', 'carol'] } as const
  expect(noticeText(call({ groupID: 'g' }, { notice }), t)).toContain('Bob')
  expect(noticeText({ ...NO_CALL, notice }, t)).toBe('')
})

test.each([
  ['caller', 'rejected', 'Declined by the other side'],
  ['callee', 'rejected', ''],
  ['caller', 'canceled', ''],
  ['callee', 'other-device', 'Handled on another device'],
  ['caller', 'offline', 'Call ended: no network'],
] as const)('%s, %s: %p', (role, reason, sentence) => {
  const { info } = call({ role })
  expect(info && endText(info, reason, t)).toBe(sentence)
})
