import type { Translate } from '../../locales/index'
import { timeWords } from '../../locales/words'
import { clip, singleLine } from '../../utils/text'
import { separatorTime } from '../../utils/time'
import { NOTICE_KIND } from '../kinds/kind'
import { kindOf } from '../registry/message-kinds'
import type { Message } from '../store/types'
import { avatarView, type AvatarView } from './avatar'

export interface MessageRow {
  /** The message's local id. */
  id: string
  /** `notice` is a centred line; every other kind is a bubble with the body component of that name. */
  kind: string
  own: boolean
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
  /** Under the last own message of a C2C chat. */
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
}

function noticeText(message: Message, t: Translate): string {
  if (message.own && (!message.revoker || message.revoker === message.from)) return t('chat.revokedByMe')
  const byOther = message.revoker && message.revoker !== message.from
  const name = byOther ? message.revokerName || message.revoker : message.name
  return t('chat.revokedBy', { name: clip(singleLine(name) || message.revoker || message.from, 20) })
}

function body(
  message: Message,
  t: Translate,
): Pick<MessageRow, 'kind' | 'text' | 'editable' | 'body' | 'bare'> {
  const { content } = message
  if (message.revoked) {
    const editable = message.own && content.type === 'text' && message.revoker === message.from
    return { kind: NOTICE_KIND, text: noticeText(message, t), editable, bare: false }
  }
  const { kind, summary, view, bare = false } = kindOf(content)
  const shown = view?.(content, { t, message })
  return { kind, text: summary(content, t), editable: false, bare, ...(shown && { body: shown }) }
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

/** The row of a message; the same object for as long as nothing that it shows has changed. */
export function messageRow(message: Message, { prev, receipt, t, now, group }: RowContext): MessageRow {
  const separated = !prev || message.time - prev.time > PAUSE
  const first = separated || prev.from !== message.from || isNotice(prev)
  const time = separated ? separatorTime(message.time * 1000, now, timeWords(t)) : ''
  const key = `${time}|${first}|${receipt}|${group}`
  const made = madeRows.get(message)
  if (made && made.t === t && made.key === key) return made.row
  const row: MessageRow = {
    id: message.id,
    own: message.own,
    time,
    first,
    name: group && first && !message.own ? clip(singleLine(message.name) || message.from, 30) : '',
    avatar: avatarView(message.avatar, message.name, message.from),
    state: message.status === 'sent' ? '' : message.status,
    receipt,
    ...body(message, t),
  }
  madeRows.set(message, { key, t, row })
  return row
}
