import { singleLine, utf8Length } from '../../utils/text'
import { TEXT_TOO_LONG } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import { findMessage } from '../store/thread'
import { writeReply } from '../sdk/message-reply'
import type { Message, Quote, Result } from '../store/types'
import type { Kit } from './kit'
import { compose, deliverComposed } from './send-message'

/** UTF-8 bytes. Tencent refuses messages over 12 KB, what stands around the text included. */
const MAX_TEXT_BYTES = 11_000

/** Tells the peer's kit, of Tencent's too, that this one shows when somebody is typing. */
const TYPING_FEATURE = { messageFeature: { needTyping: 1, version: 1 } }

export interface TextExtra {
  /** User IDs, or `EVERYONE`; groups only. */
  mentions?: readonly string[]
  /** The message that this one answers to. */
  quote?: Quote
}

function cloudData(kit: Kit, conversationID: string, quote: Quote | undefined): string | undefined {
  const feature = parseConversationID(conversationID)?.type === 'C2C' ? TYPING_FEATURE : {}
  if (!quote) return 'messageFeature' in feature ? JSON.stringify(feature) : undefined
  const thread = kit.store.get().messages[conversationID]
  const quoted = thread && findMessage(thread, ({ ID }) => ID === quote.ID)
  // What was recalled is not to go out once more.
  const told = quoted?.revoked ? { ...quote, summary: '' } : quote
  return writeReply(told, quoted?.content.type, feature)
}

/**
 * Puts a text into its thread as being sent. Fails, and leaves nothing behind, when it cannot be sent at all: too
 * long, not logged in, not a conversation. SDK: `createTextMessage`, `createTextAtMessage`.
 * @returns the message to deliver; nothing for a text without a visible character
 */
export function composeText(
  kit: Kit,
  conversationID: string,
  text: string,
  { mentions, quote }: TextExtra = {},
): Result<Message | undefined> {
  const body = text.trim()
  if (!singleLine(body)) return { ok: true, value: undefined }
  if (utf8Length(body) > MAX_TEXT_BYTES) {
    const cause = `longer than ${MAX_TEXT_BYTES} bytes`
    return { ok: false, error: { code: TEXT_TOO_LONG, op: 'createTextMessage', retryable: true, cause } }
  }
  const cloudCustomData = cloudData(kit, conversationID, quote)
  return compose(kit, conversationID, { type: 'text', text: body, mentions }, { cloudCustomData })
}

/** Shows the text as being sent at once, then sends it. */
export const sendText = (
  kit: Kit,
  conversationID: string,
  text: string,
  extra: TextExtra = {},
): Promise<Result<void>> => deliverComposed(kit, composeText(kit, conversationID, text, extra))
