import { findMessage, removeMessage } from '../store/thread'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import type { Kit } from './kit'
import { takeBack } from './outbox'

/**
 * Takes back a message that is being uploaded or that waits for the network: its row goes, and nobody else gets it.
 * Does nothing for any other message. The SDK has no call for it; see {@link SendCalls.withhold}.
 */
export async function cancelUpload(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  const taken = message && takeBack(kit, conversationID, id)
  if (!message || !taken) return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) => removeMessage(before, id))
  return attempt('cancelUpload', () => (taken.started ? kit.sdk.withhold(message) : kit.sdk.discard(message)))
}
