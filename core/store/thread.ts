import type { Message, MessagePage, Thread } from './types'

/** A live page is closed at this many messages, so that one change never re-sends more than that. */
const PAGE_SIZE = 30

let pages = 0
const newPage = (messages: readonly Message[]): MessagePage => ({ id: `p${++pages}`, messages })

export const emptyThread = (): Thread => ({
  older: [],
  newer: [],
  phase: 'loading',
  loadingOlder: false,
  complete: false,
  cursor: '',
  unreadAtOpen: 0,
  unreadFrom: '',
  seenID: '',
})

/** All pages, newest first: the order in which a message is most likely found. */
export function pagesNewestFirst(thread: Thread): MessagePage[] {
  return [...thread.newer].reverse().concat(thread.older)
}

/** Every loaded message, oldest first. */
export const allMessages = (thread: Thread): Message[] =>
  pagesNewestFirst(thread)
    .reverse()
    .reduce<Message[]>((all, page) => all.concat(page.messages), [])

export function findMessage(thread: Thread, match: (message: Message) => boolean): Message | undefined {
  for (const page of pagesNewestFirst(thread)) {
    const found = page.messages.find(match)
    if (found) return found
  }
  return undefined
}

export const newestMessage = (thread: Thread): Message | undefined => findNewest(thread, () => true)

/** The newest message that matches. */
export function findNewest(thread: Thread, match: (message: Message) => boolean): Message | undefined {
  for (const page of pagesNewestFirst(thread)) {
    for (let i = page.messages.length - 1; i >= 0; i--) {
      const message = page.messages[i]
      if (message && match(message)) return message
    }
  }
  return undefined
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
  findNewest(thread, (message) => {
    // What came after the chat was opened is not part of it.
    counting ||= message.id === unreadFrom
    if (message.own || !counting || count >= n) return count >= n
    count++
    id = message.id
    return false
  })
  return { id, count }
}

const unknownOf = (thread: Thread, messages: readonly Message[]): Message[] => {
  const known = new Set<string>()
  for (const page of [...thread.older, ...thread.newer])
    for (const message of page.messages) known.add(message.ID)
  return messages.filter((message) => !known.has(message.ID) && known.add(message.ID))
}

/** Adds one page of history before everything that is loaded. */
export function addOlder(
  thread: Thread,
  messages: readonly Message[],
  next: { cursor: string; complete: boolean },
): Thread {
  const fresh = unknownOf(thread, messages)
  const { cursor, complete } = next
  const state = {
    ...thread,
    phase: 'ready' as const,
    loadingOlder: false,
    error: undefined,
    cursor,
    complete,
  }
  if (!fresh.length) return state
  return thread.newer.length || thread.older.length
    ? { ...state, older: [...thread.older, newPage(fresh)] }
    : { ...state, newer: [newPage(fresh)] }
}

interface Place {
  page: MessagePage
  at: number
}

/**
 * Where a message that comes late (a catch-up after a reconnect) belongs; `undefined` is the end. Unsent rows have
 * the phone's own time: they neither move nor are they compared with.
 */
function placeOf(thread: Thread, message: Message): Place | undefined {
  let place: Place | undefined
  if (message.status !== 'sent') return place
  for (const page of pagesNewestFirst(thread)) {
    for (let at = page.messages.length - 1; at >= 0; at--) {
      const other = page.messages[at]
      if (other?.status !== 'sent') continue
      if (other.time <= message.time) return place
      place = { page, at }
    }
  }
  return place
}

/** The page with the message in it, oldest first; a full one becomes two. */
function insertInto({ page, at }: Place, message: Message): MessagePage[] {
  const before = page.messages.slice(0, at)
  const after = page.messages.slice(at)
  if (page.messages.length < PAGE_SIZE) return [{ ...page, messages: [...before, message, ...after] }]
  return at ? [{ ...page, messages: [...before, message] }, newPage(after)] : [newPage([message]), page]
}

function exchange(
  list: readonly MessagePage[],
  page: MessagePage,
  pages: readonly MessagePage[],
): readonly MessagePage[] {
  const at = list.indexOf(page)
  return at < 0 ? list : [...list.slice(0, at), ...pages, ...list.slice(at + 1)]
}

function insert(thread: Thread, message: Message): Thread {
  const place = placeOf(thread, message)
  if (place) {
    const pages = insertInto(place, message)
    const newer = exchange(thread.newer, place.page, pages)
    return { ...thread, newer, older: exchange(thread.older, place.page, [...pages].reverse()) }
  }
  const last = thread.newer[thread.newer.length - 1]
  if (!last || last.messages.length >= PAGE_SIZE)
    return { ...thread, newer: [...thread.newer, newPage([message])] }
  const grown = { ...last, messages: [...last.messages, message] }
  return { ...thread, newer: [...thread.newer.slice(0, -1), grown] }
}

/** Adds live messages after everything that is loaded; those that are there already are replaced. */
export function addNewer(thread: Thread, messages: readonly Message[]): Thread {
  const fresh = new Set(unknownOf(thread, messages))
  return messages.reduce(
    (next, message) => (fresh.delete(message) ? insert(next, message) : replaceMessage(next, message)),
    thread,
  )
}

const mapPages = (
  list: readonly MessagePage[],
  change: (message: Message) => Message | undefined,
): readonly MessagePage[] => {
  let changed = false
  const mapped = list.map((page) => {
    // Made with the first change: most calls change one message of thousands.
    let messages: Message[] | undefined
    page.messages.forEach((message, at) => {
      const next = change(message)
      if (next !== message) messages ??= page.messages.slice(0, at)
      if (next) messages?.push(next)
    })
    if (!messages) return page
    changed = true
    return { ...page, messages }
  })
  return changed ? mapped.filter((page) => page.messages.length) : list
}

/** Changes messages in place; returning `undefined` removes one. Untouched pages and messages keep their identity. */
export function changeMessages(thread: Thread, change: (message: Message) => Message | undefined): Thread {
  const older = mapPages(thread.older, change)
  const newer = mapPages(thread.newer, change)
  return older === thread.older && newer === thread.newer ? thread : { ...thread, older, newer }
}

/** Puts `message` in the place of the one with the same ID; the row keeps its local id, and once read stays read. */
export function replaceMessage(thread: Thread, message: Message): Thread {
  return changeMessages(thread, (old) =>
    old.ID === message.ID ? { ...message, id: old.id, peerRead: old.peerRead || message.peerRead } : old,
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
