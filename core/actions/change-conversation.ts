import { beginChange, endChange, type PendingChange } from '../store/conversations'
import type { Conversation, Result } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'

/** The conversations of these IDs that are in the list. */
export const findConversations = (kit: Kit, conversationIDs: readonly string[]): Conversation[] =>
  kit.store.get().conversations.list.filter(({ conversationID }) => conversationIDs.includes(conversationID))

/**
 * Shows a change of conversations at once, makes it, and takes it back when it fails. The failure is reported.
 * @param fields what is different then; nothing: they are deleted
 */
export async function changeConversations(
  kit: Kit,
  op: string,
  conversationIDs: readonly string[],
  fields: Partial<Conversation> | undefined,
  call: () => Promise<void>,
): Promise<Result<void>> {
  const { logins, userID } = kit.store.get().session
  let begun: PendingChange | undefined
  kit.store.set(({ conversations }) => {
    const { slice, change } = beginChange(conversations, conversationIDs, fields)
    begun = change
    return { conversations: slice }
  })
  const result = await attempt(op, call)
  const change = begun
  kit.store.set(({ conversations, session }) =>
    // Another account may have logged in meanwhile: its list has nothing to do with this.
    change && session.logins === logins && session.userID === userID
      ? { conversations: endChange(conversations, change, result.ok) }
      : {},
  )
  if (!result.ok) kit.report(result.error)
  return result
}
