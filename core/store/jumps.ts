import { idsOf, newestFirst, newPage, unknownIn } from './pages'
import { drawUnreadLine } from './thread'
import type { Message, MessagePage, Tail, Thread } from './types'

/** A message of a conversation, by whatever is known of it. */
export interface JumpTarget {
  /** The SDK's ID. */
  readonly ID?: string
  /** Groups only: its number. */
  readonly sequence?: number
  /** Seconds since 1970. */
  readonly time?: number
}

/** What was loaded around a message that was jumped to. */
export interface Around {
  /** Oldest first; may hold messages twice. */
  readonly messages: readonly Message[]
  /** Where older messages go on; missing when there are none. */
  readonly olderFrom?: number
  /** Where newer messages go on; missing when there are none. */
  readonly newerFrom?: number
}

const keptTail = ({ older, newer, cursor, complete, olderFrom }: Thread): Tail => ({
  older,
  newer,
  cursor,
  complete,
  olderFrom,
})

const without = (pages: readonly MessagePage[], known: readonly MessagePage[]): MessagePage[] =>
  pages
    .map((page) => {
      const left = page.messages.filter(({ ID }) => !known.some((other) => idsOf(other).has(ID)))
      return left.length === page.messages.length ? page : { ...page, messages: left }
    })
    .filter((page) => page.messages.length)

/** Closes the gap to the newest part when what is shown has come up to it. */
function join(thread: Thread): Thread {
  const { tail } = thread
  if (!tail) return thread
  const newest = newestFirst(tail)
  const meets = newestFirst(thread).some(({ messages }) =>
    messages.some(({ ID }) => newest.some((page) => idsOf(page).has(ID))),
  )
  if (!meets && thread.newerFrom !== undefined) return thread
  return drawUnreadLine({
    ...thread,
    older: without(thread.older, newest),
    newer: [...without(thread.newer, newest), ...newest.reverse()],
    loadingNewer: false,
    newerFrom: undefined,
    tail: undefined,
  })
}

/** Shows what was loaded around a message; the newest part stays aside until the gap to it is closed. */
export function standAt(thread: Thread, { messages, olderFrom, newerFrom }: Around): Thread {
  const page = newPage(unknownIn([], messages))
  return join({
    ...thread,
    phase: 'ready',
    older: [],
    newer: page.messages.length ? [page] : [],
    cursor: '',
    olderFrom,
    complete: olderFrom === undefined,
    newerFrom,
    loadingOlder: false,
    loadingNewer: false,
    newerFailed: false,
    error: undefined,
    tail: thread.tail ?? keptTail(thread),
  })
}

/** Adds what comes after everything that is shown. @param newerFrom missing when the server has no more */
export function addAfter(thread: Thread, messages: readonly Message[], newerFrom?: number): Thread {
  const state = { ...thread, loadingNewer: false, newerFailed: false, newerFrom, error: undefined }
  const fresh = unknownIn([thread], messages)
  return join(fresh.length ? { ...state, newer: [...thread.newer, newPage(fresh)] } : state)
}

/** Shows the newest part again. */
export function backToTail(thread: Thread): Thread {
  if (!thread.tail) return thread
  return drawUnreadLine({
    ...thread,
    ...thread.tail,
    loadingOlder: false,
    loadingNewer: false,
    newerFrom: undefined,
    newerFailed: false,
    error: undefined,
    tail: undefined,
  })
}

/** The message that is meant, in what is shown or in the newest part. */
export function findTarget(thread: Thread, { ID, sequence, time }: JumpTarget): Message | undefined {
  const pages = newestFirst(thread).concat(thread.tail ? newestFirst(thread.tail) : [])
  if (ID || sequence) {
    const is = (message: Message): boolean =>
      message.ID === ID || (Boolean(sequence) && message.sequence === sequence)
    for (const page of pages) {
      const found = page.messages.find(is)
      if (found) return found
    }
    return undefined
  }
  return time ? firstSince(pages, time) : undefined
}

/** The first message at that time or after it, if what was before it is loaded as well. */
function firstSince(pages: readonly MessagePage[], time: number): Message | undefined {
  let first: Message | undefined
  for (const page of pages) {
    for (let at = page.messages.length - 1; at >= 0; at--) {
      const message = page.messages[at]
      if (message && message.time < time) return first
      first = message
    }
  }
  return first?.time === time ? first : undefined
}
