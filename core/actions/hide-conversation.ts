import type { Conversation, Result } from '../store/types'
import { attempt } from './attempt'
import { changeConversations } from './change-conversation'
import type { Kit } from './kit'

/** Leaves a conversation out of the list until somebody writes in it. SDK: `markConversation`. */
export const hideConversation = (kit: Kit, conversationID: string): Promise<Result<void>> =>
  changeConversations(kit, 'markConversation', [conversationID], { hidden: true }, () =>
    kit.sdk.markConversation(conversationID, 'hide', true),
  )

const isNewer = (before: Conversation, { last, unread }: Conversation): boolean =>
  unread > before.unread || (last !== undefined && last.time > (before.last?.time ?? 0))

/**
 * Brings hidden conversations back to the list as soon as there is something new in them.
 * @returns the function that stops it
 */
export function createRevealer(kit: Kit): () => void {
  let seen = kit.store.get().conversations.list
  return kit.store.subscribe(() => {
    const { list } = kit.store.get().conversations
    if (list === seen) return
    const before = new Map(seen.map((conversation) => [conversation.conversationID, conversation]))
    seen = list
    for (const conversation of list) {
      const old = conversation.hidden && before.get(conversation.conversationID)
      if (old && old.hidden && isNewer(old, conversation)) void reveal(kit, conversation.conversationID)
    }
  })
}

async function reveal(kit: Kit, conversationID: string): Promise<void> {
  const result = await attempt('markConversation', () =>
    kit.sdk.markConversation(conversationID, 'hide', false),
  )
  if (!result.ok) kit.reportQuietly(result.error)
}
