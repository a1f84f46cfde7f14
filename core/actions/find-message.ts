import { allMessages, findMessage } from '../store/thread'
import type { Message } from '../store/types'
import type { Kit } from './kit'

/** A loaded message by its local id. */
export function messageOf(kit: Kit, conversationID: string, id: string): Message | undefined {
  const thread = kit.store.get().messages[conversationID]
  return thread && findMessage(thread, (message) => message.id === id)
}

/** Loaded messages by their local ids, oldest first; those that were recalled or deleted meanwhile are left out. */
export function messagesOf(kit: Kit, conversationID: string, ids: readonly string[]): Message[] {
  const thread = kit.store.get().messages[conversationID]
  const wanted = new Set(ids)
  return thread ? allMessages(thread).filter(({ id, revoked }) => wanted.has(id) && !revoked) : []
}
