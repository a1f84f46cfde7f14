import type { MessageContent } from '../store/types'
import type { MenuContext } from './entry'

/** The picture or video of a message, as large as there is. */
export function mediaOf(content: MessageContent): { type: 'image' | 'video'; url: string } | undefined {
  if (content.type === 'video') return content.url ? { type: 'video', url: content.url } : undefined
  if (content.type !== 'image') return undefined
  const url = content.original.url || content.large.url
  return url ? { type: 'image', url } : undefined
}

/** Puts it into the phone's album, and says how it went. */
export async function saveMedia({ message, device, t }: MenuContext): Promise<void> {
  const media = mediaOf(message.content)
  if (!media) return
  const answer = await device.saveMedia(media)
  if (answer === 'cancelled') return
  if (answer === 'refused' || answer === 'forbidden') {
    const question = { text: t('menu.albumRefused'), yes: t('pick.toSettings'), no: t('common.cancel') }
    if (await device.confirm(question)) await device.permissions.openSettings('writePhotosAlbum', answer)
    return
  }
  device.toast(t(answer === 'saved' ? 'menu.saved' : 'menu.saveFailed'))
}
