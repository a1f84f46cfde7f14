import type { Translate } from '../../locales/index'
import type { Message, MessageContent } from '../store/types'

/** What a view is made from besides the content. */
export interface BodyContext {
  t: Translate
  message: Message
  /** The user who is logged in; empty when nobody said. */
  me?: string
}

/** Whose message it is, where its words depend on that. */
export type Sender = Pick<Message, 'own' | 'from' | 'name'>

/**
 * How one kind of message is recognised, told in words and shown. The built-in kinds use the same form as a host's
 * own. A kind is pure data: what it looks like is its component's business.
 */
export interface MessageKind {
  /** Names the body component that shows it. */
  kind: string
  match: (content: MessageContent) => boolean
  /** One line for previews; line breaks are taken out by the caller. `sender` is missing where nobody knows. */
  summary: (content: MessageContent, t: Translate, sender?: Sender) => string
  /** What the body component shows: plain data, strings ready to be read. */
  view?: ((content: MessageContent, context: BodyContext) => object | undefined) | undefined
  /** The body brings its own surface: no bubble around it. */
  bare?: boolean | undefined
}

/** The row's own text, with parts that can be tapped. */
export const TEXT_KIND = 'text'
/** A centred line instead of a bubble. */
export const NOTICE_KIND = 'notice'
/** An image, or the cover of a video. */
export const PICTURE_KIND = 'picture'
/** A file, a place, a merged history. */
export const CARD_KIND = 'card'
export const FACE_KIND = 'face'
export const ORDER_KIND = 'order'
export const EVALUATION_KIND = 'evaluation'
export const LINK_KIND = 'link'
export const CALL_KIND = 'call'
/** The system asks for a decision. */
export const ASK_KIND = 'ask'
