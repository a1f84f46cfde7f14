import { clip } from '../../utils/text'
import { withEmoji } from '../kinds/emoji-tokens'
import type { State } from '../store/state'
import { findMessage } from '../store/thread'

/** Longer texts would stop the view; nobody reads on for hours. */
const MAX_LETTERS = 20_000

/** The text of a message as it is read; empty once the message is gone. */
export function textView({ messages }: State, conversationID: string, id: string): string {
  const thread = messages[conversationID]
  const message = thread && findMessage(thread, (one) => one.id === id)
  if (!message || message.revoked || message.content.type !== 'text') return ''
  return clip(withEmoji(message.content.text), MAX_LETTERS)
}
