import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'
import { changeOverlay, openOverlay } from './overlays'

/** Loads what an opened merged history holds. SDK: `downloadMergerMessage`, when it is not in the message. */
export async function loadHistory(kit: Kit, message: Message): Promise<Result<void>> {
  changeOverlay(kit, 'history', message.id, (overlay) => ({ ...overlay, error: undefined }))
  const result = await attempt('downloadMergerMessage', () => kit.sdk.mergedMessages(message))
  changeOverlay(kit, 'history', message.id, (overlay) =>
    result.ok ? { ...overlay, messages: result.value } : { ...overlay, error: result.error },
  )
  if (result.ok) return { ok: true, value: undefined }
  kit.reportQuietly(result.error)
  return result
}

/** Opens a merged history over the chat, or over the history that it lies in. */
export function openHistory(kit: Kit, message: Message): Promise<Result<void>> | undefined {
  const { conversationID, id, content } = message
  if (content.type !== 'merger') return undefined
  const open = kit.store.get().overlays.some((overlay) => overlay.type === 'history' && overlay.id === id)
  // Two taps are one.
  if (open) return undefined
  openOverlay(kit, { type: 'history', conversationID, id, title: content.title, source: message })
  return loadHistory(kit, message)
}
