import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { anchorsOf, linksOf } from '../checks/markdown'
import { documentFiles, targetOf } from './documents'

const ROOT = join(__dirname, '..', '..')

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What becomes of these documents beside a `setup.js`. */
function shipped(texts: Readonly<Record<string, string>>): Record<string, string> {
  const all = { 'README.md': '', 'README.en.md': '', 'CHANGELOG.md': '', LICENSE: '', ...texts }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const files = documentFiles(folder, [{ path: 'core/setup.js', content: '' }])
  return Object.fromEntries(files.map(({ path, content }) => [path, content]))
}

test('pages are shipped, and nothing else that lies beside them', () => {
  const files = shipped({ 'docs/guides/theme.md': 'Theme', 'docs/pictures/phone.png': 'PNG' })
  expect(Object.keys(files)).toContain('docs/guides/theme.md')
  expect(Object.keys(files).filter((path) => path.endsWith('.png'))).toEqual([])
})

test('a link stays where it leads to something, and becomes its words where it does not', () => {
  const page = (guide: string, example: string) =>
    `See [theme](${guide}#dark), [the code](../core), [npm](https://example.com), [below](#end), ${example}.\n\n## End\n`
  const files = shipped({
    'docs/guides/theme.md': 'Theme',
    'docs/README.md': page('./guides/theme.md', '[`example/`](../example) and [`setup`](../core/setup.js)'),
  })
  expect(files['docs/README.md']).toBe(
    page('./guides/theme.md', '`example/` and [`setup`](../core/setup.js)'),
  )
})

test('code is left alone', () => {
  const code = '```html\n<img src="a.png" />\n[words](./nowhere.md)\n```\n'
  expect(shipped({ 'README.md': code })['README.md']).toBe(code)
})

test('lines of pictures go, with what they are wrapped in', () => {
  const pictures = [
    '![Phones](./a.png)\n\n',
    '<p><img src="./a.png" width="200" /> <img src="./b.png" /></p>\n\n',
    '| ![a](a.png) | ![b](b.png) |\n',
  ]
  expect(shipped({ 'README.md': `# Kit\n\n${pictures.join('')}Words\n` })['README.md']).toBe(
    '# Kit\n\nWords\n',
  )
})

test('every link of the documents leads somewhere, and to a heading that is there', () => {
  const pages = documentFiles(ROOT, []).filter(({ path }) => path.endsWith('.md'))
  expect(pages.length).toBeGreaterThan(10)
  const broken = pages.flatMap(({ path }) =>
    linksOf(readFileSync(join(ROOT, path), 'utf8'))
      .filter(({ target }) => !leadsSomewhere(path, target))
      .map(({ target }) => `${path}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every page is found from the README, in both languages', () => {
  const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
  const pages = documentFiles(ROOT, []).filter(({ path }) => path.startsWith('docs/') && path.endsWith('.md'))
  const found = new Set<string>()
  const follow = (path: string): void => {
    if (found.has(path) || !path.endsWith('.md') || !existsSync(join(ROOT, path))) return
    found.add(path)
    linksOf(text(path)).forEach(({ target }) => follow(targetOf(path, target)))
  }
  follow('README.md')
  expect(pages.map(({ path }) => path).filter((path) => !found.has(path))).toEqual([])
})

function leadsSomewhere(page: string, link: string): boolean {
  const target = join(ROOT, targetOf(page, link))
  if (!existsSync(target)) return false
  const [, anchor] = link.split('#')
  if (anchor === undefined) return true
  return statSync(target).isFile() && anchorsOf(readFileSync(target, 'utf8')).includes(decodeURI(anchor))
}
