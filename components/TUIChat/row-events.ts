import { cancelUpload } from '../../core/actions/cancel-upload'
import { mention } from '../../core/actions/composer'
import { deleteMessage } from '../../core/actions/delete-message'
import { messageOf } from '../../core/actions/find-message'
import { jumpTo } from '../../core/actions/jump-to'
import { openHistory } from '../../core/actions/history'
import type { Kit } from '../../core/actions/kit'
import { openOverlay } from '../../core/actions/overlays'
import { cancelDownload } from '../../core/actions/open-file'
import { playVoice } from '../../core/actions/play-voice'
import { react } from '../../core/actions/react'
import { openReaders } from '../../core/actions/readers'
import { resend } from '../../core/actions/resend'
import { MOST_SELECTED, toggleSelected } from '../../core/actions/select'
import { groupOfNotice } from '../../core/kinds/group-notice'
import { tapHandled } from '../../core/registry/hooks'
import { allMessages } from '../../core/store/thread'
import type { Message } from '../../core/store/types'
import { platform } from '../../platform/index'
import { callsAgain } from './call-again'
import { openLink, type LinkType } from './open-link'
import { openMessage } from './open-message'

/** The chat that a row is in, as far as what happens to the row is concerned. */
export interface RowHost {
  kit: Kit
  conversationID: string
  /** Puts a text into the field. */
  edit(text: string): void
  /** Opens another chat. */
  chat: (conversationID: string) => void
  /** Shows who somebody is. */
  person: (userID: string) => void
}

/** What a row tells: which message, and more for some events. */
export interface RowDetail {
  id: string
  url?: string
  type?: string
  reactionID?: string
}

async function open({ kit, conversationID, chat }: RowHost, message: Message): Promise<void> {
  if (tapHandled({ type: 'message', message }) || callsAgain(message)) return
  const groupID = groupOfNotice(message.content)
  if (groupID) return chat(`GROUP${groupID}`)
  const { type } = message.content
  if (type === 'audio') return playVoice(kit, platform.voicePlayer, conversationID, message.id)
  if (type === 'text') return openOverlay(kit, { type: 'text', conversationID, id: message.id })
  if (type === 'merger') return void openHistory(kit, message)
  const thread = kit.store.get().messages[conversationID]
  const opened = await openMessage(thread ? allMessages(thread) : [], message, kit)
  if (opened === false) platform.toast(kit.t()('open.failed'))
}

async function failedTap({ kit, conversationID }: RowHost, { id }: Message): Promise<void> {
  const t = kit.t()
  const choice = await platform.actionSheet([t('chat.resend'), t('menu.delete')])
  if (choice === 0) await resend(kit, conversationID, id)
  if (choice === 1) await deleteMessage(kit, conversationID, id)
}

async function toQuoted({ kit, conversationID }: RowHost, { quote }: Message): Promise<void> {
  if (!quote) return
  const { ID, sequence, time } = quote
  const result = await jumpTo(kit, conversationID, { ID, sequence, time })
  if (!result.ok) kit.report(result.error)
}

/** In a group: `@name` into the field. */
function mentionSender({ kit, conversationID }: RowHost, { from, name, own }: Message): void {
  if (own || !conversationID.startsWith('GROUP')) return
  platform.vibrate()
  mention(kit, conversationID, { userID: from, name })
}

const link = ({ kit }: RowHost, _message: Message, { url, type }: RowDetail): Promise<void> | undefined =>
  url ? openLink(url, type as LinkType, kit.t()) : undefined

function select({ kit, conversationID }: RowHost, { id }: Message): void {
  if (!toggleSelected(kit, conversationID, id))
    platform.toast(kit.t()('select.most', { count: MOST_SELECTED }))
}

type RowHandler = (host: RowHost, message: Message, detail: RowDetail) => unknown

const HANDLERS: Readonly<Record<string, RowHandler>> = {
  open,
  failedtap: failedTap,
  reedit: (host, { content }) => content.type === 'text' && host.edit(content.text),
  quote: toQuoted,
  mention: mentionSender,
  avatar: ({ person }, { from, conversationID }) =>
    tapHandled({ type: 'avatar', userID: from, conversationID }) || person(from),
  link,
  react: ({ kit, conversationID }, { id }, { reactionID }) =>
    reactionID && react(kit, conversationID, id, reactionID),
  readers: ({ kit, conversationID }, { id }) => openReaders(kit, conversationID, id),
  select,
  cancel: ({ kit, conversationID }, { id }) =>
    cancelDownload(kit, id) || cancelUpload(kit, conversationID, id),
}

/** Does what a touch on a row is for. What a recalled message was is gone, except for its own text. */
export function onRowEvent(host: RowHost, name: string, detail: RowDetail): void {
  const message = messageOf(host.kit, host.conversationID, detail.id)
  if (!message || (message.revoked && name !== 'reedit' && name !== 'avatar')) return
  void HANDLERS[name]?.(host, message, detail)
}
