import { communityOf, parseConversationID } from '../store/conversation-id'
import { loadGroup } from './groups'
import type { Kit } from './kit'

/** Asks what the user may do in a group; live messages keep it up to date from then on. SDK: `getGroupProfile`. */
export async function loadAccess(kit: Kit, conversationID: string): Promise<void> {
  const parsed = parseConversationID(conversationID)
  if (parsed?.type === 'GROUP') await loadGroup(kit, communityOf(parsed.target))
}
