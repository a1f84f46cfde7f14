import type { Result } from '../store/types'
import { changeConversations, findConversations } from './change-conversation'
import type { Kit } from './kit'

/** Gives a conversation the dot of unread ones, although all of it was read. SDK: `markConversation`. */
export const markUnread = (kit: Kit, conversationID: string): Promise<Result<void>> =>
  changeConversations(kit, 'markConversation', [conversationID], { markedUnread: true }, () =>
    kit.sdk.markConversation(conversationID, 'unread', true),
  )

/** Takes that dot away again: the chat was opened. Does nothing where there is none. SDK: `markConversation`. */
export async function clearUnreadMark(kit: Kit, conversationID: string): Promise<Result<void>> {
  const [conversation] = findConversations(kit, [conversationID])
  if (!conversation?.markedUnread) return { ok: true, value: undefined }
  return changeConversations(kit, 'markConversation', [conversationID], { markedUnread: undefined }, () =>
    kit.sdk.markConversation(conversationID, 'unread', false),
  )
}

/** Reads conversations without opening them. SDK: `setMessageRead`, and `markConversation` for those marked by hand. */
export async function markAllRead(kit: Kit, conversationIDs: readonly string[]): Promise<Result<void>> {
  const due = findConversations(kit, conversationIDs).filter(
    ({ unread, markedUnread }) => unread || markedUnread,
  )
  if (!due.length) return { ok: true, value: undefined }
  const ids = due.map(({ conversationID }) => conversationID)
  const read = { unread: 0, markedUnread: undefined, mention: undefined, mentioned: undefined }
  return changeConversations(kit, 'setMessageRead', ids, read, async () => {
    for (const { conversationID, unread, markedUnread } of due) {
      if (unread) await kit.sdk.markRead(conversationID)
      if (markedUnread) await kit.sdk.markConversation(conversationID, 'unread', false)
    }
  })
}
