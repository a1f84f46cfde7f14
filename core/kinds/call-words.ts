import type { Key, Translate } from '../../locales/index'
import type { MessageContent } from '../store/types'
import { parseCall, type CallRecord } from './call'
import { CALL_KIND, NOTICE_KIND, type MessageKind, type Sender } from './kind'
import { personName, personNames } from './person-names'

/** A call in a chat of two. */
export interface CallView {
  /** An icon of the kit's set. */
  icon: string
  text: string
  /** Nobody took it, and it was for me. */
  missed: boolean
}

const HOUR = 3600
const NOBODY: Sender = { own: false, from: '', name: '' }

const two = (value: number): string => String(value).padStart(2, '0')

/** `01:05`, from an hour on `1:01:05`. */
export function clock(seconds: number): string {
  const short = `${two(Math.floor((seconds % HOUR) / 60))}:${two(seconds % 60)}`
  return seconds < HOUR ? short : `${Math.floor(seconds / HOUR)}:${short}`
}

type Words = Readonly<Record<CallRecord['role'], Key>>

const both = (key: Key): Words => ({ caller: key, callee: key })

const WORDS: Readonly<Record<CallRecord['kind'], Words>> = {
  duration: both('call.duration'),
  canceled: { caller: 'call.canceledByMe', callee: 'call.canceled' },
  rejected: { caller: 'call.rejected', callee: 'call.rejectedByMe' },
  busy: { caller: 'call.busy', callee: 'call.missedBusy' },
  'no-answer': { caller: 'call.noAnswer', callee: 'call.missed' },
  started: both('call.started'),
  accepted: both('call.accepted'),
  switched: both('call.switched'),
  ended: both('call.ended'),
  unknown: both('call.unknown'),
}

const GROUP_WORDS: Readonly<Record<CallRecord['kind'], Key>> = {
  duration: 'call.ended',
  canceled: 'call.groupCanceled',
  rejected: 'call.groupRejected',
  busy: 'call.groupBusy',
  'no-answer': 'call.groupNoAnswer',
  started: 'call.groupStarted',
  accepted: 'call.groupAccepted',
  switched: 'call.switched',
  ended: 'call.ended',
  unknown: 'call.unknown',
}

function groupWords({ kind, userIDs }: CallRecord, { own, from, name }: Sender, t: Translate): string {
  const sender = personName({ userID: from, name, self: own }, t)
  // Sent by the one who called, about those who did not answer.
  const invited = userIDs.map((userID) => ({
    userID,
    name: userID === from ? name : userID,
    self: own && userID === from,
  }))
  const names = kind === 'no-answer' && userIDs.length ? personNames(invited, t) : sender
  return t(GROUP_WORDS[kind], { name: sender, names })
}

function wordsOf(call: CallRecord, sender: Sender, t: Translate): string {
  if (call.group) return groupWords(call, sender, t)
  return t(WORDS[call.kind][call.role], { time: clock(call.seconds ?? 0) })
}

const mediaWords = ({ media }: CallRecord, t: Translate): string =>
  t(media === 'video' ? 'call.video' : 'call.audio')

function summary(content: MessageContent, t: Translate, sender?: Sender): string {
  const call = parseCall(content, sender ?? NOBODY)
  if (!call) return ''
  if (call.group) return wordsOf(call, sender ?? NOBODY, t)
  return sender ? `${mediaWords(call, t)} ${wordsOf(call, sender, t)}` : mediaWords(call, t)
}

/** A call in a group is a line that tells what happened. */
export const groupCallKind: MessageKind = {
  kind: NOTICE_KIND,
  match: (content) => parseCall(content, NOBODY)?.group === true,
  summary,
}

export const callKind: MessageKind = {
  kind: CALL_KIND,
  match: (content) => parseCall(content, NOBODY) !== null,
  summary,
  view: (content, { t, message }): CallView | undefined => {
    const call = parseCall(content, message)
    if (!call) return undefined
    return {
      icon: call.media === 'video' ? 'video' : 'phone',
      text: wordsOf(call, message, t),
      missed: call.missed,
    }
  },
}
