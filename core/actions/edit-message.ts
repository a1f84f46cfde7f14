import { singleLine } from '../../utils/text'
import { MESSAGE_GONE } from '../store/codes'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeMessage } from './change-message'
import { messageOf } from './find-message'
import type { Kit } from './kit'

/**
 * Writes another text into an own message that was sent. The row changes when the server has agreed; a refusal is
 * told. Does nothing for the same text, or for one without a visible character. SDK: `modifyMessage`.
 */
export async function editMessage(
  kit: Kit,
  conversationID: string,
  id: string,
  text: string,
): Promise<Result<void>> {
  const message = messageOf(kit, conversationID, id)
  const body = text.trim()
  const done: Result<void> = { ok: true, value: undefined }
  if (!singleLine(body)) return done
  if (!message?.own || message.status !== 'sent' || message.revoked || message.content.type !== 'text') {
    const error = { code: MESSAGE_GONE, op: 'modifyMessage', retryable: false, cause: 'Not a sent text' }
    kit.report(error)
    return { ok: false, error }
  }
  if (message.content.text === body) return done
  const result = await attempt('modifyMessage', () => kit.sdk.edit(message, body))
  if (!result.ok) {
    kit.report(result.error)
    return result
  }
  const { content } = result.value
  // A translation of the old words would be wrong.
  changeMessage(kit, message, (row) => ({ ...row, content, edited: true, translation: undefined }))
  return done
}
