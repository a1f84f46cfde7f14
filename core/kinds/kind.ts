import type { Translate } from '../../locales/index'
import type { Message, MessageContent } from '../store/types'

/** What a view is made from besides the content. */
export interface BodyContext {
  t: Translate
  message: Message
}

/**
 * How one kind of message is recognised, told in words and shown. The built-in kinds use the same form as a host's
 * own. A kind is pure data: what it looks like is its component's business.
 */
export interface MessageKind {
  /** Names the body component that shows it. */
  kind: string
  match: (content: MessageContent) => boolean
  /** One line for previews; line breaks are taken out by the caller. */
  summary: (content: MessageContent, t: Translate) => string
  /** What the body component shows: plain data, strings ready to be read. */
  view?: ((content: MessageContent, context: BodyContext) => object | undefined) | undefined
  /** The body brings its own surface: no bubble around it. */
  bare?: boolean | undefined
}

/** A centred line instead of a bubble. */
export const NOTICE_KIND = 'notice'
/** An image, or the cover of a video. */
export const PICTURE_KIND = 'picture'
/** A file, a place, a merged history. */
export const CARD_KIND = 'card'
