import { findMessage } from '../../core/store/thread'
import type { Thread } from '../../core/store/types'
import { galleryOf } from '../../core/views/gallery'
import { platform } from '../../platform/index'

/**
 * Shows what a message is about in full, by means of the platform: a picture, a file, a place.
 * @returns whether that worked; `undefined` when there is nothing to be shown
 */
export async function openMessage(thread: Thread | undefined, id: string): Promise<boolean | undefined> {
  const message = thread && findMessage(thread, (one) => one.id === id)
  if (!message || message.revoked) return undefined
  const { content } = message
  const gallery = galleryOf(thread, id)
  if (gallery) return platform.showMedia(gallery.items, gallery.current)
  if (content.type === 'file') return content.url ? platform.openFile(content.url) : false
  if (content.type !== 'location') return undefined
  const { latitude, longitude, description } = content
  return platform.openPlace({ latitude, longitude, name: description })
}
