import { singleLine } from '../../utils/text'
import type { Kit } from './kit'
import { addNewer, changeMessages } from '../store/thread'
import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** Tencent refuses messages over 12 KB; in UTF-8 a Chinese character takes 3 bytes. */
export const MAX_TEXT_LENGTH = 4000

/**
 * Sends a message that is in its thread already and keeps its row up to date.
 * SDK: `sendMessage`, or `resendMessage` for one that failed.
 */
export async function deliver(kit: Kit, message: Message): Promise<Result<void>> {
  const result = await attempt('sendMessage', () => kit.sdk.send(message))
  changeThread(kit, message.conversationID, (thread) =>
    changeMessages(thread, (row) => {
      if (row.id !== message.id) return row
      // A read receipt may overtake the reply to the send.
      if (result.ok)
        return {
          ...result.value,
          id: row.id,
          status: 'sent',
          peerRead: row.peerRead || result.value.peerRead,
        }
      return { ...row, status: 'failed', error: result.error }
    }),
  )
  if (result.ok) return { ok: true, value: undefined }
  kit.reportQuietly(result.error)
  return result
}

/** Shows the text as being sent at once, then sends it. Text without a visible character is not sent. */
export async function sendText(kit: Kit, conversationID: string, text: string): Promise<Result<void>> {
  const body = text.trim()
  if (!singleLine(body)) return { ok: true, value: undefined }
  const created = await attempt('createTextMessage', () => kit.sdk.createText(conversationID, body))
  if (!created.ok) {
    kit.report(created.error)
    return created
  }
  changeThread(kit, conversationID, (thread) => addNewer(thread, [created.value]))
  return deliver(kit, created.value)
}
