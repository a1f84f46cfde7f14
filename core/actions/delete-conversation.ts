import { emptyThread } from '../store/thread'
import type { Result } from '../store/types'
import { changeConversations } from './change-conversation'
import { changeThread } from './change-thread'
import type { Kit } from './kit'

function forget(kit: Kit, conversationIDs: readonly string[]): void {
  kit.store.set(({ messages }) => {
    const left = { ...messages }
    for (const conversationID of conversationIDs) delete left[conversationID]
    return { messages: left }
  })
}

/**
 * Takes conversations off the list, with their messages or without. With the messages kept they come back with the
 * next one. SDK: `deleteConversation`.
 */
export async function deleteConversations(
  kit: Kit,
  conversationIDs: readonly string[],
  withHistory: boolean,
): Promise<Result<void>> {
  const result = await changeConversations(kit, 'deleteConversation', conversationIDs, undefined, () =>
    kit.sdk.deleteConversations(conversationIDs, withHistory),
  )
  if (result.ok && withHistory) forget(kit, conversationIDs)
  return result
}

/** Deletes the messages of a conversation for this user; it stays in the list. SDK: `clearHistoryMessage`. */
export async function clearHistory(kit: Kit, conversationID: string): Promise<Result<void>> {
  const empty = {
    last: undefined,
    cleared: true,
    unread: 0,
    mention: undefined,
    mentioned: undefined,
  }
  const result = await changeConversations(kit, 'clearHistoryMessage', [conversationID], empty, () =>
    kit.sdk.clearHistory(conversationID),
  )
  if (result.ok)
    changeThread(kit, conversationID, () => ({ ...emptyThread(), phase: 'ready', complete: true }))
  return result
}
