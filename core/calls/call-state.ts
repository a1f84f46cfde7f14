import type { CallEnd, CallEvents, CallInfo, CallMedia, CallMember, CallTarget } from './engine'

/** Where those in the call meet: a number, or a name with the number 0. */
export interface Room {
  readonly roomID: number
  readonly strRoomID: string
}

/** An invitation as it came, read and checked. */
export interface Invitation {
  readonly inviteID: string
  /** Who sent it; in a group that need not be the caller. */
  readonly inviter: string
  readonly callerID: string
  readonly userIDs: readonly string[]
  readonly groupID: string
  readonly media: CallMedia
  readonly room: Room
  /** Seconds that it rings. */
  readonly timeout: number
}

/** The one call, with what only the machine needs of it. */
export interface Call extends CallInfo {
  /** Another one for each call: what belongs to an earlier one is told by it. */
  readonly token: number
  readonly room: Room
  readonly timeout: number
  readonly userData: string
  /** Invitations that may still be answered, with those who have not. */
  readonly invites: Readonly<Record<string, readonly string[]>>
  /** How often somebody was called: each time it rings for the whole time again. */
  readonly rings: number
  /** Others that are in the room. */
  readonly present: readonly string[]
  /** There was another in the room. */
  readonly met: boolean
}

export type State = Call | null

/** What comes to the machine. Results of effects carry the token of their call. */
export type Input =
  | { type: 'call'; target: CallTarget; token: number; room: Room; me: string }
  | { type: 'accept' | 'reject' | 'hangup' | 'switch' }
  | { type: 'inviteMore'; userIDs: readonly string[] }
  /** `entered`: in the room. `answered`: the answer is out. */
  | { type: 'entered' | 'answered'; token: number }
  | { type: 'invited'; token: number; call: Call; inviteID: string; userIDs: readonly string[] }
  /** The room, the invitation or the answer has not come about; `gone`: the invitation exists no more. */
  | { type: 'failed'; token: number; gone?: boolean }
  | { type: 'notInvited'; token: number; userIDs: readonly string[] }
  | { type: 'invitation'; invitation: Invitation; token: number; me: string }
  | { type: 'accepted' | 'rejected' | 'busy'; inviteID: string; userIDs: readonly string[]; me: string }
  | { type: 'timedOut'; inviteID: string; userIDs: readonly string[]; me: string }
  | { type: 'canceled'; inviteID: string }
  /** The other one makes it a voice call. */
  | { type: 'switched'; userID: string }
  | { type: 'userJoin' | 'userLeave'; userID: string }
  | { type: 'audio' | 'video'; userID: string; on: boolean }
  | { type: 'volume' | 'quality'; userID: string; value: number }
  /** The room or the login is lost. */
  | { type: 'lost'; reason: CallEnd }
  /** The deadline of the state has come. */
  | { type: 'late'; token: number }

export type Inputs<T extends Input['type']> = Extract<Input, { type: T }>

/** What the machine wants done. */
export type Effect =
  | { do: 'enter'; call: Call }
  | { do: 'leave' }
  | { do: 'invite'; call: Call; userIDs: readonly string[]; more: boolean }
  | { do: 'accept' | 'reject' | 'cancel'; call: Call; inviteID: string }
  /** Refuses an invitation that came during another call. */
  | { do: 'busy'; invitation: Invitation }
  | { do: 'switch'; call: Call }
  /** Writes how long it took into the chat. */
  | { do: 'record'; call: Call; seconds: number }
  /** Takes the place of the timer that runs; 0: none runs any more. */
  | { do: 'timer'; token: number; ms: number }
  | { do: 'emit'; type: 'incoming' | 'change' }
  | { do: 'end'; event: CallEvents['end'] }
  | { do: 'notice'; notice: CallEvents['notice'] }

