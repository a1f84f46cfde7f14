import { messages } from '../../tests/fixtures/builders'
import { moveWindow, roomOf, spanOf, windowAround, type Edges, type ListWindow } from './list-window'
import type { MessagePage } from './types'

/** Pages of 15 messages, newest first: `p0` is the newest. */
const pagesOf = (count: number): MessagePage[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at}`, messages: messages(15) }))

/** The screen is 700 px high. */
const SEEN: Edges = { top: 0, bottom: 700 }

/**
 * Where the drawn pages are, each 1,000 px high, for a reader who has scrolled so far up from the newest message.
 * What is not drawn is as high as the window says.
 */
function measured(
  pages: readonly MessagePage[],
  window: ListWindow | undefined,
  scrolled: number,
): Map<string, Edges> {
  const { from, to } = spanOf(pages, window)
  let bottom = SEEN.bottom + scrolled - roomOf(pages, 0, from, window)
  const places = new Map<string, Edges>()
  for (const page of pages.slice(from, to + 1)) {
    places.set(page.id, { top: bottom - 1000, bottom })
    bottom -= 1000
  }
  return places
}

/** A reader who scrolls: the window follows as often as it has to. */
function scrollTo(
  pages: readonly MessagePage[],
  window: ListWindow | undefined,
  scrolled: number,
): ListWindow | undefined {
  let now = window
  for (let turn = 0; turn < 10; turn++) {
    const next = moveWindow(pages, now, measured(pages, now, scrolled), SEEN)
    if (next === now) break
    now = next
  }
  return now
}

const drawn = (pages: readonly MessagePage[], window: ListWindow | undefined): string[] => {
  const { from, to } = spanOf(pages, window)
  return pages.slice(from, to + 1).map(({ id }) => id)
}

test('a chat opens with its newest pages, however much of it is loaded', () => {
  expect(drawn(pagesOf(2), undefined)).toEqual(['p0', 'p1'])
  expect(drawn(pagesOf(700), undefined)).toEqual(['p0', 'p1', 'p2'])
  expect(spanOf([], undefined)).toEqual({ from: 0, to: 0 })
})

test('a page of history that arrives is drawn for a reader who is at the end', () => {
  const pages = pagesOf(6)
  const window = { range: { newest: 'p3', oldest: '' }, heights: {} }
  expect(drawn(pages.slice(0, 5), window)).toEqual(['p3', 'p4'])
  expect(drawn(pages, window)).toEqual(['p3', 'p4', 'p5'])
})

test('scrolling up draws what comes and gives up what is far away, in a history of any length', () => {
  const pages = pagesOf(700)
  let window: ListWindow | undefined
  for (let scrolled = 0; scrolled < 30_000; scrolled += 500) {
    window = scrollTo(pages, window, scrolled)
    const { from, to } = spanOf(pages, window)
    expect(to - from).toBeLessThan(9)
    // What is on the screen is drawn.
    for (const [id, { top, bottom }] of measured(pages, window, scrolled))
      if (top < SEEN.bottom && bottom > SEEN.top) expect(drawn(pages, window)).toContain(id)
    const places = [...measured(pages, window, scrolled).values()]
    expect(Math.min(...places.map(({ top }) => top))).toBeLessThanOrEqual(SEEN.top)
    expect(Math.max(...places.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(
      Math.min(700, 700 + scrolled),
    )
  }
})

test('the room of pages that were drawn is exactly as high as they were', () => {
  const pages = pagesOf(40)
  const heights = (at: number): number => 812.3125 + at
  let window: ListWindow | undefined
  let bottom = 700
  const places = new Map(
    pages.slice(0, 12).map((page, at): [string, Edges] => {
      const place = { top: bottom - heights(at), bottom }
      bottom = place.top
      return [page.id, place]
    }),
  )
  window = { range: { newest: '', oldest: 'p11' }, heights: {} }
  // The reader is at the tenth page.
  const shift = 8000
  for (const [id, { top, bottom: end }] of places) places.set(id, { top: top + shift, bottom: end + shift })
  window = moveWindow(pages, window, places, SEEN)
  const { from } = spanOf(pages, window)
  expect(from).toBeGreaterThan(3)
  const sum = Array.from({ length: from }, (_, at) => heights(at)).reduce((a, b) => a + b)
  expect(roomOf(pages, 0, from, window)).toBeCloseTo(sum, 6)
})

test('a reader who is thrown into the empty room finds pages there, not one by one', () => {
  const pages = pagesOf(700)
  const window = scrollTo(pages, undefined, 0)
  const far = moveWindow(pages, window, measured(pages, window, 200_000), SEEN)
  expect(drawn(pages, far)).not.toContain('p2')
  expect(drawn(pages, far).length).toBeLessThan(8)
  const again = moveWindow(pages, far, measured(pages, far, 200_000), SEEN)
  const places = [...measured(pages, again, 200_000).values()]
  expect(places.some(({ top, bottom }) => top <= 350 && bottom >= 350)).toBe(true)
})

test('back at the newest message the window follows live messages again', () => {
  const pages = pagesOf(100)
  let window = scrollTo(pages, undefined, 30_000)
  expect(window?.range?.newest).not.toBe('')
  for (let scrolled = 30_000; scrolled >= 0; scrolled -= 800) window = scrollTo(pages, window, scrolled)
  expect(window?.range?.newest).toBe('')
  const live = [{ id: 'live', messages: messages(1) }, ...pages]
  expect(drawn(live, window)[0]).toBe('live')
})

test('nothing changes while enough is drawn, and nothing for a list that is not there', () => {
  const pages = pagesOf(50)
  const window = scrollTo(pages, undefined, 3000)
  expect(moveWindow(pages, window, measured(pages, window, 3100), SEEN)).toBe(window)
  expect(moveWindow(pages, window, new Map(), SEEN)).toBe(window)
})

test('a page that was measured and has grown since then counts as higher', () => {
  const [page] = pagesOf(1)
  if (!page) throw new Error('no page')
  const window = { heights: { p0: { px: 1000, count: 15 } } }
  const grown = { ...page, messages: messages(17) }
  expect(roomOf([grown], 0, 1, window)).toBeGreaterThan(1000)
})

test('a message that is led to is drawn with its neighbours, unless it is there already', () => {
  const pages = pagesOf(30)
  const id = pages[20]?.messages[3]?.id ?? ''
  const window = windowAround(pages, undefined, id)
  expect(drawn(pages, window)).toEqual(['p19', 'p20', 'p21'])
  expect(windowAround(pages, window, id)).toBe(window)
  expect(windowAround(pages, window, 'nowhere')).toBe(window)
})
