import { step } from './machine'
import type { Call, Effect, Input, Invitation, State } from './call-state'

const ME = 'me'
const ROOM = { roomID: 7, strRoomID: '' }
const START = 1_000_000

/** What a call has come to, and all that was wanted of the outside on the way. */
interface Run {
  state: State
  effects: Effect[]
  did(kind: Effect['do']): boolean
  end: Extract<Effect, { do: 'end' }>['event'] | undefined
}

function run(inputs: readonly Input[], from: State = null): Run {
  let state = from
  const effects: Effect[] = []
  inputs.forEach((input, at) => {
    const made = step(state, input, START + at * 1000)
    state = made.state
    effects.push(...made.effects)
  })
  const end = effects.find((effect) => effect.do === 'end')
  return { state, effects, did: (kind) => effects.some((effect) => effect.do === kind), end: end?.event }
}

const dial = (userIDs: string[], groupID = ''): Input => ({
  type: 'call',
  target: { userIDs, media: 'video', ...(groupID && { groupID }) },
  token: 1,
  room: ROOM,
  me: ME,
})
const entered: Input = { type: 'entered', token: 1 }
const invited = (userIDs: string[], inviteID = 'i'): Input => ({
  type: 'invited',
  token: 1,
  call: {} as Call,
  inviteID,
  userIDs,
})
const invitation = (given: Partial<Invitation> = {}, token = 1): Input => ({
  type: 'invitation',
  invitation: {
    inviteID: 'i',
    inviter: 'bob',
    callerID: 'bob',
    userIDs: [ME],
    groupID: '',
    media: 'video',
    room: ROOM,
    timeout: 30,
    ...given,
  },
  token,
  me: ME,
})
const told = (type: 'accepted' | 'rejected' | 'busy' | 'timedOut', userID: string): Input => ({
  type,
  inviteID: 'i',
  userIDs: [userID],
  me: ME,
})
const joins = (userID: string): Input => ({ type: 'userJoin', userID })
const leaves = (userID: string): Input => ({ type: 'userLeave', userID })
const late: Input = { type: 'late', token: 1 }

const RINGING = [dial(['bob']), entered, invited(['bob'])]
const TEAM = [dial(['bob', 'carol'], 'team'), entered, invited(['bob', 'carol'])]
const ANSWERED: Input[] = [invitation(), { type: 'accept' }, entered, { type: 'answered', token: 1 }]

