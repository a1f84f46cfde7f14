import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { toolsFor } from '../registry/input-panel'
import { stickerPacks, type Sticker } from '../registry/stickers'
import { isLasting } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import type { State } from '../store/state'
import { findMessage, newestMessage } from '../store/thread'
import { errorText } from './error-text'

export interface ComposerView {
  /** What stands over the field: the message that is answered, or the one that is being changed. */
  bar: '' | 'quote' | 'edit'
  barText: string
  /** Why the newest message did not arrive, when that concerns the next one too. */
  hint: string
}

const BAR_LENGTH = 80

function hintText(state: State, conversationID: string, t: Translate): string {
  const thread = state.messages[conversationID]
  const newest = thread && newestMessage(thread)
  const error = newest?.status === 'failed' ? newest.error : undefined
  return error && isLasting(error.code) ? errorText(error, t) : ''
}

export function composerView(state: State, conversationID: string, t: Translate): ComposerView {
  const { quote, editing } = state.composers[conversationID] ?? {}
  const hint = hintText(state, conversationID, t)
  if (editing) {
    const thread = state.messages[conversationID]
    const content = thread && findMessage(thread, ({ id }) => id === editing)?.content
    const words = content?.type === 'text' ? clip(singleLine(content.text), BAR_LENGTH) : ''
    return { bar: 'edit', barText: words, hint }
  }
  if (!quote) return { bar: '', barText: '', hint }
  const thread = state.messages[conversationID]
  const origin = thread && findMessage(thread, ({ ID }) => ID === quote.ID)
  if (origin?.revoked) return { bar: 'quote', barText: t('quote.recalled'), hint }
  const words = t('chat.messageFrom', { name: quote.name }) + quote.summary
  return { bar: 'quote', barText: clip(singleLine(words), BAR_LENGTH), hint }
}

export interface ToolView {
  id: string
  label: string
  icon: string
}

/** The entries of the panel behind the plus. */
export function toolViews(conversationID: string, t: Translate): ToolView[] {
  const type = parseConversationID(conversationID)?.type
  if (!type) return []
  return toolsFor({ conversationID, type }).map(({ id, label, icon }) => ({ id, label: label(t), icon }))
}

export interface StickerPackView {
  /** `index` of the pack, as text. */
  id: string
  name: string
  /** What its tab shows: an emoji, or the address of a picture. */
  emoji: string
  url: string
  stickers: { id: string; name: string; emoji: string; url: string }[]
}

const stickerView = ({ id, name, emoji = '', url = '' }: Sticker) => ({ id, name, emoji, url })

/** Packs of stickers that hosts have added. */
export const stickerViews = (): StickerPackView[] =>
  stickerPacks()
    .filter(({ stickers }) => stickers.length)
    .map(({ index, name, stickers }) => {
      const all = stickers.map(stickerView)
      const { emoji = '', url = '' } = all[0] ?? {}
      return { id: String(index), name, emoji, url, stickers: all }
    })
