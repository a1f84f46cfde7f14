import type { Key, Translate } from '../../locales/index'
import type { CallSlice } from '../store/call'
import { clip, singleLine } from '../../utils/text'
import * as codes from './codes'
import type { CallEnd, CallInfo } from './engine'

type Kind = NonNullable<CallSlice['notice']>['kind']

/** What one of several did while the call goes on. */
const OF_ONE: Partial<Record<Kind, Key>> = {
  rejected: 'call.groupRejected',
  busy: 'call.groupBusy',
  'no-answer': 'call.groupNoAnswer',
  left: 'callkit.left',
}

const PLAIN: Partial<Record<Kind, Key>> = {
  'no-media': 'callkit.noMedia',
  devtools: 'callkit.devtools',
  failed: 'callkit.failed',
}

/** Codes that have a sentence of their own; permission has been spoken of by whoever asked for it. */
const BY_CODE: Readonly<Record<number, Key>> = {
  [codes.CALL_ON]: 'callkit.on',
  [codes.NO_MEDIA]: 'callkit.noMedia',
  [codes.NO_ENGINE]: 'callkit.none',
  [codes.CALL_UNSUPPORTED]: 'callkit.unsupported',
  [codes.DEVTOOLS]: 'callkit.devtools',
}

/** The sentence for a code of a call; nothing when the general table has to tell it. */
export const callSentence = (code: number | undefined): Key | undefined =>
  code === undefined ? undefined : BY_CODE[code]

const MOST_NAMES = 3

function namesOf({ people }: CallSlice, userIDs: readonly string[], t: Translate): string {
  const names = userIDs
    .slice(0, MOST_NAMES)
    .map((userID) => clip(singleLine(people[userID]?.name || userID), 20))
  return names.join(t('person.separator'))
}

/** What is to be said about a call that goes on, or that did not begin; empty for nothing. */
export function noticeText(call: CallSlice, t: Translate): string {
  const { notice, info } = call
  if (!notice) return ''
  const { kind, userIDs, code } = notice
  const key = OF_ONE[kind]
  const names = namesOf(call, userIDs, t)
  if (key) return info && names ? t(key, { name: names, names }) : ''
  const plain = callSentence(code) ?? PLAIN[kind]
  return plain ? t(plain) : ''
}

const BY_CALLER: Readonly<Record<CallEnd, Key | ''>> = {
  hangup: 'call.ended',
  rejected: 'call.rejected',
  canceled: '',
  'no-answer': 'call.noAnswer',
  busy: 'call.busy',
  'other-device': 'callkit.otherDevice',
  offline: 'callkit.offline',
  error: 'callkit.failed',
}

const BY_CALLEE: Readonly<Record<CallEnd, Key | ''>> = {
  ...BY_CALLER,
  rejected: '',
  canceled: 'call.canceled',
  'no-answer': 'call.missed',
  busy: '',
}

/** Why a call is over; empty when the user knows. */
export function endText({ role, groupID }: CallInfo, reason: CallEnd, t: Translate): string {
  const key = (role === 'caller' ? BY_CALLER : BY_CALLEE)[reason]
  if (!key) return ''
  // In a group it was nobody's refusal alone.
  return t(groupID && (reason === 'rejected' || reason === 'busy') ? 'call.ended' : key)
}
