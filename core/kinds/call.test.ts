import { translator } from '../../locales/index'
import { GROUP, ME, message, PEER } from '../../tests/fixtures/builders'
import { isForwardable } from '../menu/forwardable'
import { isSaid, kindOf } from '../registry/message-kinds'
import type { Message } from '../store/types'
import { parseCallMessage } from './call'
import { isHidden } from './hidden'

const t = translator('en')

interface Step {
  /** The SDK's `actionType`: 1 invite, 2 cancel, 3 accept, 4 reject, 5 time-out. */
  action: number
  from?: string
  /** Of the whole call. */
  caller?: string
  cmd?: string
  callType?: number
  group?: boolean
  invitees?: string[]
  inner?: object
  data?: object
  fields?: Partial<Message>
}

/** The message that a step of a call leaves in the chat. */
function step({ action, from = ME, caller = ME, cmd = 'audioCall', callType = 1, ...rest }: Step): Message {
  const { group = false, invitees = [PEER], inner = {}, data = {}, fields = {} } = rest
  const engine = {
    businessID: 'av_call',
    version: 4,
    call_type: callType,
    call_end: 0,
    data: { cmd, inviter: caller, userIDs: invitees, ...data },
    ...inner,
  }
  const signal = {
    businessID: 1,
    inviteID: 'x',
    inviter: from,
    inviteeList: invitees,
    groupID: group ? 'team' : '',
    actionType: action,
    timeout: 30,
    data: JSON.stringify(engine),
  }
  return message({
    from,
    conversationID: group ? GROUP : `C2C${PEER}`,
    content: { type: 'custom', data: JSON.stringify(signal), description: '', extension: '' },
    ...fields,
  })
}

const shown = (made: Message) => {
  const { kind, summary, view } = kindOf(made.content)
  return { kind, words: summary(made.content, t, made), body: view?.(made.content, { t, message: made }) }
}
const text = (made: Message): unknown => (shown(made).body as { text?: string } | undefined)?.text

const hangup = (seconds: number, from: string, caller: string): Message =>
  step({ action: 1, cmd: 'hangup', from, caller, inner: { call_end: seconds } })

describe('in a chat of two', () => {
  test.each<[string, Step, string, string]>([
    ['cancelled', { action: 2 }, 'Canceled', 'Canceled by caller'],
    ['declined', { action: 4 }, 'Declined by the other side', 'Declined'],
    ['busy', { action: 4, inner: { line_busy: 'line_busy' } }, 'Line busy', 'Missed, line was busy'],
    ['busy, very old', { action: 4, inner: { line_busy: '' } }, 'Line busy', 'Missed, line was busy'],
    ['busy, inside', { action: 4, data: { message: 'lineBusy' } }, 'Line busy', 'Missed, line was busy'],
    ['not answered', { action: 5 }, 'No answer', 'Missed'],
    ['started', { action: 1 }, 'Started a call', 'Started a call'],
    ['accepted', { action: 3 }, 'Answered', 'Answered'],
    [
      'switched',
      { action: 1, cmd: 'switchToVideo' },
      'Switched the kind of call',
      'Switched the kind of call',
    ],
  ])('%s reads differently for caller and callee, whoever sent it', (_, made, caller, callee) => {
    for (const from of [ME, PEER]) {
      expect(text(step({ ...made, from, caller: ME }))).toBe(caller)
      expect(text(step({ ...made, from, caller: PEER }))).toBe(callee)
    }
  })

  test.each([
    [0, '00:00'],
    [65, '01:05'],
    [3600, '1:00:00'],
    [3661, '1:01:01'],
    [-5, '00:00'],
    [1e99, '100:00:00'],
  ])('%d seconds took %s', (seconds, time) => {
    expect(text(hangup(seconds, PEER, ME))).toBe(`Call duration ${time}`)
  })

  test('the record stands on the side of the one who called, though the other one wrote it', () => {
    expect(parseCallMessage(hangup(9, PEER, ME))).toMatchObject({ kind: 'duration', side: 'out', seconds: 9 })
    expect(parseCallMessage(hangup(9, ME, PEER))).toMatchObject({ side: 'in', role: 'callee' })
  })

  test('without a caller inside, the one who sent it is meant', () => {
    const old = step({ action: 2, from: PEER, data: { inviter: undefined } })
    expect(parseCallMessage(old)).toMatchObject({ side: 'in' })
  })

  test('a record of the first engines has no inner data', () => {
    const old = step({ action: 1, inner: { data: undefined, call_end: 12 } })
    expect(parseCallMessage(old)).toMatchObject({ kind: 'duration', seconds: 12 })
  })

  test('it has an icon by its kind, and a missed one is marked for the one who was called', () => {
    expect(shown(step({ action: 5, callType: 2, caller: PEER })).body).toMatchObject({
      icon: 'video',
      missed: true,
    })
    expect(shown(step({ action: 5 })).body).toMatchObject({ icon: 'phone', missed: false })
  })

  test('previews say which kind of call it was, and without a sender only that', () => {
    const made = step({ action: 2, callType: 2 })
    expect(shown(made).words).toBe('[Video call] Canceled')
    expect(kindOf(made.content).summary(made.content, t)).toBe('[Video call]')
  })
})

