import type { MessagePage } from './types'

/**
 * Which pages of a list are drawn; the others are empty room as high as they are. So a history of any length costs
 * what a few screens cost.
 */
export interface ListWindow {
  /** Ids of the pages at both ends; an empty one follows that end. Missing: the newest pages. */
  readonly range?: { readonly newest: string; readonly oldest: string }
  /** By page id: how high it was, px, with how many messages in it. */
  readonly heights: Readonly<Record<string, { readonly px: number; readonly count: number }>>
}

/** Places in a list of pages, newest first; both ends are part of it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Upper and lower edge on the screen, px. */
export interface Edges {
  readonly top: number
  readonly bottom: number
}

/** What is drawn when a chat opens. */
const FIRST_COUNT = 45
/** Of a message that was never drawn, px. */
const USUAL_HEIGHT = 64
/** So much is drawn on both sides of what is seen, px. */
const DRAWN = 1600
/** What is farther away than this is given up, px. */
const KEPT = 2400

const NONE: ListWindow = { heights: {} }

export function spanOf(pages: readonly MessagePage[], { range }: ListWindow = NONE): Span {
  const last = Math.max(0, pages.length - 1)
  const place = (id: string, otherwise: number): number => {
    const at = id ? pages.findIndex((page) => page.id === id) : -1
    return at < 0 ? otherwise : at
  }
  if (range) {
    const from = place(range.newest, 0)
    return { from, to: Math.max(from, place(range.oldest, last)) }
  }
  let count = 0
  const enough = pages.findIndex((page) => (count += page.messages.length) >= FIRST_COUNT)
  return { from: 0, to: enough < 0 ? last : enough }
}

function heightOf(page: MessagePage, { heights }: ListWindow): number {
  const known = heights[page.id]
  const { length } = page.messages
  return known ? known.px + (length - known.count) * USUAL_HEIGHT : length * USUAL_HEIGHT
}

/** How high the pages before or after a span are, px. */
export function roomOf(
  pages: readonly MessagePage[],
  from: number,
  to: number,
  window: ListWindow = NONE,
): number {
  let px = 0
  for (const page of pages.slice(from, to)) px += heightOf(page, window)
  return px
}

const rooms = new WeakMap<readonly MessagePage[], { from: number; window: ListWindow; px: number }>()

/** {@link roomOf} from one page on to the end of a list that only history changes: it may be very long. */
export function roomFrom(pages: readonly MessagePage[], from: number, window: ListWindow = NONE): number {
  const known = rooms.get(pages)
  if (known?.from === from && known.window === window) return known.px
  const px = roomOf(pages, from, pages.length, window)
  rooms.set(pages, { from, window, px })
  return px
}

/** The window with these pages in it. */
function rangeOf(pages: readonly MessagePage[], { from, to }: Span): ListWindow['range'] {
  return {
    newest: from > 0 ? (pages[from]?.id ?? '') : '',
    oldest: to < pages.length - 1 ? (pages[to]?.id ?? '') : '',
  }
}

/** Draws the page with this message, and its neighbours. */
export function windowAround(
  pages: readonly MessagePage[],
  window: ListWindow = NONE,
  id: string,
): ListWindow {
  const { from, to } = spanOf(pages, window)
  const at = pages.findIndex((page) => page.messages.some((message) => message.id === id))
  if (at < 0 || (at >= from && at <= to)) return window
  const span = { from: Math.max(0, at - 1), to: Math.min(pages.length - 1, at + 1) }
  return { ...window, range: rangeOf(pages, span) }
}

/** Where every page is on the screen: those that are drawn as they were measured, the others beside them. */
function placesOf(
  pages: readonly MessagePage[],
  window: ListWindow,
  measured: ReadonlyMap<string, Edges>,
): Edges[] | undefined {
  const first = pages.findIndex((page) => measured.has(page.id))
  const start = measured.get(pages[first]?.id ?? '')
  if (!start) return undefined
  const places: Edges[] = []
  let bottom = start.bottom
  for (let at = first; at < pages.length; at++) {
    const page = pages[at]
    if (!page) break
    const place = measured.get(page.id) ?? { top: bottom - heightOf(page, window), bottom }
    places[at] = place
    bottom = place.top
  }
  let top = start.bottom
  for (let at = first - 1; at >= 0; at--) {
    const page = pages[at]
    if (!page) break
    places[at] = { top, bottom: top + heightOf(page, window) }
    top += heightOf(page, window)
  }
  return places
}

/**
 * Moves the window to where the reader is.
 * @param measured where the drawn pages are, by id
 * @param seen the part of the screen that the list takes
 * @returns the same window when enough is drawn
 */
export function moveWindow(
  pages: readonly MessagePage[],
  window: ListWindow = NONE,
  measured: ReadonlyMap<string, Edges>,
  seen: Edges,
): ListWindow {
  const places = placesOf(pages, window, measured)
  if (!places) return window
  const within = (place: Edges, margin: number): boolean =>
    place.bottom >= seen.top - margin && place.top <= seen.bottom + margin
  const before = spanOf(pages, window)
  let { from, to } = before
  let found = false
  places.forEach((place, at) => {
    const drawn = at >= before.from && at <= before.to
    if (!within(place, drawn ? KEPT : DRAWN)) return
    if (!found) from = at
    found = true
    to = at
  })
  const range = rangeOf(pages, { from, to })
  const { range: old } = window
  if (old ? old.newest === range?.newest && old.oldest === range.oldest : sameSpan(before, { from, to }))
    return window
  const heights = { ...window.heights }
  for (const page of pages) {
    const place = measured.get(page.id)
    if (place) heights[page.id] = { px: place.bottom - place.top, count: page.messages.length }
  }
  return { range, heights }
}

const sameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to
