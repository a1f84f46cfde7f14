import { parseConversationID } from '../store/conversation-id'
import { applyUpdate } from '../store/apply-updates'
import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'

const groupOf = (conversationID: string): string | undefined => {
  const parsed = parseConversationID(conversationID)
  return parsed?.type === 'GROUP' ? parsed.target : undefined
}

/** Loads what is pinned in a group; a failure leaves it unknown. SDK: `getPinnedGroupMessageList`. */
export async function loadPinned(kit: Kit, conversationID: string): Promise<Result<void>> {
  const groupID = groupOf(conversationID)
  if (!groupID) return { ok: true, value: undefined }
  const result = await attempt('getPinnedGroupMessageList', () => kit.sdk.pinnedMessages(groupID))
  if (!result.ok) {
    // Small groups on small plans have no pins: nobody has to hear of it.
    kit.reportQuietly(result.error)
    return result
  }
  const messages = result.value.map((message) => ({ ...message, conversationID }))
  kit.store.set(({ pinned }) => ({ pinned: { ...pinned, [conversationID]: messages } }))
  return { ok: true, value: undefined }
}

/** Pins a message for all members of its group, or takes it down. SDK: `pinGroupMessage`. */
export async function pinMessage(
  kit: Kit,
  conversationID: string,
  message: Message,
  pinned: boolean,
): Promise<Result<void>> {
  const groupID = groupOf(conversationID)
  if (!groupID) return { ok: true, value: undefined }
  const result = await attempt('pinGroupMessage', () => kit.sdk.pinMessage(groupID, message, pinned))
  if (!result.ok) {
    kit.report(result.error)
    return result
  }
  // The event comes to the other members only, or later.
  kit.store.set((state) =>
    applyUpdate(state, { type: 'pinned', conversationID, ID: message.ID, ...(pinned && { message }) }),
  )
  return result
}
