import type { Key, Translate } from '../../locales/index'
import type { ChatError } from '../store/types'

/** The one table from codes of the SDK and of Tencent's servers to sentences. */
const SENTENCES: Readonly<Record<number, Key>> = {
  [-1]: 'chat.badConversationID',
  [-2]: 'chat.unknownUser',
  2024: 'error.notReady',
  2025: 'error.notReady',
  2800: 'error.network',
  2801: 'error.timeout',
  2805: 'error.network',
  2996: 'error.tooFrequent',
  2999: 'error.notReady',
  3123: 'error.sensitive',
  10004: 'error.noSuchGroup',
  10007: 'error.notInGroup',
  10010: 'error.noSuchGroup',
  10015: 'error.noSuchGroup',
  10017: 'error.muted',
  10030: 'error.messageGone',
  10031: 'error.revokeTooLate',
  20003: 'error.noSuchUser',
  20007: 'error.blocked',
  20009: 'error.notFriend',
  20010: 'error.notFriend',
  20011: 'error.notFriend',
  20012: 'error.muted',
  20016: 'error.revokeTooLate',
  20021: 'error.notYours',
  20022: 'error.messageGone',
  60022: 'error.overload',
  70001: 'error.expired',
  80001: 'error.sensitive',
  80002: 'error.tooLong',
  80004: 'error.sensitive',
  20002: 'error.expired',
  2040404: 'error.messageGone',
}

/** A sentence for people. Only a failure that the table does not know shows its code. */
export function errorText(error: ChatError, t: Translate): string {
  const key = SENTENCES[error.code]
  if (key) return t(key, { id: error.cause, code: error.code })
  return error.code ? t('error.unknown', { code: error.code }) : t('error.network')
}
