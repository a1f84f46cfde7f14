import type { Kit } from './kit'
import { changeMessages, findMessage } from '../store/thread'
import type { Result } from '../store/types'
import { changeThread } from './change-thread'
import { deliver } from './send-text'

/** Sends a failed message again, in its old place. Does nothing for any other message. SDK: `resendMessage`. */
export async function resend(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (message?.status !== 'failed') return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) =>
    changeMessages(before, (row) => (row.id === id ? { ...row, status: 'sending', error: undefined } : row)),
  )
  return deliver(kit, message)
}
