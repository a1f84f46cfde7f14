import type { Message } from '../store/types'

/** One picture or video of the chat, to be looked at in full. */
export interface GalleryItem {
  type: 'image' | 'video'
  url: string
  /** Of a video. */
  poster: string
}

function itemOf({ content, revoked }: Message): GalleryItem | undefined {
  if (revoked) return undefined
  if (content.type === 'image') {
    const url = content.original.url || content.large.url
    return url ? { type: 'image', url, poster: '' } : undefined
  }
  if (content.type !== 'video' || !content.url) return undefined
  return { type: 'video', url: content.url, poster: content.poster.url }
}

/** The platform shows no more at once. */
const MOST = 100

/**
 * The pictures and videos around a message, oldest first, and which of them it is.
 * @param messages oldest first
 * @returns `undefined` when the message is none that can be looked at
 */
export function galleryOf(
  messages: readonly Message[],
  id: string,
): { items: GalleryItem[]; current: number } | undefined {
  const items: GalleryItem[] = []
  let at = -1
  for (const message of messages) {
    const item = itemOf(message)
    if (!item) continue
    if (message.id === id) at = items.length
    items.push(item)
  }
  if (at < 0) return undefined
  const start = Math.max(0, Math.min(at - MOST / 2, items.length - MOST))
  return { items: items.slice(start, start + MOST), current: at - start }
}
