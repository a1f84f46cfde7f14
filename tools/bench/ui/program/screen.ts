// A mini program has no document: the page around it has, and that is what is measured.
const { document, window } = globalThis

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Resolves once the frame that is being made now has been painted. */
async function painted(): Promise<void> {
  await frame()
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve()
    port2.postMessage(undefined)
  })
}

/** The middle of the text, if that is on the screen: it may still be sliding in. */
function find(text: string): { x: number; y: number } | undefined {
  const pages = document.querySelector('.wx-pages') ?? document.body
  const walker = document.createTreeWalker(pages, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue?.includes(text)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, top, width, height } = range.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const inside = x >= 0 && y >= 0 && x <= window.innerWidth && y <= window.innerHeight
    if (inside && height > 0) return { x, y }
  }
  return undefined
}

export const holds = (text: string): boolean =>
  document.querySelector('.wx-pages')?.textContent?.includes(text) ?? false

/** Looks at each frame until the text stands on the screen, and tells where. */
export async function seen(text: string): Promise<{ x: number; y: number }> {
  for (;;) {
    const place = find(text)
    if (place) return place
    await frame()
  }
}

/** Milliseconds since `start` when the first frame with the text was painted. */
export async function paintedSince(start: number, text: string): Promise<number> {
  await seen(text)
  await painted()
  return performance.now() - start
}

export const nextTap = (): Promise<number> =>
  new Promise((resolve) =>
    window.addEventListener('mouseup', () => resolve(performance.now()), { capture: true, once: true }),
  )

export const countNodes = (): number => document.querySelectorAll('.wx-pages *').length

/** What scrolls in the middle of the screen. */
export function scroller(): Element {
  const stack = document.elementsFromPoint(window.innerWidth / 2, window.innerHeight / 2)
  const found = stack
    .map((element) => element.closest('wx-scroll-view'))
    .find((element) => element && element.scrollHeight > element.clientHeight)
  if (!found) throw new Error('nothing scrolls here')
  return found
}

/** A list that begins at its end scrolls into the negative. */
export function scrollToTop(): void {
  scroller().scrollTop = -1e9
}

export function scrollToBottom(): void {
  scroller().scrollTop = 1e9
}

export async function scrollThrough(): Promise<void> {
  const list = scroller()
  for (let last = -1; list.scrollTop !== last;) {
    last = list.scrollTop
    list.scrollTop += list.clientHeight * 2
    await frame()
    await frame()
  }
}

const tasks: number[] = []
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  entryTypes: ['longtask'],
})

export const longestTask = (): number => Math.max(50, ...tasks.splice(0))
