import { docTwins } from './doc-twins'
import { files, lines } from './testing/samples'

const page = (language: string, body: string): string =>
  language === 'en'
    ? `# Theme\n\n[中文](./theme.md)\n\n${body}`
    : `# 主题\n\n[English](./theme.en.md)\n\n${body}`

const check = (english: string, chinese: string, more: Record<string, string> = {}): string[] =>
  lines(
    docTwins(
      files({
        'docs/theme.en.md': page('en', english),
        'docs/theme.md': page('zh', chinese),
        ...more,
      }),
    ),
  )
const code = (text: string, language = 'js'): string => `\`\`\`${language}\n${text}\n\`\`\`\n`
const problem = 'docs/theme.en.md'

it('accepts pages that say the same in two languages', () => {
  const rest = '| a |\n| - |\n| b |\n\n### 二\n'
  expect(check(`## Colours\n\n${rest}`, `## 颜色\n\n${rest}`)).toEqual([])
})

it('takes a page for what it is when it has no twin', () => {
  expect(lines(docTwins(files({ 'docs/calls.md': '# 通话' })))).toEqual([])
  expect(lines(docTwins(files({ 'docs/calls.en.md': '# Calls' })))).toEqual([
    'docs/calls.en.md:1:1 there is no docs/calls.md',
  ])
})

it.each([
  ['headings', '## A\n', '## 一\n## 二\n', '1:1 2 headings, docs/theme.md has 3'],
  ['a level', '## A\n', '### 一\n', '5:1 this heading has another level in docs/theme.md'],
  ['rows', '## A\n| a |\n', '## 一\n| a |\n| b |\n', '5:1 1 rows of tables here, 2 in docs/theme.md'],
  ['blocks', '## A\n', `## 一\n${code('a')}`, '5:1 0 blocks of code here, 1 in docs/theme.md'],
  ['code', `## A\n${code('a()')}`, `## 一\n${code('b()')}`, '6:1 this code is not the same in docs/theme.md'],
  ['languages', code('a', 'js'), code('a', 'ts'), '5:1 this code is not the same in docs/theme.md'],
  ['texts', code("go('a')"), code("go('b')"), '5:1 this code is not the same in docs/theme.md'],
])('reports that %s differ', (_what, english, chinese, expected) => {
  expect(check(english, chinese)).toEqual([`${problem}:${expected}`])
})

it.each([
  ['comments', "a() // it's over", 'a() // 完'],
  ['comments of a shell', "# it's over\na", '# 完\na'],
  ['texts for people', "say('Hi'); x('a')", "say('你好'); x('a')"],
  ['languages of texts', "open({ locale: 'en-US' })", "open({ locale: 'zh-CN' })"],
  ['line breaks', 'a(\n  b,\n  c)', 'a( b, c)'],
])('lets %s differ', (_what, english, chinese) => {
  expect(check(code(english), code(chinese))).toEqual([])
})

it('does not take what stands in code for a heading', () => {
  expect(check(code('# one\n| a |', 'bash'), code('# 一\n| a |', 'bash'))).toEqual([])
})

it('wants the twins to link to each other, and English pages to stay English', () => {
  const more = { 'docs/a.md': '[English](./a.en.md)', 'docs/a.en.md': '[中文](./a.md)' }
  expect(check('[a](./a.md#b)', '[a](./a.md#b)', more)).toEqual([
    'docs/theme.en.md:5:1 leads to the Chinese page, there is docs/a.en.md',
  ])
  expect(lines(docTwins(files({ 'docs/a.md': 'A', 'docs/a.en.md': '[中文](./a.md)' })))).toEqual([
    'docs/a.md:1:1 does not link to docs/a.en.md',
  ])
})
