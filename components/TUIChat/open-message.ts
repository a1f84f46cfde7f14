import type { Kit } from '../../core/actions/kit'
import { openFile } from '../../core/actions/open-file'
import type { Message } from '../../core/store/types'
import { galleryOf } from '../../core/views/gallery'
import { platform } from '../../platform/index'

/**
 * Shows what a message is about in full, by means of the platform: a picture, a file, a place.
 * @param around the messages that it is shown with, oldest first: their pictures are one gallery
 * @param kit where a row of its chat tells how much of a file is there; without it the screen waits
 * @returns whether that worked; `undefined` when there is nothing to be shown
 */
export async function openMessage(
  around: readonly Message[],
  message: Message,
  kit?: Kit,
): Promise<boolean | undefined> {
  const { content } = message
  const gallery = galleryOf(around, message.id)
  if (gallery) return platform.showMedia(gallery.items, gallery.current)
  if (content.type === 'file') {
    if (kit) return openFile(kit, platform, message)
    return content.url ? (await platform.openFile(content).ended) !== 'failed' : false
  }
  if (content.type !== 'location') return undefined
  const { latitude, longitude, description } = content
  return platform.openPlace({ latitude, longitude, name: description })
}
