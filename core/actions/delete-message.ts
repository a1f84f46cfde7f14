import type { Kit } from './kit'
import { removeMessage } from '../store/thread'
import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import { messagesOf } from './find-message'

/** The SDK takes no more at once. */
const AT_ONCE = 30

/**
 * Removes messages for this user only; what could not be removed stays, and is told. Those that are still being sent
 * are left alone. SDK: `deleteMessage`.
 */
export async function deleteMessages(
  kit: Kit,
  conversationID: string,
  ids: readonly string[],
): Promise<Result<void>> {
  const messages = messagesOf(kit, conversationID, ids).filter(({ status }) => status !== 'sending')
  for (let start = 0; start < messages.length; start += AT_ONCE) {
    const result = await remove(kit, conversationID, messages.slice(start, start + AT_ONCE))
    if (!result.ok) return result
  }
  return { ok: true, value: undefined }
}

async function remove(kit: Kit, conversationID: string, messages: readonly Message[]): Promise<Result<void>> {
  const result = await attempt('deleteMessage', () => kit.sdk.remove(messages))
  if (!result.ok) {
    kit.report(result.error)
    return result
  }
  changeThread(kit, conversationID, (before) =>
    messages.reduce((thread, { id }) => removeMessage(thread, id), before),
  )
  return result
}

/** Removes one message for this user only. SDK: `deleteMessage`. */
export const deleteMessage = (kit: Kit, conversationID: string, id: string): Promise<Result<void>> =>
  deleteMessages(kit, conversationID, [id])
