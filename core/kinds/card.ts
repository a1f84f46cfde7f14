import type { Translate } from '../../locales/index'
import { clip, clipMiddle, singleLine } from '../../utils/text'
import type { MessageContent } from '../store/types'
import { sizeWords } from '../../locales/words'

/** A message whose body is a card: a file, a place, a merged history. */
export interface CardView {
  /** A Lucide icon of the kit's set; empty: none. */
  icon: string
  title: string
  lines: { id: string; text: string }[]
  /** What kind of thing it is, under a line; empty: the icon tells. */
  tag: string
  /** A tap shows it in full. */
  opens: boolean
}

const TITLE_LENGTH = 60
/** Two lines of the card, in letters. */
const NAME_WIDTH = 34
const LINE_LENGTH = 80

const line = (text: string, max: number): string => clip(singleLine(text), max)

const linesOf = (texts: readonly string[]): CardView['lines'] =>
  texts.map((text, at) => ({ id: `line-${at}`, text: line(text, LINE_LENGTH) }))

const ICONS: readonly (readonly [icon: string, endings: readonly string[]])[] = [
  ['file-image', ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'heic', 'svg']],
  ['file-video', ['mp4', 'mov', 'm4v', 'avi', 'mkv', 'webm', 'wmv']],
  ['file-audio', ['mp3', 'm4a', 'wav', 'aac', 'amr', 'flac', 'ogg']],
  ['file-sheet', ['xls', 'xlsx', 'csv', 'numbers', 'et']],
  ['file-archive', ['zip', 'rar', '7z', 'gz', 'tar']],
]

/** By its ending, which says what opens it. */
function fileIcon(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return ICONS.find(([, endings]) => endings.includes(ending))?.[0] ?? 'file'
}

/** @returns `undefined` for content that is no card */
export function cardView(content: MessageContent, t: Translate): CardView | undefined {
  switch (content.type) {
    case 'file':
      return {
        icon: fileIcon(content.name),
        title: clipMiddle(singleLine(content.name), NAME_WIDTH) || t('card.file'),
        lines: linesOf([sizeWords(content.bytes)]),
        tag: '',
        opens: true,
      }
    case 'location':
      return {
        icon: 'place',
        title: line(content.description, TITLE_LENGTH) || t('card.place'),
        lines: [],
        tag: line(content.description, 1) ? t('card.place') : '',
        opens: true,
      }
    case 'merger':
      return {
        icon: '',
        title: line(content.title, TITLE_LENGTH) || t('card.history'),
        lines: linesOf(content.abstracts),
        tag: line(content.title, 1) ? t('card.history') : '',
        opens: true,
      }
    default:
      return undefined
  }
}
