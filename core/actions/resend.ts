import type { Kit } from './kit'
import { showsProgress } from '../store/outgoing'
import { changeMessages, findMessage } from '../store/thread'
import type { Result } from '../store/types'
import { changeThread } from './change-thread'
import { deliver } from './outbox'

/** Sends a failed message again, in its old place. Does nothing for any other message. SDK: `resendMessage`. */
export async function resend(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (message?.status !== 'failed') return { ok: true, value: undefined }
  const progress = showsProgress(message.content.type) ? 0 : undefined
  changeThread(kit, conversationID, (before) =>
    changeMessages(before, (row) =>
      row.id === id ? { ...row, status: 'sending', error: undefined, progress } : row,
    ),
  )
  return deliver(kit, message)
}
