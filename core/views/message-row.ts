import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip, singleLine } from '../../utils/text'
import { separatorTime } from '../../utils/time'
import { parseCall } from '../kinds/call'
import { CALL_KIND, NOTICE_KIND, TEXT_KIND } from '../kinds/kind'
import { kindOf } from '../registry/message-kinds'
import { parseConversationID, SYSTEM_CONVERSATION } from '../store/conversation-id'
import type { Message } from '../store/types'
import { avatarView, type AvatarView } from './avatar'
import { readersText, rowExtras, type RowExtras } from './row-extras'

export interface MessageRow extends RowExtras {
  /** The message's local id. */
  id: string
  /** `notice` is a centred line; every other kind is a bubble with the body component of that name. */
  kind: string
  own: boolean
  /** A notice, a plain text, or any other kind in words; empty when the body has the text in parts. */
  text: string
  /** What the body component of this kind shows. */
  body?: object
  /** The body brings its own surface: no bubble around it. */
  bare: boolean
  /** Time separator above the row; empty for most rows. */
  time: string
  /** First of a run by the same sender: it has the avatar, the name and the bubble's tail. */
  first: boolean
  /** Above peers' bubbles in groups, on the first of a run. */
  name: string
  avatar: AvatarView
  state: '' | 'sending' | 'failed'
  /** Under the last own message of a C2C chat, and under own messages in groups that ask for receipts. */
  receipt: string
  /** The notice offers to edit the own revoked text again. */
  editable: boolean
}

/** A pause of this many seconds gets a time separator. */
const PAUSE = 300

/** What a row depends on besides its message. */
export interface RowContext {
  prev: Message | undefined
  receipt: string
  t: Translate
  now: number
  group: boolean
  /** The user who is logged in: mentions of them stand out. */
  me?: string
  /** SDK IDs of messages that were recalled: quotes of them say so. */
  recalled?: ReadonlySet<string>
  /** Messages around it: whose face is whose. */
  neighbours?: readonly Message[]
}

function noticeText(message: Message, t: Translate): string {
  if (message.own && (!message.revoker || message.revoker === message.from)) return t('chat.revokedByMe')
  const byOther = message.revoker && message.revoker !== message.from
  const name = byOther ? message.revokerName || message.revoker : message.name
  return t('chat.revokedBy', { name: clip(singleLine(name) || message.revoker || message.from, 20) })
}

function body(
  message: Message,
  { t, me = '' }: RowContext,
): Pick<MessageRow, 'kind' | 'text' | 'editable' | 'body' | 'bare'> {
  const { content } = message
  if (message.revoked) {
    const editable = message.own && content.type === 'text' && message.revoker === message.from
    return { kind: NOTICE_KIND, text: noticeText(message, t), editable, bare: false }
  }
  const { kind, summary, view, bare = false } = kindOf(content)
  const shown = view?.(content, { t, message, me })
  const text = shown && kind === TEXT_KIND ? '' : summary(content, t, message)
  return { kind, text, editable: false, bare, ...(shown && { body: shown }) }
}

/** A centred line: whatever comes after it begins a new run. */
const isNotice = (message: Message): boolean =>
  message.revoked || kindOf(message.content).kind === NOTICE_KIND

interface MadeRow {
  key: string
  t: Translate
  row: MessageRow
}
const madeRows = new WeakMap<Message, MadeRow>()

/** The row of this message is not shown any more. */
export const forgetRow = (message: Message): void => void madeRows.delete(message)

/** Whose it is: a call stands on the side of the one who called, whoever wrote its record. */
function isOwn(message: Message): boolean {
  if (message.content.type !== 'custom') return message.own
  const call = kindOf(message.content).kind === CALL_KIND && parseCall(message.content, message)
  return call ? call.side === 'out' : message.own
}

/** The face on the side where the row stands: of the sender, except for a call that the other one had begun. */
function faceOf(message: Message, own: boolean, { neighbours = [], me = '', t }: RowContext): AvatarView {
  if (message.conversationID === SYSTEM_CONVERSATION)
    return avatarView('', t('conversation.system'), SYSTEM_CONVERSATION)
  if (own === message.own) return avatarView(message.avatar, message.name, message.from)
  const other = neighbours.find((one) => one.own === own)
  if (other) return avatarView(other.avatar, other.name, other.from)
  const userID = own ? me : (parseConversationID(message.conversationID)?.target ?? '')
  return avatarView('', userID, userID)
}

/** Where a row stands among its neighbours. */
function placeOf(message: Message, { prev, t, now }: RowContext): Pick<MessageRow, 'first' | 'time'> {
  const { time, from } = message
  const separated = !prev || time - prev.time > PAUSE
  return {
    first: separated || prev.from !== from || isNotice(prev) || isOwn(prev) !== isOwn(message),
    time: separated ? separatorTime(time * 1000, now, timeWords(t)) : '',
  }
}

/** The row of a message; the same object for as long as nothing that it shows has changed. */
export function messageRow(message: Message, context: RowContext): MessageRow {
  const { receipt, t, group, recalled } = context
  const place = placeOf(message, context)
  const quoteRecalled = message.quote !== undefined && Boolean(recalled?.has(message.quote.ID))
  const key = `${place.time}|${place.first}|${receipt}|${group}|${quoteRecalled}`
  const made = madeRows.get(message)
  if (made && made.t === t && made.key === key) return made.row
  const shown = body(message, context)
  const own = isOwn(message)
  const named = group && place.first && !own
  const row: MessageRow = {
    id: message.id,
    own,
    ...place,
    name: named ? clip(singleLine(message.name) || message.from, 30) : '',
    avatar: faceOf(message, own, context),
    state: message.status === 'sent' ? '' : message.status,
    receipt: own ? receipt || (group ? readersText(message, t) : '') : '',
    ...shown,
    ...rowExtras(message, quoteRecalled, t),
  }
  madeRows.set(message, { key, t, row })
  return row
}
