import type { Key, Translate } from '../../locales/index'
import {
  BAD_CONVERSATION_ID,
  LOGGED_OUT,
  MESSAGE_GONE,
  NOT_READY,
  NO_SUCH_USER,
  TEXT_TOO_LONG,
} from '../store/codes'
import type { ChatError } from '../store/types'

/** The one table from codes of the SDK and of Tencent's servers to sentences. */
const SENTENCES: Readonly<Record<number, Key>> = {
  [BAD_CONVERSATION_ID]: 'chat.badConversationID',
  [NO_SUCH_USER]: 'chat.unknownUser',
  [MESSAGE_GONE]: 'error.messageGone',
  [LOGGED_OUT]: 'session.kicked.other',
  [TEXT_TOO_LONG]: 'error.tooLong',
  [NOT_READY]: 'error.notReady',
  2024: 'error.notReady',
  2025: 'error.notReady',
  2800: 'error.network',
  2801: 'error.timeout',
  2805: 'error.network',
  2903: 'error.noSuchGroup',
  2996: 'error.tooFrequent',
  2999: 'error.notReady',
  3002: 'session.kicked.multipleDevice',
  3003: 'session.kicked.multipleAccount',
  3004: 'error.expired',
  3005: 'session.kicked.other',
  3006: 'session.kicked.REST_API_Kick',
  3123: 'error.sensitive',
  10004: 'error.noSuchGroup',
  10007: 'error.notInGroup',
  10010: 'error.noSuchGroup',
  10015: 'error.noSuchGroup',
  10017: 'error.muted',
  10030: 'error.messageGone',
  10031: 'error.revokeTooLate',
  20002: 'error.expired',
  20003: 'error.noSuchUser',
  20006: 'error.blocked',
  20007: 'error.blocked',
  20009: 'error.notFriend',
  20010: 'error.notFriend',
  20011: 'error.notFriend',
  20012: 'error.muted',
  20016: 'error.revokeTooLate',
  20021: 'error.notYours',
  20022: 'error.messageGone',
  60003: 'error.timeout',
  60005: 'error.network',
  60008: 'error.timeout',
  60022: 'error.overload',
  70001: 'error.expired',
  80001: 'error.sensitive',
  80002: 'error.tooLong',
  80004: 'error.sensitive',
}

/** A sentence for people. Only a failure that the table does not know shows its code. */
export function errorText(error: ChatError, t: Translate): string {
  const key = SENTENCES[error.code]
  if (key) return t(key, { id: error.cause, code: error.code })
  return error.code ? t('error.unknown', { code: error.code }) : t('error.failed')
}
