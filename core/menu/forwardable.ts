import { isSaid } from '../registry/message-kinds'
import type { Message } from '../store/types'

/** Whether a message can be sent to somebody else: what was not sent, and lines in the middle, belong where they are. */
export const isForwardable = (message: Message): boolean =>
  message.status === 'sent' && !message.revoked && message.content.type !== 'other' && isSaid(message.content)
