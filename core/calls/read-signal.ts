import { amount, list, number, record, text } from '../../utils/read'
import type { Invitation, Room } from './call-state'
import { MOST_SECONDS, USUAL_SECONDS } from './machine'

/** What the SDK tells of a message of signalling; a peer has written it. */
export interface Signal {
  readonly inviteID: string
  /** Who made the invitation, as the message says. */
  readonly inviter: string
  readonly groupID: string
  readonly userIDs: readonly string[]
  /** What the engine of the sender has written. */
  readonly inner: Record<string, unknown>
  readonly data: Record<string, unknown>
}

/** Longer ones are nobody's. */
const MOST_JSON = 32_768
const MOST_ID = 128
/** More than any call has. */
const MOST_PEOPLE = 20
const MOST_ROOM = 2_147_483_647
// The name becomes a part of an address: what has a meaning there is no name.
const ROOM_NAME = /^[\w!$()+\-:;<.>@[\]^{}|~,]{1,64}$/

const id = (value: unknown): string => (text(value).length <= MOST_ID ? text(value) : '')

const ids = (value: unknown): string[] => [...new Set(list(value, MOST_PEOPLE).map(id))].filter(Boolean)

function jsonOf(value: unknown): Record<string, unknown> {
  const source = text(value)
  if (!source || source.length > MOST_JSON) return {}
  try {
    return record(JSON.parse(source))
  } catch {
    return {}
  }
}

/** What an event of the SDK's signalling says, whatever is in it; `undefined` when it is not about a call. */
export function readSignal(source: unknown): Signal | undefined {
  const event = record(record(source).data)
  const inner = jsonOf(event.data)
  const inviteID = id(event.inviteID)
  if (!inviteID || (inner.businessID !== undefined && inner.businessID !== 'av_call')) return undefined
  const invitee = id(event.invitee)
  return {
    inviteID,
    inviter: id(event.inviter),
    groupID: id(event.groupID),
    userIDs: invitee ? [invitee] : ids(event.inviteeList),
    inner,
    data: record(inner.data),
  }
}

/** Who has sent the message, when and how long it is to ring, as the server says. */
export interface Envelope {
  readonly from: string
  /** Seconds since 1970. */
  readonly time: number
  /** Seconds; 0 when nobody said. */
  readonly timeout: number
}

/** What of a received message its signalling does not tell. */
export function readEnvelope(message: unknown): { inviteID: string; envelope: Envelope } | undefined {
  const { from, time, payload, type } = record(message)
  if (type !== 'TIMCustomElem') return undefined
  const outer = jsonOf(record(payload).data)
  const inviteID = id(outer.inviteID)
  if (outer.businessID !== 1 || outer.actionType !== 1 || !inviteID) return undefined
  return { inviteID, envelope: { from: text(from), time: amount(time), timeout: amount(outer.timeout) } }
}

function roomOf({ inner, data }: Signal): Room | undefined {
  const roomID = number(inner.room_id) || number(data.room_id)
  if (Number.isInteger(roomID) && roomID > 0 && roomID <= MOST_ROOM) return { roomID, strRoomID: '' }
  const strRoomID = text(data.str_room_id)
  return !roomID && ROOM_NAME.test(strRoomID) ? { roomID: 0, strRoomID } : undefined
}

const MEDIA = { audioCall: 'audio', videoCall: 'video' } as const

/** The first engines wrote no command. */
function mediaOf({ inner, data }: Signal): Invitation['media'] | undefined {
  const command = text(data.cmd)
  if (command) return MEDIA[command as keyof typeof MEDIA]
  if (inner.data !== undefined || inner.switch_to_audio_call !== undefined) return undefined
  return inner.call_type === 2 ? 'video' : inner.call_type === 1 ? 'audio' : undefined
}

/** Changes of media come as invitations, too. */
export const isSwitch = ({ data, inner }: Signal): boolean =>
  data.cmd === 'switchToAudio' || (inner.switch_to_audio_call !== undefined && !data.cmd)

export const isBusy = ({ inner, data }: Signal): boolean =>
  inner.line_busy !== undefined || data.line_busy !== undefined || data.message === 'lineBusy'

/** Anybody can write down another one's name: the message has to come from who says to be inviting. */
const isForMe = ({ inviter, userIDs }: Signal, envelope: Envelope | undefined, me: string): boolean =>
  inviter !== '' && inviter !== me && userIDs.includes(me) && (!envelope || envelope.from === inviter)

/**
 * An invitation that may ring: to a call, from somebody else, to this user, with a room that exists, and not older
 * than it rings. Everything else is `undefined`.
 *
 * @param envelope of its message; the SDK tells none of what it finds at the login
 * @param now seconds since 1970, the server's clock
 */
export function readInvitation(
  signal: Signal,
  envelope: Envelope | undefined,
  me: string,
  now: number,
): Invitation | undefined {
  const { inviteID, inviter, groupID, userIDs, inner, data } = signal
  const media = mediaOf(signal)
  const room = roomOf(signal)
  if (!media || !room || amount(inner.call_end) || inner.businessID !== 'av_call') return undefined
  if (!isForMe(signal, envelope, me)) return undefined
  const timeout = Math.min(Math.ceil(envelope?.timeout || USUAL_SECONDS), MOST_SECONDS)
  const age = Math.max(0, now - (envelope?.time ?? now))
  if (age > timeout) return undefined
  const everybody = [...new Set([...userIDs, ...(groupID ? ids(data.userIDs) : [])])]
  return {
    inviteID,
    inviter,
    callerID: (groupID && id(data.inviter)) || inviter,
    userIDs: everybody.slice(0, MOST_PEOPLE),
    groupID,
    media,
    room,
    timeout: Math.max(1, Math.ceil(timeout - age)),
  }
}