describe('in a call of two', () => {
  test.each<[string, Input[], string | undefined, string[]]>([
    ['declined', [...RINGING, told('rejected', 'bob')], 'rejected', ['leave']],
    ['busy', [...RINGING, told('busy', 'bob')], 'busy', ['leave']],
    ['not answered', [...RINGING, told('timedOut', 'bob')], 'no-answer', ['leave']],
    ['not answered, and no time-out came', [...RINGING, late], 'no-answer', ['leave', 'cancel']],
    ['cancelled', [...RINGING, { type: 'hangup' }], 'canceled', ['leave', 'cancel']],
    ['the room does not open', [dial(['bob']), late], 'error', ['leave']],
    ['nobody could be invited', [dial(['bob']), entered, { type: 'failed', token: 1 }], 'error', ['leave']],
    ['they never come', [...RINGING, told('accepted', 'bob'), late], 'offline', ['leave', 'record']],
    ['they go', [...RINGING, told('accepted', 'bob'), joins('bob'), leaves('bob')], 'hangup', ['record']],
    ['I go', [...RINGING, told('accepted', 'bob'), joins('bob'), { type: 'hangup' }], 'hangup', ['leave']],
    ['the login is lost', [...RINGING, { type: 'lost', reason: 'offline' }], 'offline', ['leave']],
    ['I decline', [invitation(), { type: 'reject' }], 'rejected', ['reject']],
    ['the caller gives up', [invitation(), { type: 'canceled', inviteID: 'i' }], 'canceled', []],
    ['I do not answer', [invitation(), told('timedOut', ME)], 'no-answer', []],
    ['it rings no longer than it may', [invitation(), late], 'no-answer', []],
    ['another device of mine answers', [invitation(), told('accepted', ME)], 'other-device', []],
    ['another device of mine declines', [invitation(), told('rejected', ME)], 'other-device', []],
    [
      'I answer too late',
      [invitation(), { type: 'accept' }, { type: 'failed', token: 1, gone: true }],
      'canceled',
      ['leave'],
    ],
    [
      'the answer goes nowhere',
      [invitation(), { type: 'accept' }, entered, late],
      'error',
      ['leave', 'reject'],
    ],
    ['the caller is not there', [...ANSWERED, late], 'offline', ['leave']],
  ])('%s', (_, inputs, reason, effects) => {
    const made = run(inputs)
    expect(made.state).toBeNull()
    expect(made.end?.reason).toBe(reason)
    for (const effect of effects) expect(made.did(effect as Effect['do'])).toBe(true)
  })

  test('it lasts from the answer to the end', () => {
    const made = run([...RINGING, told('accepted', 'bob'), joins('bob'), leaves('bob')])
    expect(made.end?.seconds).toBe(2)
    expect(made.effects).toContainEqual(expect.objectContaining({ do: 'record', seconds: 2 }))
  })

  test('who leaves writes no record: the last one does', () => {
    expect(run([...RINGING, told('accepted', 'bob'), joins('bob'), { type: 'hangup' }]).did('record')).toBe(
      false,
    )
    expect(run([...ANSWERED, late]).did('record')).toBe(false)
  })

  test('no room is entered, and no microphone opened, before the user accepts', () => {
    expect(run([invitation(), joins('bob'), told('accepted', 'bob'), entered]).did('enter')).toBe(false)
    expect(run([invitation(), { type: 'accept' }]).did('enter')).toBe(true)
  })

  test('hung up before the invitation was out: it is cancelled when it is', () => {
    const made = run([dial(['bob']), entered, { type: 'hangup' }, invited(['bob'])])
    expect(made.effects.at(-1)).toMatchObject({ do: 'cancel', inviteID: 'i' })
  })

  test('a second call is refused, and the first one goes on', () => {
    const made = run([...RINGING, invitation({ inviteID: 'j', inviter: 'carol' }, 2)])
    expect(made.effects.at(-1)).toMatchObject({ do: 'busy', invitation: { inviteID: 'j' } })
    expect(made.state).toMatchObject({ phase: 'dialing', callID: 'i' })
    expect(run([...RINGING, dial(['carol'])]).state?.members).toMatchObject([{ userID: 'bob' }])
  })

  test('the same invitation twice rings once', () => {
    expect(run([invitation(), invitation({}, 2)]).did('busy')).toBe(false)
  })

  test('from video to voice, for both', () => {
    const on = [...RINGING, told('accepted', 'bob'), joins('bob')]
    expect(run([...on, { type: 'switched', userID: 'bob' }]).state?.media).toBe('audio')
    expect(run([...on, { type: 'switched', userID: 'mallory' }]).state?.media).toBe('video')
    const mine = run([...on, { type: 'switch' }])
    expect(mine.state?.media).toBe('audio')
    expect(mine.did('switch')).toBe(true)
  })

  test('strangers neither answer nor end it', () => {
    const { state } = run(RINGING)
    const hostile: Input[] = [
      told('accepted', 'mallory'),
      told('rejected', 'mallory'),
      { type: 'canceled', inviteID: 'i' },
      { type: 'rejected', inviteID: 'other', userIDs: ['bob'], me: ME },
      joins('mallory'),
      leaves('mallory'),
      { type: 'volume', userID: 'mallory', value: 1 },
    ]
    for (const input of hostile) expect(step(state, input, START).state).toBe(state)
  })
})

describe('in a group', () => {
  test('some decline: it goes on with those who come', () => {
    const made = run([...TEAM, told('rejected', 'bob'), told('accepted', 'carol'), joins('carol')])
    expect(made.state).toMatchObject({
      phase: 'in-call',
      members: [
        { userID: 'bob', state: 'left' },
        { userID: 'carol', state: 'joined' },
      ],
    })
    expect(made.effects).toContainEqual({ do: 'notice', notice: { kind: 'rejected', userIDs: ['bob'] } })
  })

  test('all decline: it is over', () => {
    expect(run([...TEAM, told('rejected', 'bob'), told('busy', 'carol')]).end?.reason).toBe('busy')
  })

  test('who leaves while others ring lets them ring; the last one cancels what rings', () => {
    const on = [...TEAM, told('accepted', 'bob'), joins('bob')]
    expect(run([...on, { type: 'hangup' }]).did('cancel')).toBe(false)
    expect(run([...on, leaves('bob')]).state?.phase).toBe('in-call')
    expect(run([...on, leaves('bob'), late]).end?.reason).toBe('hangup')
  })

  test('somebody comes late, and somebody comes whom others have called', () => {
    const made = run([...TEAM, told('accepted', 'bob'), joins('bob'), joins('carol'), joins('dan')])
    expect(made.state?.members.map(({ userID, state }) => `${userID} ${state}`)).toEqual([
      'bob joined',
      'carol joined',
      'dan joined',
    ])
  })

  test('more are called; those who could not be are out', () => {
    const on = [...TEAM, told('accepted', 'bob'), joins('bob'), joins('carol')]
    const more = run([...on, { type: 'inviteMore', userIDs: ['dan'] }])
    expect(more.did('invite') && more.state?.members[2]).toMatchObject({ userID: 'dan', state: 'inviting' })
    const failed = run([{ type: 'notInvited', token: 1, userIDs: ['dan'] }], more.state)
    expect(failed.state?.members[2]?.state).toBe('left')
  })
})