test('a record of a call is nothing that is handed on or taken back', () => {
  const record = hangup(9, ME, ME)
  expect([isForwardable(record), isSaid(record.content)]).toEqual([false, false])
  expect(isForwardable(message({}))).toBe(true)
})

describe('in a group it is a line', () => {
  test.each<[string, Step, string]>([
    ['started', { action: 1, from: PEER }, '“Bob” started a call'],
    ['started by me', { action: 1, from: ME }, 'you started a call'],
    ['cancelled', { action: 2, from: PEER }, '“Bob” canceled the call'],
    ['declined', { action: 4, from: PEER }, '“Bob” declined the call'],
    ['not answered', { action: 5, from: PEER, invitees: ['carol', 'dan'] }, '“carol”, “dan” did not answer'],
    ['ended', { action: 1, from: PEER, cmd: 'hangup' }, 'Call ended'],
  ])('%s', (_, made, words) => {
    const fields = { name: made.from === ME ? 'Alice' : 'Bob' }
    const found = shown(step({ ...made, group: true, fields }))
    expect(found.kind).toBe('notice')
    expect(found.words.toLowerCase()).toBe(words.toLowerCase())
  })
})

describe('what nobody is meant to see', () => {
  test('is signalling that the sender kept out of the list', () => {
    const accept = { action: 3, fields: { silent: true } }
    expect(isHidden(step(accept))).toBe(true)
    expect(isHidden(step({ action: 3 }))).toBe(false)
  })

  test('is an invitation that was answered', () => {
    expect(isHidden(step({ action: 1, data: { consumed: true } }))).toBe(true)
    expect(isHidden(step({ action: 1, group: true, data: { consumed: true } }))).toBe(false)
  })

  test('is a typing state, and no other message', () => {
    const custom = (data: string): Message =>
      message({ content: { type: 'custom', data, description: '', extension: '' }, silent: true })
    expect(isHidden(custom('{"businessID":"user_typing_status"}'))).toBe(true)
    expect(isHidden(custom('{"businessID":"order"}'))).toBe(false)
    expect(isHidden(message({ silent: true }))).toBe(false)
  })
})

test.each([
  '',
  'null',
  '{"businessID":1}',
  '{"businessID":1,"data":"null"}',
  '{"businessID":1,"data":"{"}',
  '{"businessID":1,"data":{}}',
  '{"businessID":1,"data":"{\\"businessID\\":\\"vote\\"}"}',
])('%s is no call', (data) => {
  const made = message({ content: { type: 'custom', data, description: 'A note', extension: '' } })
  expect(parseCallMessage(made)).toBeNull()
  expect(shown(made)).toMatchObject({ kind: 'summary', words: 'A note' })
})
