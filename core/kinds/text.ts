import { clip, hasVisible } from '../../utils/text'
import { textSegments, type TextSegment } from '../../utils/text-segments'
import { EVERYONE, type Message, type MessageContent } from '../store/types'
import { withEmoji } from './emoji-tokens'
import { TEXT_KIND, type MessageKind } from './kind'

/** A part of a text in a bubble. */
export interface TextPart {
  id: string
  text: string
  /** `link`, `phone` and `email` can be tapped; plain text has none. */
  type?: Exclude<TextSegment['type'], 'text'>
  /** It mentions the one who reads it. */
  strong?: true
}

/** A text that is not just plain text. */
export interface TextView {
  parts: TextPart[]
  /** There is more than a bubble shows. */
  clipped?: true
}

/** A bubble shows no more, in UTF-16 units and lines; the rest is there on demand. */
const TEXT_LENGTH = 3000
const TEXT_LINES = 200

/** Parts in a bubble that can be tapped. */
const MAX_PARTS = 60

/** The part of a text that a bubble shows. */
function shownOf(whole: string): string {
  // A wall of nothing would hide what stands above it.
  const text = whole.replace(/\n{4,}/g, '\n\n\n')
  let end = -1
  for (let line = 0; line < TEXT_LINES; line++) {
    end = text.indexOf('\n', end + 1)
    if (end < 0 || end > TEXT_LENGTH) return clip(text, TEXT_LENGTH)
  }
  return `${text.slice(0, end)}…`
}

/** Whether the mention at this place is of whoever reads it: the words stand in the order of the list. */
function isMe(at: number, count: number, mentions: readonly string[], me: string): boolean {
  const forMe = (userID: string | undefined): boolean => userID === EVERYONE || (!!me && userID === me)
  return count === mentions.length ? forMe(mentions[at]) : mentions.some(forMe)
}

function viewOf(text: string, mentions: readonly string[], me: string): TextView | undefined {
  const cut = shownOf(text)
  const segments = textSegments(withEmoji(cut), mentions.length > 0, MAX_PARTS)
  const count = segments.filter(({ type }) => type === 'mention').length
  const clipped = cut.length !== text.length || cut !== text
  if (!clipped && segments.every(({ type }) => type === 'text')) return undefined
  let mention = 0
  const parts = segments.map(({ type, text: words }, at): TextPart => {
    const part = { id: `s${at}`, text: words }
    if (type === 'text') return part
    const strong = type === 'mention' && isMe(mention++, count, mentions, me)
    return { ...part, type, ...(strong && { strong }) }
  })
  return { parts, ...(clipped && { clipped }) }
}

const NOBODY: readonly string[] = []
const madeViews = new WeakMap<MessageContent, { mentions: readonly string[]; me: string; view?: TextView }>()

/** @returns `undefined` for a text without any parts of its own: the row's text is all there is */
export function textView(
  content: MessageContent,
  { mentions = NOBODY }: Message,
  me = '',
): TextView | undefined {
  if (content.type !== 'text') return undefined
  const made = madeViews.get(content)
  if (made && made.mentions === mentions && made.me === me) return made.view
  const view = viewOf(content.text, mentions, me)
  madeViews.set(content, { mentions, me, view })
  return view
}

export const textKind: MessageKind = {
  kind: TEXT_KIND,
  match: (content) => content.type === 'text' && hasVisible(content.text),
  summary: (content) => (content.type === 'text' ? withEmoji(shownOf(content.text)) : ''),
  view: (content, { message, me }) => textView(content, message, me),
}
