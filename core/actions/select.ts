import { findMessage } from '../store/thread'
import type { Kit } from './kit'

/** No more messages at once: more are neither read as one history, nor forwarded one by one. */
export const MOST_SELECTED = 100

/** Begins to choose messages of a chat, with this one chosen already. */
export const startSelection = (kit: Kit, conversationID: string, id: string): void =>
  kit.store.set(() => ({ selection: { conversationID, ids: [id] } }))

/**
 * Chooses a message, or leaves it out again. Does nothing outside a selection, and for messages that nothing can be
 * done with.
 * @returns false when there are too many already
 */
export function toggleSelected(kit: Kit, conversationID: string, id: string): boolean {
  const { selection, messages } = kit.store.get()
  if (selection?.conversationID !== conversationID) return true
  if (selection.ids.includes(id)) {
    kit.store.set(() => ({ selection: { ...selection, ids: selection.ids.filter((known) => known !== id) } }))
    return true
  }
  const thread = messages[conversationID]
  const message = thread && findMessage(thread, (row) => row.id === id)
  if (!message || message.revoked) return true
  if (selection.ids.length >= MOST_SELECTED) return false
  kit.store.set(() => ({ selection: { ...selection, ids: [...selection.ids, id] } }))
  return true
}

export const endSelection = (kit: Kit): void => kit.store.set(() => ({ selection: undefined }))
