import type { Kit } from './kit'
import { changeMessages, findMessage } from '../store/thread'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** Takes back a message that was sent. SDK: `revokeMessage`; the server says when it is too late. */
export async function revoke(kit: Kit, conversationID: string, id: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (!message || message.status !== 'sent' || message.revoked) return { ok: true, value: undefined }
  const result = await attempt('revokeMessage', () => kit.sdk.revoke(message))
  if (!result.ok) {
    kit.report(result.error)
    return result
  }
  const { revoker } = result.value
  changeThread(kit, conversationID, (before) =>
    changeMessages(before, (row) =>
      row.id === id && !row.revoked ? { ...row, revoked: true, revoker } : row,
    ),
  )
  return { ok: true, value: undefined }
}
