import { mediaUrl } from '../../utils/read'
import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { emojiOf } from './emoji-tokens'
import { FACE_KIND, type MessageKind } from './kind'
import { findSticker, type Sticker } from './stickers'

/** A sticker, large and without a bubble. */
export interface FaceView {
  /** Empty: it is an emoji. */
  url: string
  emoji: string
  /** What a screen reader says. */
  label: string
}

/** One emoji with everything joined to it is not longer. */
const EMOJI_LENGTH = 16
const NAME_LENGTH = 20

/** A sticker of a pack, or an emoji that somebody sent as one. */
function stickerOf(content: MessageContent): Sticker | undefined {
  if (content.type !== 'face') return undefined
  const known = findSticker(content.index, content.data)
  if (known) return known
  const emoji = content.data.length <= 2 * EMOJI_LENGTH ? emojiOf(content.data) : ''
  if (!emoji || emoji.length > EMOJI_LENGTH || !singleLine(emoji)) return undefined
  return { id: content.data, name: '', emoji }
}

const labelOf = ({ name }: Sticker, t: Translate): string =>
  clip(singleLine(name), NAME_LENGTH) || t('face.label')

function faceView(content: MessageContent, t: Translate): FaceView | undefined {
  const sticker = stickerOf(content)
  return sticker && { url: mediaUrl(sticker.url), emoji: sticker.emoji ?? '', label: labelOf(sticker, t) }
}

/** Stickers that can be drawn; the others are told in words. */
export const faceKind: MessageKind = {
  kind: FACE_KIND,
  bare: true,
  match: (content) => stickerOf(content) !== undefined,
  summary: (content, t) => {
    const name = singleLine(stickerOf(content)?.name ?? '')
    return name ? t('kind.faceNamed', { name: clip(name, NAME_LENGTH) }) : t('kind.face')
  },
  view: (content, { t }) => faceView(content, t),
}
