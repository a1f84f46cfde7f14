import { newPage } from './pages'
import type { State } from './state'
import { addNewer, allMessages, drawUnreadLine, emptyThread } from './thread'
import type { Conversation, Message, Thread } from './types'

/** What a phone keeps of one account: the list, and the newest messages of some chats, oldest first. */
export interface Remembered {
  readonly list: readonly Conversation[]
  readonly chats: readonly (readonly [conversationID: string, messages: readonly Message[]])[]
}

/**
 * Shows what the phone remembered until the SDK knows better; what is loaded already stays.
 * @param rowID allots the local id of a message of the SDK
 */
export function showRemembered(
  { conversations, messages }: State,
  { list, chats }: Remembered,
  rowID: (ID: string) => string,
): Partial<State> {
  const threads: Record<string, Thread> = {}
  for (const [conversationID, page] of chats) {
    const rows = page.map((message) => ({ ...message, id: rowID(message.ID) }))
    threads[conversationID] = { ...emptyThread(), newer: [newPage(rows)], remembered: true }
  }
  const waiting = conversations.phase !== 'ready' && !conversations.list.length && list.length > 0
  return {
    messages: { ...threads, ...messages },
    ...(waiting && { conversations: { phase: 'ready', list, remembered: true } }),
  }
}

/**
 * The thread with its newest page from the SDK in the place of the remembered one. The page keeps its id: what is the
 * same in both is not drawn anew.
 */
export function replaceRemembered(
  thread: Thread,
  messages: readonly Message[],
  { cursor, complete }: { cursor: string; complete: boolean },
): Thread {
  const { remembered: _done, ...rest } = thread
  const id = (thread.newer[0] ?? newPage([])).id
  const newest = messages[messages.length - 1]?.time ?? 0
  const live = allMessages(thread).filter(({ status, time }) => status !== 'sent' || time > newest)
  const opened: Thread = {
    ...rest,
    phase: 'ready',
    newer: messages.length ? [{ id, messages }] : [],
    older: [],
    error: undefined,
    cursor,
    complete,
  }
  return drawUnreadLine(addNewer(opened, live))
}
