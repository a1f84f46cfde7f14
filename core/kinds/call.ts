import { amount, list, number, record, text } from '../../utils/read'
import type { Message, MessageContent } from '../store/types'
import { customJson, jsonOf } from './json'
import type { Sender } from './kind'

/** What a message of a call says. `unknown` is a call message that has no words of its own. */
export type CallRecordKind =
  | 'duration'
  | 'canceled'
  | 'rejected'
  | 'busy'
  | 'no-answer'
  | 'started'
  | 'accepted'
  | 'switched'
  | 'ended'
  | 'unknown'

/** A message that a call left in the chat, from the view of the user who is logged in. */
export interface CallRecord {
  kind: CallRecordKind
  media: 'audio' | 'video'
  group: boolean
  /** Signalling between devices: nobody is meant to see it. */
  hidden: boolean
  /** Whose call it was; not who sent this message. */
  side: 'in' | 'out'
  role: 'caller' | 'callee'
  /** Of a call that took place. */
  seconds?: number
  /** Who did not answer or was busy; else those who were called. */
  userIDs: string[]
  /** I was called and was not there. */
  missed: boolean
}

/** The SDK's `businessID` of signalling. */
const SIGNALING = 1
/** More than any call has. */
const MAX_PEOPLE = 20
const MAX_SECONDS = 100 * 3600

const Action = { INVITE: 1, CANCEL: 2, ACCEPT: 3, REJECT: 4, TIMEOUT: 5 } as const

interface Signal {
  outer: Record<string, unknown>
  /** Written by the one who made the step. */
  inner: Record<string, unknown>
  /** The engine's part of it. */
  data: Record<string, unknown>
}

const parsed = new WeakMap<MessageContent, Signal | { outer: undefined }>()

/** Both layers of JSON; parsed once. */
function signalOf(content: MessageContent): Signal | undefined {
  const known = parsed.get(content)
  if (known) return known.outer && known
  const outer = customJson(content)
  const inner = outer.businessID === SIGNALING ? jsonOf(text(outer.data)) : {}
  const data = record(inner.data)
  const call =
    inner.businessID === 'av_call' || (inner.call_type !== undefined && inner.businessID === undefined)
  const signal = call ? { outer, inner, data } : { outer: undefined }
  parsed.set(content, signal)
  return signal.outer && signal
}

const commandOf = ({ inner, data }: Signal): string =>
  text(data.cmd) || (inner.switch_to_audio_call ? 'switchToAudio' : '')

const isBusy = ({ inner, data }: Signal): boolean =>
  inner.line_busy !== undefined || text(data.message) === 'lineBusy' || data.line_busy !== undefined

function invitationKind(signal: Signal, group: boolean): CallRecordKind {
  const { inner, data } = signal
  const command = commandOf(signal)
  if (command === 'switchToAudio' || command === 'switchToVideo') return 'switched'
  const old = inner.data === undefined && inner.call_end !== undefined
  if (command === 'hangup' || old) return group ? 'ended' : 'duration'
  if (command === 'audioCall' || command === 'videoCall' || inner.data === undefined) return 'started'
  return Object.keys(data).length ? 'unknown' : 'started'
}

function kindOf(signal: Signal, group: boolean): CallRecordKind {
  const switched = /^switchTo/.test(commandOf(signal))
  switch (number(signal.outer.actionType)) {
    case Action.INVITE:
      return invitationKind(signal, group)
    case Action.CANCEL:
      return 'canceled'
    case Action.ACCEPT:
      return switched ? 'switched' : 'accepted'
    case Action.REJECT:
      return isBusy(signal) ? 'busy' : 'rejected'
    case Action.TIMEOUT:
      return switched ? 'switched' : 'no-answer'
    default:
      return 'unknown'
  }
}

/** The caller of the whole call: the outer inviter of a record is only who sent it. */
const callerOf = ({ outer, data }: Signal): string => text(data.inviter) || text(outer.inviter)

function mediaOf(signal: Signal, kind: CallRecordKind): CallRecord['media'] {
  if (kind === 'switched') return 'video'
  return number(signal.inner.call_type) === 2 || commandOf(signal) === 'videoCall' ? 'video' : 'audio'
}

/** In a chat of two it is mine or the peer's, which the sender tells without knowing who I am. */
function isCaller(signal: Signal, { own, from }: Sender): boolean {
  const caller = callerOf(signal)
  return caller ? own === (caller === from) : own
}

/** What the message of a call says; `null` when it is none. */
export function parseCall(content: MessageContent, sender: Sender): CallRecord | null {
  const signal = signalOf(content)
  if (!signal) return null
  const { outer, inner, data } = signal
  const group = text(outer.groupID) !== ''
  const kind = kindOf(signal, group)
  const caller = isCaller(signal, sender)
  const consumed = number(outer.actionType) === Action.INVITE && data.consumed === true
  const userIDs = list(outer.inviteeList, MAX_PEOPLE).map(text).filter(Boolean)
  return {
    kind,
    media: mediaOf(signal, kind),
    group,
    hidden: kind === 'unknown' || (consumed && !group),
    side: caller ? 'out' : 'in',
    role: caller ? 'caller' : 'callee',
    ...(kind === 'duration' && { seconds: Math.min(Math.round(amount(inner.call_end)), MAX_SECONDS) }),
    userIDs,
    missed: !group && !caller && (kind === 'canceled' || kind === 'busy' || kind === 'no-answer'),
  }
}

/** @returns `null` when the message is none of a call */
export function parseCallMessage(message: Message, me?: string): CallRecord | null {
  const call = parseCall(message.content, me ? { ...message, own: message.from === me } : message)
  return call && message.silent ? { ...call, hidden: true } : call
}
