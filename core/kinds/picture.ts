import type { Translate } from '../../locales/index'
import type { MessageContent, Picture } from '../store/types'

/** A picture, or the cover of a video, in a bubble. */
export interface PictureView {
  /** Empty: there is nothing that may be loaded. */
  url: string
  /** The size that it is drawn in, px: known before it has loaded, so that nothing moves. */
  width: number
  height: number
  /** `1:05` on the cover of a video; empty for images. */
  duration: string
  /** What a screen reader says. */
  label: string
}

const LONGEST_EDGE = 180
/** Still easy to tap. What sticks out of it is cut off. */
const SHORTEST_EDGE = 60
/** When nobody said how large it is. */
const UNKNOWN_EDGE = 120

function fitted({ width, height }: Picture): { width: number; height: number } {
  if (!width || !height) return { width: UNKNOWN_EDGE, height: UNKNOWN_EDGE }
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  const edge = (length: number): number => Math.max(SHORTEST_EDGE, Math.round(length * scale))
  return { width: edge(width), height: edge(height) }
}

/** Minutes and seconds; nobody sends hours, but they would be minutes too. */
export function clock(seconds: number): string {
  const whole = Math.min(Math.round(seconds), 359_999)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** @returns `undefined` for content that is no picture */
export function pictureView(content: MessageContent, t: Translate): PictureView | undefined {
  if (content.type === 'image') {
    const { thumbnail, original } = content
    // Thumbnails are sometimes sent without a size, and have the proportions of the original.
    const sized = thumbnail.width && thumbnail.height ? thumbnail : original
    return { url: thumbnail.url, ...fitted(sized), duration: '', label: t('picture.image') }
  }
  if (content.type !== 'video') return undefined
  const { poster, seconds } = content
  return { url: poster.url, ...fitted(poster), duration: clock(seconds), label: t('picture.video') }
}
