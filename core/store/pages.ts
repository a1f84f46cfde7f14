import type { Message, MessagePage, Stretch } from './types'

/** A live page is closed at this many messages, so that one change never re-sends more than that. */
const PAGE_SIZE = 30

let pages = 0
export const newPage = (messages: readonly Message[]): MessagePage => ({ id: `p${++pages}`, messages })

/** The pages of a stretch, newest first: the order in which a message is most likely found. */
export const newestFirst = ({ older, newer }: Stretch): MessagePage[] => [...newer].reverse().concat(older)

/** Visits the pages in that order until one is the right one; live messages look no further than the first. */
export function somePage({ older, newer }: Stretch, test: (page: MessagePage) => boolean): boolean {
  for (let at = newer.length - 1; at >= 0; at--) {
    const page = newer[at]
    if (page && test(page)) return true
  }
  return older.some(test)
}

const names = new WeakMap<MessagePage, Set<string>>()

/** The SDK's IDs of a page's messages: found without going through all messages of a long history. */
export function idsOf(page: MessagePage): Set<string> {
  let ids = names.get(page)
  if (!ids) names.set(page, (ids = new Set(page.messages.map((message) => message.ID))))
  return ids
}

const newestTimes = new WeakMap<MessagePage, number>()

function newestTime(page: MessagePage): number {
  let time = newestTimes.get(page)
  if (time === undefined) {
    time = page.messages.reduce((newest, message) => Math.max(newest, message.time), 0)
    newestTimes.set(page, time)
  }
  return time
}

/** Messages of one second may stand in any order, and servers differ by a few; farther back nobody needs to look. */
const SLACK_S = 60

function isIn(stretch: Stretch, { ID, time }: Message): boolean {
  let found = false
  somePage(stretch, (page) => {
    found = idsOf(page).has(ID)
    return found || newestTime(page) < time - SLACK_S
  })
  return found
}

/** Those of `messages` that are in none of these stretches yet, each once. */
export function unknownIn(
  stretches: readonly (Stretch | undefined)[],
  messages: readonly Message[],
): Message[] {
  const taken = new Set<string>()
  return messages.filter((message) => {
    if (taken.has(message.ID) || stretches.some((stretch) => stretch && isIn(stretch, message))) return false
    return taken.add(message.ID)
  })
}

interface Place {
  page: MessagePage
  at: number
}

/**
 * Where a message that comes late (a catch-up after a reconnect) belongs; `undefined` is the end. Unsent rows have
 * the phone's own time: they neither move nor are they compared with.
 */
function placeOf(stretch: Stretch, message: Message): Place | undefined {
  let place: Place | undefined
  if (message.status !== 'sent') return place
  somePage(stretch, (page) => {
    for (let at = page.messages.length - 1; at >= 0; at--) {
      const other = page.messages[at]
      if (other?.status !== 'sent') continue
      if (other.time <= message.time) return true
      place = { page, at }
    }
    return false
  })
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

/** Puts a live message where it belongs in time, as a rule at the end. */
export function insert<S extends Stretch>(stretch: S, message: Message): S {
  const place = placeOf(stretch, message)
  if (place) {
    const pages = insertInto(place, message)
    const newer = exchange(stretch.newer, place.page, pages)
    return { ...stretch, newer, older: exchange(stretch.older, place.page, [...pages].reverse()) }
  }
  const last = stretch.newer[stretch.newer.length - 1]
  if (!last || last.messages.length >= PAGE_SIZE)
    return { ...stretch, newer: [...stretch.newer, newPage([message])] }
  const grown = { ...last, messages: [...last.messages, message] }
  return { ...stretch, newer: [...stretch.newer.slice(0, -1), grown] }
}

/** What becomes of a message; `undefined` removes it. */
export type Change = (message: Message) => Message | undefined
/** Whether anything in this page can change. */
export type Touches = (page: MessagePage) => boolean

const mapPages = (
  list: readonly MessagePage[],
  change: Change,
  touches?: Touches,
): readonly MessagePage[] => {
  let changed = false
  const mapped = list.map((page) => {
    if (touches && !touches(page)) return page
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

export function mapStretch<S extends Stretch>(stretch: S, change: Change, touches?: Touches): S {
  const older = mapPages(stretch.older, change, touches)
  const newer = mapPages(stretch.newer, change, touches)
  return older === stretch.older && newer === stretch.newer ? stretch : { ...stretch, older, newer }
}
