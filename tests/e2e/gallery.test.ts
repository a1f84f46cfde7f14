import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startPreview, type Preview } from '../../tools/preview/server'
import gallery from '../../tools/gallery/app.json'
import { closeBrowser, freshContext, Phone, type Previewed } from './harness'

jest.setTimeout(60_000)

const root = join(__dirname, '../..')
/** The narrowest phone that is in use. */
const NARROW = 320

/** The folders under `components/` that hold a component. */
const components = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.json'))
  .map((file) => dirname(file).replaceAll('\\', '/'))

const icons = [...readFileSync(join(root, 'static/icons.wxss'), 'utf8').matchAll(/^\.icon-([\w-]+)/gm)].map(
  ([, name]) => name,
)

let preview: Preview

/** Opens a page of the gallery in a phone of its own and tells what the look at it found. */
async function visit<T>(path: string, options: Record<string, string>, look: (phone: Phone) => Promise<T>) {
  const context = await freshContext(NARROW)
  const studio = { previewUrl: preview.url.replace(/\/$/, ''), imUrl: '' }
  const phone = await Phone.open(studio, context, 'alice', { ...options, path })
  await phone.page.evaluate(() => (window as unknown as Previewed).__preview.ready)
  // The components' answers have come and been laid out when two frames have been drawn.
  await phone.page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  const found = await look(phone)
  const errors = await phone.page.evaluate(() => (window as unknown as Previewed).__preview.errors)
  const complaints = [...phone.complaints, ...errors]
  await context.close()
  return { found, complaints }
}

/** What sticks out of the screen's sides, unless a component cuts it off on purpose, as with an ellipsis. */
function sticksOut({ page }: Phone): Promise<string[]> {
  return page.evaluate((width) => {
    const outside = ({ left, right, width: own }: DOMRect): boolean =>
      own > 0 && (left < -0.5 || right > width + 0.5)
    const isCut = (element: Element | null): boolean => {
      for (let at = element; at && !at.matches('.gallery, .screen, .stage'); at = at.parentElement) {
        // A list cuts off at its sides whatever is in it: that is no purpose.
        if (at.localName === 'wx-scroll-view') continue
        if (at.localName === 'wx-textarea' || getComputedStyle(at).overflowX === 'hidden') return true
      }
      return false
    }
    return [...document.querySelectorAll('wx-page *')]
      .filter((element) => {
        const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
        const range = document.createRange()
        const boxes = texts.flatMap((node) => {
          range.selectNodeContents(node)
          return [...range.getClientRects()]
        })
        return [element.getBoundingClientRect(), ...boxes].some(outside) && !isCut(element)
      })
      .map((element) => `${element.localName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  }, NARROW)
}

/** The components on the page, as folders under `components/`, and the icons that are drawn. */
function shown({ page }: Phone): Promise<{ components: string[]; icons: string[] }> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('wx-page *')] as (Element & {
      __wxElement?: { is?: string }
    })[]
    const paths = elements.map((element) => element.__wxElement?.is ?? '')
    const classes = elements.flatMap((element) => [...element.classList])
    const found = (texts: string[], pattern: RegExp): string[] => [
      ...new Set(texts.map((text) => pattern.exec(text)?.[1] ?? '').filter(Boolean)),
    ]
    return {
      components: found(paths, /^TUIKit\/components\/(.+)\/index$/),
      icons: found(classes, /(?:^|--)icon-([\w-]+)$/),
    }
  })
}

beforeAll(async () => {
  preview = await startPreview({ root: join(root, 'tools/gallery'), mounts: { TUIKit: root } })
})

afterAll(async () => {
  await closeBrowser()
  await preview.close()
})

describe.each(gallery.pages)('%s of the gallery on a narrow phone', (path) => {
  test.each([
    { theme: 'light', language: 'zh-CN' },
    { theme: 'dark', language: 'en' },
  ])('is quiet and fits, $theme, $language', async (options) => {
    const { found, complaints } = await visit(path, options, sticksOut)
    expect(complaints).toEqual([])
    expect(found).toEqual([])
  })
})

test('the gallery shows every component and every icon', async () => {
  const seen = { components: new Set<string>(), icons: new Set<string>() }
  for (const path of gallery.pages) {
    const { found } = await visit(path, {}, shown)
    for (const name of found.components) seen.components.add(name)
    for (const name of found.icons) seen.icons.add(name)
  }
  expect(components.filter((name) => !seen.components.has(name))).toEqual([])
  expect(icons.filter((name) => !seen.icons.has(name ?? ''))).toEqual([])
}, 180_000)
