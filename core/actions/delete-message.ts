import type { Kit } from './kit'
import { findMessage, removeMessage } from '../store/thread'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** Removes a message for this user only. SDK: `deleteMessage`. */
export async function deleteMessage(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (!message) return { ok: true, value: undefined }
  const result = await attempt('deleteMessage', () => kit.sdk.remove(message))
  if (!result.ok) {
    kit.report(result.error)
    return result
  }
  changeThread(kit, conversationID, (before) => removeMessage(before, id))
  return result
}