export interface Step {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** For the room and the answers of the servers. */
const SETUP_MS = 20_000
/** The SDK's own time-outs come first: the caller's is 5 s after that of the one who is called. */
const GRACE_MS = 8_000
/** For who has accepted and does not come. */
const JOIN_MS = 20_000

export const stay = (state: State, ...effects: Effect[]): Step => ({ state, effects })

export const changed = (state: Call, ...effects: Effect[]): Step =>
  stay(state, ...effects, { do: 'emit', type: 'change' })

export const without = (list: readonly string[], gone: readonly string[]): readonly string[] =>
  list.filter((userID) => !gone.includes(userID))

export const member = (userID: string, state: CallMember['state'] = 'inviting'): CallMember => ({
  userID,
  state,
  audio: false,
  video: false,
})

export const knows = ({ members }: Call, userID: string): boolean =>
  members.some((item) => item.userID === userID)

export function withMember(call: Call, userID: string, change: Partial<CallMember>): Call {
  const members = knows(call, userID) ? call.members : [...call.members, member(userID)]
  return {
    ...call,
    members: members.map((item) => (item.userID === userID ? { ...item, ...change } : item)),
  }
}

/** Who has not answered. */
export const inviting = ({ members }: Call): string[] =>
  members.filter(({ state }) => state === 'inviting').map(({ userID }) => userID)

/** The wait that a state does not outlast; one without a wait has others in the room, and can be hung up. */
function deadline(call: Call): { kind: string; ms: number } {
  const { phase, callID, present, timeout, rings } = call
  if (phase === 'connecting' || (phase === 'dialing' && !callID)) return { kind: phase, ms: SETUP_MS }
  if (phase === 'incoming' || inviting(call).length)
    return { kind: `ring${rings}`, ms: timeout * 1000 + GRACE_MS }
  return present.length ? { kind: 'none', ms: 0 } : { kind: 'join', ms: JOIN_MS }
}

/** What has to be done about the timer between two states. */
export function timerEffect(before: State, after: State): Effect[] {
  const keyOf = (state: State): string => (state ? `${state.token} ${deadline(state).kind}` : '')
  if (keyOf(before) === keyOf(after)) return []
  return [{ do: 'timer', token: after?.token ?? 0, ms: after ? deadline(after).ms : 0 }]
}

interface Ending {
  by?: string
  /** Nobody else is left: the record is this user's to write. */
  last?: boolean
  /** The one who calls is told that nobody comes. */
  refuse?: boolean
}

/** Invitations that this user has made, and that nobody has answered. */
const openInvites = ({ invites, role, callID }: Call): string[] =>
  Object.keys(invites).filter((inviteID) => role === 'caller' || inviteID !== callID)

/** The call is over here: the room is left whatever the reason is. */
export function finish(call: Call, reason: CallEnd, now: number, { by, last, refuse }: Ending = {}): Step {
  const { phase, role, startedAt, met, callID } = call
  const seconds = startedAt === undefined ? 0 : Math.max(0, Math.round((now - startedAt) / 1000))
  const effects: Effect[] = phase === 'incoming' ? [] : [{ do: 'leave' }]
  if (refuse) effects.push({ do: 'reject', call, inviteID: callID })
  // A call of a group goes on without the one who leaves: what rings is cancelled when nobody is in it.
  const cancelled = phase === 'dialing' || last ? openInvites(call) : []
  for (const inviteID of cancelled) effects.push({ do: 'cancel', call, inviteID })
  // Two who never met would both be the last.
  if (phase === 'in-call' && last && (met || role === 'caller')) effects.push({ do: 'record', call, seconds })
  effects.push({ do: 'end', event: { call, reason, seconds, ...(by !== undefined && { by }) } })
  return stay(null, ...effects)
}

/** Ends a call in which nobody is left, and nobody may still come. */
export function settle(call: Call, reason: CallEnd, now: number, by?: string): Step {
  const hope = call.members.some(({ state }) => state !== 'left')
  return hope ? changed(call) : finish(call, reason, now, { by, last: true })
}

/** Takes some out of those who may still answer. */
export function answeredBy(call: Call, userIDs: readonly string[]): Call {
  const invites: Record<string, readonly string[]> = {}
  for (const [inviteID, waiting] of Object.entries(call.invites)) {
    const left = without(waiting, userIDs)
    if (left.length) invites[inviteID] = left
  }
  return { ...call, invites }
}

/** Some are in the call no more, or do not come. */
export function outOf(call: Call, userIDs: readonly string[]): Call {
  const next = userIDs.reduce(
    (made, userID) => withMember(made, userID, { state: 'left', audio: false, video: false }),
    answeredBy(call, userIDs),
  )
  return { ...next, present: without(next.present, userIDs) }
}
