import { singleLine, utf8Length } from '../../utils/text'
import { NOT_READY, TEXT_TOO_LONG } from '../store/codes'
import type { Kit } from './kit'
import { addNewer, changeMessages } from '../store/thread'
import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** UTF-8 bytes. Tencent refuses messages over 12 KB, what stands around the text included. */
const MAX_TEXT_BYTES = 11_000

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

/**
 * Puts a text into its thread as being sent. Fails, and leaves nothing behind, when it cannot be sent at all: too
 * long, not logged in, not a conversation. SDK: `createTextMessage`.
 * @returns the message to deliver; nothing for a text without a visible character
 */
export async function composeText(
  kit: Kit,
  conversationID: string,
  text: string,
): Promise<Result<Message | undefined>> {
  const body = text.trim()
  if (!singleLine(body)) return { ok: true, value: undefined }
  const refuse = (code: number, cause: string): Result<Message> => ({
    ok: false,
    error: { code, op: 'createTextMessage', retryable: true, cause },
  })
  const { session, messages } = kit.store.get()
  if (utf8Length(body) > MAX_TEXT_BYTES) return refuse(TEXT_TOO_LONG, `longer than ${MAX_TEXT_BYTES} bytes`)
  if (session.phase !== 'ready' || !messages[conversationID])
    return refuse(NOT_READY, 'the chat is not open yet')
  const created = await attempt('createTextMessage', () => kit.sdk.createText(conversationID, body))
  if (created.ok) changeThread(kit, conversationID, (thread) => addNewer(thread, [created.value]))
  return created
}

/** Shows the text as being sent at once, then sends it. */
export async function sendText(kit: Kit, conversationID: string, text: string): Promise<Result<void>> {
  const composed = await composeText(kit, conversationID, text)
  if (!composed.ok) {
    kit.report(composed.error)
    return composed
  }
  return composed.value ? deliver(kit, composed.value) : { ok: true, value: undefined }
}
