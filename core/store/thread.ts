import type { Message, MessagePage, Thread } from './types'

/** A live page is closed at this many messages, so that one change never re-sends more than that. */
const PAGE_SIZE = 30

let pages = 0
const newPage = (messages: readonly Message[]): MessagePage => ({ id: `p${++pages}`, messages })

export const emptyThread = (unreadAtOpen = 0): Thread => ({
  older: [],
  newer: [],
  phase: 'loading',
  loadingOlder: false,
  complete: false,
  cursor: '',
  unreadAtOpen,
  seenID: '',
})

/** All pages, newest first: the order in which a message is most likely found. */
export function pagesNewestFirst(thread: Thread): MessagePage[] {
  return [...thread.newer].reverse().concat(thread.older)
}

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
  const state = { ...thread, phase: 'ready' as const, loadingOlder: false, error: undefined, ...next }
  if (!fresh.length) return state
  return thread.newer.length
    ? { ...state, older: [...thread.older, newPage(fresh)] }
    : { ...state, newer: [newPage(fresh)] }
}

/** Where a live message belongs: at the end, unless it is older than what is there (a catch-up after a reconnect). */
function insertSorted(messages: readonly Message[], message: Message): Message[] {
  let at = messages.length
  while (at > 0) {
    const before = messages[at - 1]
    if (!before || before.status !== 'sent' || before.time <= message.time) break
    at--
  }
  return [...messages.slice(0, at), message, ...messages.slice(at)]
}

/** Adds live messages after everything that is loaded; those that are there already are replaced. */
export function addNewer(thread: Thread, messages: readonly Message[]): Thread {
  let next = thread
  for (const message of messages) {
    const replaced = replaceMessage(next, message)
    if (replaced !== next) {
      next = replaced
      continue
    }
    const last = next.newer[next.newer.length - 1]
    const newer =
      last && last.messages.length < PAGE_SIZE
        ? [...next.newer.slice(0, -1), { ...last, messages: insertSorted(last.messages, message) }]
        : [...next.newer, newPage([message])]
    next = { ...next, newer }
  }
  return next
}

const mapPages = (
  list: readonly MessagePage[],
  change: (message: Message) => Message | undefined,
): readonly MessagePage[] => {
  let changed = false
  const mapped = list.map((page) => {
    let pageChanged = false
    const messages: Message[] = []
    for (const message of page.messages) {
      const next = change(message)
      if (next !== message) pageChanged = true
      if (next) messages.push(next)
    }
    if (!pageChanged) return page
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

/** Puts `message` in the place of the one with the same ID; the row keeps its local id. */
export function replaceMessage(thread: Thread, message: Message): Thread {
  return changeMessages(thread, (old) => (old.ID === message.ID ? { ...message, id: old.id } : old))
}
