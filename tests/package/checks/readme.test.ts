import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeBlocks, commands, fileOf, type CodeBlock, type FlowName } from '../harness/readme'
import { copiesOf, copyTarget, windowsCopiesOf } from './copy'

const EXAMPLES = join(__dirname, '..', '..', '..', 'example')
const FLOWS: FlowName[] = [
  'main-package',
  'subpackage',
  'npm',
  'all-in-subpackage',
  'single-chat',
  'lite-chat',
]

/** Without comments, and without sentences for people. */
const bare = (code: string): string =>
  code
    .replace(/\/\*\*[^]*?\*\/|(?<![:'"])\/\/ .*$/gm, '')
    .replace(/title: '[^']*'/g, "title: ''")
    .replace(/\s*\n\s*/g, '\n')
    .trim()

const example = (name: string, file: string): string => readFileSync(join(EXAMPLES, name, file), 'utf8')

test.each(FLOWS)('both languages of the README show the same commands and code: %s', (flow) => {
  const plain = (blocks: CodeBlock[]) =>
    blocks.map(({ language, file, text }) => ({ language, file, text: bare(text) }))
  const chinese = plain(codeBlocks('README.md', flow))
  expect(chinese.length).toBeGreaterThan(0)
  expect(plain(codeBlocks('README.en.md', flow))).toEqual(chinese)
})

test.each([
  ['main-package', 'pages/index/index.json'],
  ['main-package', 'pages/index/index.wxml'],
  ['main-package', 'pages/index/index.js'],
  ['subpackage', 'app.js'],
  ['subpackage', 'user-sig.js'],
  ['subpackage', 'TUI-CustomerService/pages/index.json'],
  ['subpackage', 'TUI-CustomerService/pages/index.js'],
] as const)('what the README shows is the example: %s, %s', (flow, file) => {
  expect(bare(fileOf(flow, file))).toBe(bare(example(flow, file)))
})

test('the settings that the README shows are those of the example', () => {
  const names = (code: string) => [...bare(code).matchAll(/^(\w+):/gm)].map(([, name]) => name)
  const shown = names(fileOf('main-package', 'config.js'))
  expect(shown).toEqual(names(example('main-package', 'config.js')))
  expect(shown.length).toBeGreaterThan(3)
})

test('app.json of the example declares the subpackage as the README says', () => {
  const shown = JSON.parse(`{${fileOf('subpackage', 'app.json')}}`) as object
  expect(JSON.parse(example('subpackage', 'app.json'))).toMatchObject(shown)
})

test('without a copy only the paths change', () => {
  const page = example('main-package', 'pages/index/index.json')
  const changed = page.replace('../../TUIKit/', '@tencentcloud/chat-uikit-wechat/')
  expect(JSON.parse(fileOf('npm', 'pages/index/index.json'))).toEqual(JSON.parse(changed))
})

describe.each(['main-package', 'subpackage'] as const)('the copies of the flow %s', (flow) => {
  const copies = copiesOf(commands(flow))

  it('end up at the same place on Linux and on macOS', () => {
    expect(copies.length).toBeGreaterThan(0)
    for (const { sources, folder } of copies) {
      for (const source of sources) {
        expect(copyTarget(source, folder, 'gnu')).toBe(copyTarget(source, folder, 'bsd'))
      }
    }
  })

  it('are the same on Windows', () => {
    const plain = (path: string): string => path.replace(/^\.\/|\/\.?$/g, '')
    const posix = copies.flatMap(({ sources, folder }) =>
      sources.map((source) => {
        const file = source.endsWith('.js')
        const target = file ? folder : copyTarget(source, folder, 'gnu')
        return { source: plain(source), target: plain(target) }
      }),
    )
    expect(windowsCopiesOf(commands(flow, 'bat'))).toEqual(posix)
  })
})
