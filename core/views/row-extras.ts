import type { Translate } from '../../locales/index'
import { clip, singleLine } from '../../utils/text'
import { emojiOf, withEmoji } from '../kinds/emoji-tokens'
import type { Message, Quote, Reaction } from '../store/types'

/** The message that this one answers to, over its bubble's foot. */
export interface QuoteView {
  /** `Bob: see you there`, or that it was recalled. */
  text: string
}

/** An emoji under the bubble. */
export interface ReactionView {
  /** The reaction's ID. */
  id: string
  emoji: string
  /** Who gave it, or how many. */
  text: string
  mine: boolean
}

/** Made of the message on demand, under its bubble. */
export interface DerivedView {
  id: 'translation' | 'transcript'
  phase: 'loading' | 'ready' | 'failed'
  text: string
}

/** What stands around a body. Keys that a row does not need are not there. */
export interface RowExtras {
  quote?: QuoteView
  reactions?: ReactionView[]
  extra?: DerivedView[]
  /** Of an upload, or of a file that is being fetched, in whole percent. */
  progress?: number
  /** Its sender changed the text. */
  edited?: true
  /** The receipt can be tapped: it tells who has read it. */
  readable?: true
  /** Covered until somebody wants to see it. */
  risky?: true
  /** Its sender wants to know when it was seen. */
  due?: true
}

const QUOTE_LENGTH = 80
const DERIVED_LENGTH = 2000
/** Kinds of reaction under one bubble; the rest is in the list of those who reacted. */
const MAX_REACTIONS = 12
/** With more people than this they are counted. */
const NAMED = 2
const NAME_LENGTH = 8

/** Custom IDs of Tencent's kits may be words: those are cut, not drawn over the screen. */
const REACTION_LENGTH = 12

export function quoteView({ name, summary }: Quote, recalled: boolean, t: Translate): QuoteView {
  if (recalled) return { text: t('quote.recalled') }
  const words = clip(singleLine(withEmoji(summary)), QUOTE_LENGTH) || t('quote.unknown')
  return { text: name ? t('chat.messageFrom', { name }) + words : words }
}

function reactionView({ reactionID, count, mine, names }: Reaction): ReactionView {
  const known = names.map((name) => clip(singleLine(name), NAME_LENGTH)).filter(Boolean)
  const named = known.length === count && count <= NAMED
  return {
    id: reactionID,
    emoji: clip(emojiOf(reactionID) || singleLine(reactionID), REACTION_LENGTH),
    text: named ? known.join(' ') : count > 999 ? '999+' : String(count),
    mine,
  }
}

function derivedViews({ translation, transcript }: Message, t: Translate): DerivedView[] {
  const view = (
    id: DerivedView['id'],
    { phase, text }: NonNullable<Message['translation']>,
  ): DerivedView => ({
    id,
    phase,
    text:
      phase === 'ready'
        ? clip(withEmoji(text), DERIVED_LENGTH)
        : t(phase === 'failed' ? `derived.${id}Failed` : `derived.${id}Loading`),
  })
  return [
    ...(transcript ? [view('transcript', transcript)] : []),
    ...(translation ? [view('translation', translation)] : []),
  ]
}

/** The read count of an own message in a group. */
export function readersText({ own, status, readers }: Message, t: Translate): string {
  if (!own || status !== 'sent' || !readers || readers.read + readers.unread === 0) return ''
  if (readers.unread === 0) return t('chat.readByAll')
  return readers.read ? t('chat.readBy', { count: readers.read }) : t('chat.readByNobody')
}

const percent = (progress: number): number => Math.round(Math.min(Math.max(progress || 0, 0), 1) * 100)

export const reactionViews = (reactions: readonly Reaction[]): ReactionView[] =>
  reactions.slice(0, MAX_REACTIONS).map(reactionView)

/** @param quoteRecalled the quoted message was recalled */
export function rowExtras(message: Message, quoteRecalled: boolean, t: Translate): RowExtras {
  if (message.revoked) return {}
  const { quote, reactions, status } = message
  const progress = status === 'sending' ? message.progress : message.download
  const extra = derivedViews(message, t)
  const shown = reactionViews(reactions ?? [])
  return {
    ...(quote && { quote: quoteView(quote, quoteRecalled, t) }),
    ...(shown.length && { reactions: shown }),
    ...(extra.length && { extra }),
    ...(progress !== undefined && { progress: percent(progress) }),
    ...(message.edited && { edited: true as const }),
    ...(readersText(message, t) && { readable: true as const }),
    ...(message.risky && { risky: true as const }),
    ...(message.needsReceipt && !message.own && { due: true as const }),
  }
}
