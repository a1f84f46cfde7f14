import type { Kit } from './kit'
import { countUnread } from '../store/thread'
import { changeThread } from './change-thread'
import { loadOlder } from './load-older'

/** History is paged in for at most this many pages: whoever has more unread than that scrolls on by himself. */
const MAX_PAGES = 20

/** No first unread message is looked for any more: the reader has been there, or does not want to go. */
function forgetUnread(kit: Kit, conversationID: string): void {
  changeThread(kit, conversationID, (thread) =>
    thread.unreadAtOpen ? { ...thread, unreadAtOpen: 0 } : thread,
  )
}

/**
 * Loads history back to the first message that was unread when the chat was opened.
 * @returns the local id of that message, or of the oldest one that could be loaded; empty when there is none
 */
export async function findUnread(kit: Kit, conversationID: string): Promise<string> {
  const thread = () => kit.store.get().messages[conversationID]
  for (let page = 0; page < MAX_PAGES; page++) {
    const now = thread()
    if (!now || now.complete || countUnread(now).count >= now.unreadAtOpen) break
    const result = await loadOlder(kit, conversationID)
    if (!result.ok) break
  }
  const found = thread()
  forgetUnread(kit, conversationID)
  return found ? countUnread(found).id : ''
}
