import { isGone } from '../store/codes'
import { changeThread } from './change-thread'
import type { Kit } from './kit'
import { loadConversations } from './load-conversations'
import { openChat } from './open-chat'

/** The connection is back: what could not be loaded without it is asked for again. */
export function recover(kit: Kit): void {
  const { conversations, openChat: open, messages } = kit.store.get()
  if (conversations.phase === 'failed') void loadConversations(kit)
  const thread = open && messages[open.conversationID]
  if (!open || !thread?.error || isGone(thread.error.code)) return
  if (thread.phase === 'failed') void openChat(kit, open.conversationID)
  // The list asks by itself for older messages when nothing speaks against it.
  else changeThread(kit, open.conversationID, (before) => ({ ...before, error: undefined }))
}
