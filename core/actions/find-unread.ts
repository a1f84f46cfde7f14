import { countUnread, findMessage, newestMessage } from '../store/thread'
import type { Thread } from '../store/types'
import { changeThread } from './change-thread'
import { jumpTo, land, pageBackTo } from './jump-to'
import type { Kit } from './kit'

/** From so many unread messages on it is quicker to go there at once than to load all that lies between. */
const FAR = 100

/** No first unread message is looked for any more: the reader has been there, or does not want to go. */
function forgetUnread(kit: Kit, conversationID: string, line: string): void {
  changeThread(kit, conversationID, (thread) =>
    thread.unreadAtOpen ? { ...thread, unreadAtOpen: 0, unreadLine: thread.unreadLine || line } : thread,
  )
}

/** Groups number their messages: the first unread one among many is found without loading the others. 0: not known. */
function firstSequence(thread: Thread): number {
  const { unreadAtOpen, unreadFrom } = thread
  const newest = unreadFrom
    ? findMessage(thread, (message) => message.id === unreadFrom)
    : newestMessage(thread)
  return newest?.sequence && unreadAtOpen >= FAR ? Math.max(1, newest.sequence - unreadAtOpen + 1) : 0
}

/**
 * Leads the list back to the first message that was unread when the chat was opened.
 * @returns the local id of that message, or of the oldest one that could be loaded; empty when there is none
 */
export async function findUnread(kit: Kit, conversationID: string): Promise<string> {
  const thread = (): Thread | undefined => kit.store.get().messages[conversationID]
  const before = thread()
  if (!before?.unreadAtOpen) return ''
  const sequence = firstSequence(before)
  if (sequence) {
    const jumped = await jumpTo(kit, conversationID, { sequence }, { nearest: true, flash: false })
    const id = kit.store.get().jump?.id ?? ''
    if (jumped.ok) forgetUnread(kit, conversationID, id)
    else kit.report(jumped.error)
    return jumped.ok ? id : ''
  }
  await pageBackTo(kit, conversationID, (now) => countUnread(now).count >= now.unreadAtOpen)
  const found = thread()
  const id = found ? countUnread(found).id : ''
  forgetUnread(kit, conversationID, id)
  if (id) land(kit, conversationID, id, false)
  return id
}
