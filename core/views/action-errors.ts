import type { Key } from '../../locales/index'
import type { ChatError } from '../store/types'

type Sentences = Readonly<Record<number, Key>>

const REACTION: Sentences = {
  23005: 'error.reactionsFull',
  23006: 'error.reactionsFull',
  23007: 'error.reactionChanged',
  23008: 'error.reactionChanged',
  23009: 'error.reactionChanged',
}
const PIN: Sentences = { 10007: 'error.noRight', 10070: 'error.pinsFull', 10071: 'error.pinnedAlready' }

/** What codes mean after one call and not after others. */
const BY_CALL: Readonly<Record<string, Sentences>> = {
  revokeMessage: {
    2110: 'error.revokeFailed',
    10007: 'error.noRight',
    10032: 'error.revokeUnsupported',
  },
  deleteMessage: { 2111: 'error.deleteFailed', 2116: 'error.unsupported' },
  modifyMessage: {
    2480: 'error.editConflict',
    2481: 'error.unsupported',
    10007: 'error.noRight',
    20026: 'error.messageGone',
  },
  addMessageReaction: REACTION,
  removeMessageReaction: REACTION,
  pinGroupMessage: PIN,
  translateText: { 2117: 'error.translation', 25001: 'error.language', 25002: 'error.translationTooLong' },
  convertVoiceToText: { 2118: 'error.transcript', 2119: 'error.voiceFormat', 25003: 'error.transcript' },
  forwardMessage: { 2453: 'error.notForwardable', 2454: 'error.notForwardable' },
  downloadMergerMessage: { 2450: 'error.historyGone', 2451: 'error.historyGone', 2452: 'error.history' },
  getGroupMessageReadMemberList: { 10007: 'error.noRight' },
}

/** The sentence for what was done with a message, where the code alone would say something else. */
export const actionSentence = ({ op, code }: ChatError): Key | undefined => BY_CALL[op]?.[code]
