import {
  answeredBy,
  changed,
  finish,
  inviting,
  knows,
  member,
  outOf,
  settle,
  stay,
  timerEffect,
  without,
  withMember,
  type Call,
  type Input,
  type Inputs,
  type State,
  type Step,
} from './call-state'

/** How long it rings when nobody says, and at most. */
export const USUAL_SECONDS = 30
export const MOST_SECONDS = 120

const begun = (call: Call, now: number): Call => ({
  ...call,
  phase: 'in-call',
  startedAt: call.startedAt ?? now,
})

const NEW = { invites: {}, rings: 0, present: [], met: false }

function dial({ target, token, room, me }: Inputs<'call'>): Step {
  const { userIDs, groupID, media, timeout = 0, userData = '' } = target
  const call: Call = {
    ...NEW,
    callID: '',
    role: 'caller',
    media,
    ...(groupID && { groupID }),
    callerID: me,
    members: userIDs.map((userID) => member(userID)),
    phase: 'dialing',
    token,
    room,
    timeout: timeout > 0 ? Math.min(Math.ceil(timeout), MOST_SECONDS) : USUAL_SECONDS,
    userData,
  }
  return changed(call, { do: 'enter', call })
}

function ring(state: State, { invitation, token, me }: Inputs<'invitation'>): Step {
  const { inviteID, inviter, callerID, userIDs, groupID, media, room, timeout } = invitation
  if (state) {
    const known = state.callID === inviteID || state.invites[inviteID]
    return known ? stay(state) : stay(state, { do: 'busy', invitation })
  }
  const inside = [...new Set([callerID, inviter])].filter((userID) => userID !== me)
  const others = without(userIDs, [me, ...inside])
  const call: Call = {
    ...NEW,
    callID: inviteID,
    role: 'callee',
    media,
    ...(groupID && { groupID }),
    callerID,
    members: [...inside.map((userID) => member(userID, 'joined')), ...others.map((userID) => member(userID))],
    phase: 'incoming',
    token,
    room,
    timeout,
    userData: '',
    invites: { [inviteID]: userIDs },
  }
  return stay(call, { do: 'emit', type: 'incoming' })
}

/** The user's own doing. */
function wish(
  call: Call,
  input: Inputs<'accept' | 'reject' | 'hangup' | 'inviteMore' | 'switch'>,
  now: number,
): Step {
  const { phase } = call
  switch (input.type) {
    case 'accept': {
      if (phase !== 'incoming') return stay(call)
      const next: Call = { ...call, phase: 'connecting' }
      return changed(next, { do: 'enter', call: next })
    }
    case 'reject':
    case 'hangup':
      if (phase === 'dialing') return finish(call, 'canceled', now)
      return phase === 'in-call'
        ? finish(call, 'hangup', now)
        : finish(call, 'rejected', now, { refuse: true })
    case 'inviteMore': {
      if (!call.groupID || phase !== 'in-call') return stay(call)
      const next = input.userIDs.reduce((made, userID) => withMember(made, userID, member(userID)), call)
      const { userIDs } = input
      return changed({ ...next, rings: call.rings + 1 }, { do: 'invite', call: next, userIDs, more: true })
    }
    case 'switch':
      if (call.media === 'audio' || phase === 'incoming') return stay(call)
      return changed({ ...call, media: 'audio' }, { do: 'switch', call })
  }
}

/** What has become of what was done. */
function outcome(
  call: Call,
  input: Inputs<'entered' | 'invited' | 'answered' | 'failed' | 'notInvited'>,
  now: number,
): Step {
  switch (input.type) {
    case 'entered':
      if (call.phase === 'connecting') return stay(call, { do: 'accept', call, inviteID: call.callID })
      return stay(call, { do: 'invite', call, userIDs: inviting(call), more: false })
    case 'invited': {
      const { inviteID, userIDs } = input
      const invites = { ...call.invites, [inviteID]: userIDs }
      return changed({ ...call, callID: call.callID || inviteID, invites })
    }
    case 'answered':
      return call.phase === 'connecting' ? changed(begun(call, now)) : stay(call)
    case 'notInvited':
      return settle(outOf(call, input.userIDs), 'hangup', now)
    case 'failed':
      if (input.gone) return finish(call, 'canceled', now)
      return finish(call, 'error', now, { refuse: call.phase === 'connecting' })
  }
}

/** Some do not come. */
function declined(
  call: Call,
  userIDs: readonly string[],
  kind: 'rejected' | 'busy' | 'no-answer',
  now: number,
): Step {
  const out = userIDs.filter((userID) => inviting(call).includes(userID))
  if (!out.length) return stay(call)
  const made = settle(outOf(call, out), call.phase === 'in-call' ? 'hangup' : kind, now, out[0])
  // In a call of two the end says it.
  if (!call.groupID) return made
  return stay(made.state, { do: 'notice', notice: { kind, userIDs: out } }, ...made.effects)
}

