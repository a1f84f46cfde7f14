import { sameContent } from './content'
import {
  idsOf,
  insert,
  mapStretch,
  newestFirst,
  newPage,
  somePage,
  unknownIn,
  type Change,
  type Touches,
} from './pages'
import type { Message, MessagePage, Thread } from './types'

export const emptyThread = (): Thread => ({
  older: [],
  newer: [],
  phase: 'loading',
  loadingOlder: false,
  complete: false,
  cursor: '',
  unreadAtOpen: 0,
  unreadFrom: '',
  unreadLine: '',
  olderAtOpen: 0,
  mentionsAtOpen: [],
  seenID: '',
})

/** All pages, newest first; those that are not shown because of a jump come before the others. */
export const pagesNewestFirst = (thread: Thread): MessagePage[] =>
  thread.tail ? newestFirst(thread.tail).concat(newestFirst(thread)) : newestFirst(thread)

/** Every loaded message, oldest first. */
export const allMessages = (thread: Thread): Message[] =>
  pagesNewestFirst(thread)
    .reverse()
    .reduce<Message[]>((all, page) => all.concat(page.messages), [])

/** Visits the pages from the newest one back until one is the right one, those that are not shown included. */
export const somePageOf = (thread: Thread, test: (page: MessagePage) => boolean): boolean =>
  Boolean(thread.tail && somePage(thread.tail, test)) || somePage(thread, test)

export function findMessage(thread: Thread, match: (message: Message) => boolean): Message | undefined {
  let found: Message | undefined
  somePageOf(thread, (page) => (found = page.messages.find(match)) !== undefined)
  return found
}

export const newestMessage = (thread: Thread): Message | undefined => findNewest(thread, () => true)

/** The newest message that matches. */
export function findNewest(thread: Thread, match: (message: Message) => boolean): Message | undefined {
  let found: Message | undefined
  somePageOf(thread, ({ messages }) => {
    for (let i = messages.length - 1; i >= 0 && !found; i--) {
      const message = messages[i]
      if (message && match(message)) found = message
    }
    return found !== undefined
  })
  return found
}

/**
 * Counts the messages of others that were unread when the chat was opened, from the newest one back.
 * `id` is the last one counted, empty if there is none.
 */
export function countUnread(thread: Thread): { id: string; count: number } {
  const { unreadAtOpen: n, unreadFrom } = thread
  let count = 0
  let id = ''
  let counting = !unreadFrom
  if (!n) return { id, count }
  findNewest(thread, (message) => {
    // What came after the chat was opened is not part of it.
    counting ||= message.id === unreadFrom
    if (message.own || !counting) return false
    count++
    id = message.id
    return count >= n
  })
  return { id, count }
}

/** Draws the line over the first unread message as soon as that one is loaded. */
export function drawUnreadLine(thread: Thread): Thread {
  if (thread.unreadLine || !thread.unreadAtOpen || thread.tail) return thread
  const { id, count } = countUnread(thread)
  return count >= thread.unreadAtOpen ? { ...thread, unreadLine: id } : thread
}

interface Next {
  cursor: string
  complete: boolean
  /** After a jump: see {@link Thread}. */
  olderFrom?: number
}

/** Adds one page of history before everything that is loaded. */
export function addOlder(
  thread: Thread,
  messages: readonly Message[],
  { cursor, complete, olderFrom }: Next,
): Thread {
  const fresh = unknownIn([thread], messages)
  const state = {
    ...thread,
    phase: 'ready' as const,
    loadingOlder: false,
    error: undefined,
    cursor,
    complete,
    ...(thread.olderFrom !== olderFrom && { olderFrom }),
  }
  if (!fresh.length) return state
  return drawUnreadLine(
    thread.newer.length || thread.older.length
      ? { ...state, older: [...thread.older, newPage(fresh)] }
      : { ...state, newer: [newPage(fresh)] },
  )
}

/** Adds live messages after everything that is loaded; those that are there already are replaced. */
export function addNewer(thread: Thread, messages: readonly Message[]): Thread {
  const fresh = new Set(unknownIn([thread.tail, thread], messages))
  return messages.reduce((next, message) => {
    if (!fresh.delete(message)) return replaceMessage(next, message)
    return next.tail ? { ...next, tail: insert(next.tail, message) } : insert(next, message)
  }, thread)
}

/** Changes messages in place; returning `undefined` removes one. Untouched pages and messages keep their identity. */
export function changeMessages(thread: Thread, change: Change, touches?: Touches): Thread {
  const changed = mapStretch(thread, change, touches)
  const tail = thread.tail && mapStretch(thread.tail, change, touches)
  return tail === thread.tail ? changed : { ...changed, tail }
}

/** What this kit knows of a message besides what the SDK says in it; the translation of another text is none. */
function beside(old: Message, message: Message): Partial<Message> {
  const { reactions, extensions, readers, played, transcript, translation } = old
  return {
    ...(translation && sameContent(old.content, message.content) && { translation }),
    ...(reactions && { reactions }),
    ...(extensions && { extensions }),
    ...(readers && { readers }),
    ...(played && { played }),
    ...(transcript && { transcript }),
  }
}

/** Puts `message` in the place of the one with the same ID; the row keeps its local id, and once read stays read. */
export function replaceMessage(thread: Thread, message: Message): Thread {
  return changeMessages(
    thread,
    (old) =>
      old.ID === message.ID
        ? { ...beside(old, message), ...message, id: old.id, peerRead: old.peerRead || message.peerRead }
        : old,
    (page) => idsOf(page).has(message.ID),
  )
}

/** Removes one message. What was seen up to it is then seen up to the one before it. */
export function removeMessage(thread: Thread, id: string): Thread {
  const left = changeMessages(thread, (message) => (message.id === id ? undefined : message))
  if (thread.seenID !== id) return left
  let passed = false
  const before = findNewest(thread, (message) => {
    if (passed) return true
    passed = message.id === id
    return false
  })
  return { ...left, seenID: before?.id ?? '' }
}