/** Every input that there is, from those in the call and for other calls. */
const INPUTS: Input[] = [
  dial(['bob']),
  dial(['bob', 'carol'], 'team'),
  invitation(),
  invitation({ groupID: 'team', userIDs: [ME, 'carol'] }),
  invitation({ inviteID: 'j', inviter: 'mallory', callerID: 'mallory' }, 2),
  { type: 'accept' },
  { type: 'reject' },
  { type: 'hangup' },
  { type: 'switch' },
  { type: 'inviteMore', userIDs: ['carol'] },
  entered,
  invited(['bob']),
  invited(['bob', 'carol']),
  { type: 'answered', token: 1 },
  { type: 'failed', token: 1 },
  { type: 'failed', token: 1, gone: true },
  { type: 'notInvited', token: 1, userIDs: ['carol'] },
  ...(['accepted', 'rejected', 'timedOut'] as const).flatMap((type) =>
    ['bob', 'carol', ME].map((userID) => told(type, userID)),
  ),
  { type: 'canceled', inviteID: 'i' },
  { type: 'switched', userID: 'bob' },
  ...['bob', 'carol'].flatMap((userID) => [joins(userID), leaves(userID)]),
  { type: 'lost', reason: 'offline' },
  late,
]

interface Node {
  state: State
  /** The timer that runs. */
  ms: number
}

const keyOf = ({ state, ms }: Node): string =>
  JSON.stringify([state && { ...state, startedAt: 0, rings: 0, present: [...state.present].sort() }, ms])

/** Steps that can be taken, from nothing on; `look` sees each. */
function walk(look: (before: State, after: Node, effects: readonly Effect[]) => void): Node[] {
  const seen = new Map<string, Node>()
  const waiting: Node[] = [{ state: null, ms: 0 }]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const input of INPUTS) {
      const { state, effects } = step(node.state, input, START)
      const timer = effects.find((effect) => effect.do === 'timer')
      const after = { state, ms: timer ? timer.ms : node.ms }
      look(node.state, after, effects)
      const key = keyOf(after)
      if (seen.has(key)) continue
      seen.set(key, after)
      waiting.push(after)
    }
  }
  return [...seen.values()]
}

/** Why somebody could be caught in a state; nothing when nobody can. */
function trap({ state, ms }: Node): string | undefined {
  if (!state) return ms ? 'a timer runs without a call' : undefined
  if (step(state, { type: 'hangup' }, START).state) return 'it cannot be hung up'
  if (!ms) return state.present.length ? undefined : 'nobody is there, and nothing ends it'
  const late: Input = { type: 'late', token: state.token }
  const after = step(state, late, START).state
  const over = after === null || after.present.length > 0 || step(after, late, START).state === null
  return over ? undefined : 'its time-out leads nowhere'
}

test('over the whole graph: each state is left by the user, and by itself unless others are in the room', () => {
  const wrong: string[] = []
  const nodes = walk((before, { state }, effects) => {
    const ends = effects.filter((effect) => effect.do === 'end').length
    const leaves = effects.some((effect) => effect.do === 'leave')
    if (ends !== (before && !state ? 1 : 0)) wrong.push(`${ends} ends`)
    // Camera and microphone are released on every way out, and by nothing else.
    if (leaves !== Boolean(before && !state && before.phase !== 'incoming')) wrong.push('the room')
  })
  expect(nodes.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
  expect(nodes.map(trap).filter(Boolean)).toEqual([])
})