/** What others answer to an invitation; strangers' answers are none. */
function answer(call: Call, input: Inputs<'accepted' | 'rejected' | 'busy' | 'timedOut'>, now: number): Step {
  const waiting = call.invites[input.inviteID]
  if (!waiting) return stay(call)
  const { type, userIDs, me } = input
  if (userIDs.includes(me)) {
    // Of this user, but not from here: what is done here ends the wait itself.
    if (call.phase !== 'incoming') return stay(call)
    return finish(call, type === 'timedOut' ? 'no-answer' : 'other-device', now)
  }
  const known = userIDs.filter((userID) => waiting.includes(userID))
  if (!known.length) return stay(call)
  if (type !== 'accepted') return declined(call, known, type === 'timedOut' ? 'no-answer' : type, now)
  const next = known.reduce(
    (made, userID) => withMember(made, userID, { state: 'joined' }),
    answeredBy(call, known),
  )
  return changed(call.phase === 'dialing' ? begun(next, now) : next)
}

/** What the room tells. */
function inRoom(
  call: Call,
  input: Inputs<'userJoin' | 'userLeave' | 'audio' | 'video' | 'volume' | 'quality'>,
  now: number,
): Step {
  const { userID } = input
  if (call.phase === 'incoming') return stay(call)
  if (!knows(call, userID) && (input.type !== 'userJoin' || call.phase === 'dialing')) return stay(call)
  switch (input.type) {
    case 'userJoin': {
      const next = withMember(answeredBy(call, [userID]), userID, { state: 'joined' })
      const present = [...without(call.present, [userID]), userID]
      // Who is in the room has accepted, although the answer is still on its way.
      const on = call.phase === 'dialing' ? begun(next, now) : next
      return changed({ ...on, present, met: true })
    }
    case 'userLeave': {
      if (call.phase !== 'in-call') return changed({ ...call, present: without(call.present, [userID]) })
      const made = settle(outOf(call, [userID]), 'hangup', now, userID)
      if (!made.state) return made
      return stay(made.state, { do: 'notice', notice: { kind: 'left', userIDs: [userID] } }, ...made.effects)
    }
    case 'audio':
    case 'video':
      return changed(withMember(call, userID, { [input.type]: input.on }))
    default:
      return changed(withMember(call, userID, { [input.type]: input.value }))
  }
}

/** It took too long. */
function late(call: Call, now: number): Step {
  const { phase } = call
  if (phase === 'incoming') return finish(call, 'no-answer', now)
  if (phase === 'connecting') return finish(call, 'error', now, { refuse: true })
  if (!call.callID) return finish(call, 'error', now)
  if (!inviting(call).length) return finish(call, 'offline', now, { last: true })
  // Nobody's SDK has said so: at the others it may still ring.
  if (phase === 'dialing') return finish(call, 'no-answer', now)
  return declined(call, inviting(call), 'no-answer', now)
}

// One case for each input, and nothing else.
// eslint-disable-next-line complexity
function during(call: Call, input: Input, now: number): Step {
  switch (input.type) {
    case 'accept':
    case 'reject':
    case 'hangup':
    case 'inviteMore':
    case 'switch':
      return wish(call, input, now)
    case 'entered':
    case 'invited':
    case 'answered':
    case 'failed':
    case 'notInvited':
      return input.token === call.token ? outcome(call, input, now) : stay(call)
    case 'accepted':
    case 'rejected':
    case 'busy':
    case 'timedOut':
      return answer(call, input, now)
    case 'canceled':
      return input.inviteID === call.callID && call.role === 'callee' && call.phase !== 'in-call'
        ? finish(call, 'canceled', now, { by: call.callerID })
        : stay(call)
    case 'switched':
      return call.media === 'video' && call.present.includes(input.userID)
        ? changed({ ...call, media: 'audio' })
        : stay(call)
    case 'lost':
      return finish(call, input.reason, now)
    case 'late':
      return input.token === call.token ? late(call, now) : stay(call)
    case 'call':
    case 'invitation':
      return stay(call)
    default:
      return inRoom(call, input, now)
  }
}

function next(state: State, input: Input, now: number): Step {
  if (input.type === 'invitation') return ring(state, input)
  // Hung up while the invitation was on its way: it must not ring on.
  if (input.type === 'invited' && state?.token !== input.token)
    return stay(state, { do: 'cancel', call: input.call, inviteID: input.inviteID })
  if (state) return during(state, input, now)
  return input.type === 'call' ? dial(input) : stay(null)
}

/** One step of the machine: no input throws, whatever the state is. @param now milliseconds, the server's clock */
export function step(state: State, input: Input, now: number): Step {
  const made = next(state, input, now)
  return { state: made.state, effects: [...timerEffect(state, made.state), ...made.effects] }
}
