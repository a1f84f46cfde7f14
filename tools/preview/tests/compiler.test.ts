import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Compiler, SourceTree, type CompiledApp, type Diagnostic } from '../compiler'

let dir: string

const MINIMAL = {
  'app.json': '{ "pages": ["pages/a/index"] }',
  'pages/a/index.json': '{}',
  'pages/a/index.wxml': '<view class="x">a</view>',
  'pages/a/index.ts': 'Page({})',
}

function write(files: Record<string, string>, base = dir): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(base, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

async function compile(
  files: Record<string, string>,
  mounts: Record<string, string> = {},
  unknownTags = false,
) {
  write({ ...MINIMAL, ...files })
  const compiler = new Compiler(new SourceTree(dir, mounts, unknownTags))
  const result = await compiler.compile()
  await compiler.close()
  return result
}

async function app(files: Record<string, string>, mounts?: Record<string, string>): Promise<CompiledApp> {
  const result = await compile(files, mounts)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.app
}

async function problem(files: Record<string, string>): Promise<Diagnostic> {
  const result = await compile(files)
  if (result.ok) throw new Error('it compiles')
  const [first] = result.diagnostics
  if (!first) throw new Error('no diagnostics')
  return { ...first, file: first.file.slice(dir.length + 1).replaceAll('\\', '/') }
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'preview-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

test('lets unknown tags pass where it is told to', async () => {
  const files = { 'pages/a/index.wxml': '<view><i class="dot" /></view>' }
  expect((await compile(files)).ok).toBe(false)
  expect((await compile(files, {}, true)).ok).toBe(true)
})

describe('what it refuses, with file and line', () => {
  const cases: [string, Record<string, string>, Partial<Diagnostic>][] = [
    [
      'a page that is not there',
      { 'app.json': '{\n"pages": ["pages/b/index"] }' },
      { file: 'app.json', line: 2 },
    ],
    ['broken json', { 'pages/a/index.json': '{\n"a": }' }, { file: 'pages/a/index.json', line: 2 }],
    [
      'a component that is not there',
      { 'pages/a/index.json': '{\n"usingComponents": { "foo": "./foo" } }' },
      { file: 'pages/a/index.json', line: 2, message: 'component "foo": there is nothing at ./foo' },
    ],
    [
      'an unknown tag',
      { 'pages/a/index.wxml': '<view>\n  <foo />\n</view>' },
      { file: 'pages/a/index.wxml', line: 2, column: 3 },
    ],
    ['an unclosed tag', { 'pages/a/index.wxml': '<view>' }, { file: 'pages/a/index.wxml', line: 1 }],
    [
      'a bad expression',
      { 'pages/a/index.wxml': '\n<view>{{ a..b }}</view>' },
      { file: 'pages/a/index.wxml', line: 2 },
    ],
    [
      'a template that is not there',
      { 'pages/a/index.wxml': '\n<template is="t" />' },
      { line: 2, message: 'there is no template "t"' },
    ],
    ['an import that is not there', { 'pages/a/index.wxml': '<import src="./t.wxml" />' }, { line: 1 }],
    ['an include that is not there', { 'pages/a/index.wxml': '<include src="./t.wxml" />' }, { line: 1 }],
    [
      'a wxs file that is not there',
      { 'pages/a/index.wxml': '<wxs module="m" src="./m.wxs" />' },
      { line: 1 },
    ],
    ['broken styles', { 'pages/a/index.wxss': '.a {\n color: red;' }, { file: 'pages/a/index.wxss' }],
    [
      'a style import that is not there',
      { 'pages/a/index.wxss': '\n@import "./b.wxss";' },
      { file: 'pages/a/index.wxss', line: 2 },
    ],
    ['a local file in styles', { 'pages/a/index.wxss': '.a {\n background: url(/a.png);\n}' }, { line: 2 }],
    ['a broken script', { 'pages/a/index.ts': '\nPage({' }, { file: 'pages/a/index.ts', line: 2 }],
    [
      'a module that is not there',
      { 'pages/a/index.ts': 'import "./b"' },
      { file: 'pages/a/index.ts', line: 1 },
    ],
  ]
  test.each(cases)('%s', async (_name, files, expected) => {
    expect(await problem(files)).toMatchObject(expected)
  })
})

describe('styles', () => {
  const COMPONENT = {
    'pages/a/index.json': '{ "usingComponents": { "c": "./c" } }',
    'pages/a/c.json': '{ "component": true }',
    'pages/a/c.wxml': '<view />',
    'pages/a/c.ts': 'Component({})',
  }

  it('keeps a page to itself', async () => {
    const { css } = await app({ 'pages/a/index.wxss': 'page { margin: 0 } .x view { color: red }' })
    expect(css).toContain('wx-page:where([is="pages/a/index"]) {')
    expect(css).toContain(':where(wx-page[is="pages/a/index"]) .x wx-view {')
  })

  it('gives a component class names of its own', async () => {
    const { css } = await app({ ...COMPONENT, 'pages/a/c.wxss': ':host { margin: 0 } .x.y { color: red }' })
    expect(css).toContain('[wx-host="pages-a-c"] {')
    expect(css).toContain('.pages-a-c--x.pages-a-c--y {')
  })

  it('leaves class names alone where styles are shared', async () => {
    const shared = { 'pages/a/c.json': '{ "component": true, "styleIsolation": "shared" }' }
    const { css } = await app({ ...COMPONENT, ...shared, 'pages/a/c.wxss': '.x { color: red }' })
    expect(css).toContain('.x {')
  })

  it('converts units, safe areas and the theme', async () => {
    const { css } = await app({
      'app.wxss': '.x { width: 75rpx; height: calc(100vh - env(safe-area-inset-bottom)) }',
      'pages/a/index.wxss': '@media (prefers-color-scheme: dark) { .x { color: red } }',
    })
    expect(css).toContain('width: 10vw')
    expect(css).toContain('calc(calc(var(--wx-vh) * 100) - var(--wx-safe-bottom, 0px))')
    expect(css).toContain(':where(html[data-theme="dark"]) :where(wx-page[is="pages/a/index"]) .x')
    expect(css).not.toContain('@media')
  })

  it('inlines imports', async () => {
    const { css } = await app({
      'pages/a/index.wxss': '@import "../b";',
      'pages/b.wxss': '.b { color: red }',
    })
    expect(css).toContain('.b {')
  })
})

it('takes components and modules from a mounted directory', async () => {
  const kit = mkdtempSync(join(tmpdir(), 'preview-kit-'))
  write(
    {
      'index.json': '{ "component": true, "usingComponents": { "part": "./part/index" } }',
      'index.wxml': '<part />',
      'index.ts': 'Component({})',
      'part/index.json': '{ "component": true }',
      'part/index.wxml': '<view />',
      'part/index.ts': 'Component({})',
      'debug.ts': 'export const answer = 4242',
    },
    kit,
  )
  const { code } = await app(
    {
      'pages/a/index.json': '{ "usingComponents": { "kit": "../../Kit/index" } }',
      'pages/a/index.wxml': '<kit />',
      'pages/a/index.ts': 'import { answer } from "../../Kit/debug"\nPage({ data: { answer } })',
    },
    { Kit: kit },
  )
  expect(code).toContain('4242')
  expect(code).toContain('Kit/part/index')
  rmSync(kit, { recursive: true })
})

describe('npm packages', () => {
  const KIT = { 'pages/a/index.ts': 'import { answer } from "kit"\nPage({ data: { answer } })' }
  const SUBPACKAGE = (independent: boolean) => ({
    'app.json': JSON.stringify({
      pages: ['pages/a/index'],
      subPackages: [{ root: 'sub', pages: ['b/index'], independent }],
    }),
    'sub/b/index.json': '{}',
    'sub/b/index.wxml': '<view />',
    'sub/b/index.ts': 'import { answer } from "kit"\nPage({ data: { answer } })',
  })
  const built = (folder: string, answer: string) => ({
    [`${folder}/kit/index.js`]: `exports.answer = "${answer}"`,
  })
  const installed = {
    'node_modules/kit/package.json': '{ "name": "kit", "main": "main.js" }',
    'node_modules/kit/main.js': 'exports.answer = "installed"',
  }

  it('are those that "build npm" has made', async () => {
    const { code } = await app({ ...KIT, ...installed, ...built('miniprogram_npm', 'built') })
    expect(code).toContain('"built"')
    expect(code).not.toContain('"installed"')
  })

  it('are the installed ones as long as none are built', async () => {
    const { code } = await app({ ...KIT, ...installed })
    expect(code).toContain('"installed"')
  })

  it('come from the folder that is nearest to the importing file', async () => {
    const files = { ...SUBPACKAGE(false), ...built('miniprogram_npm', 'far') }
    expect((await app(files)).code).toContain('"far"')
    const { code } = await app({ ...files, ...built('sub/miniprogram_npm', 'near') })
    expect(code).toContain('"near"')
    expect(code).not.toContain('"far"')
  })

  it('of the main package are out of reach for an independent subpackage', async () => {
    const files = { ...SUBPACKAGE(true), ...built('miniprogram_npm', 'far') }
    expect(await problem(files)).toMatchObject({ file: 'sub/b/index.ts', line: 1 })
    await app({ ...files, ...built('sub/miniprogram_npm', 'near') })
  })

  it('give components, also from folders of theirs', async () => {
    const { code } = await app({
      'pages/a/index.json': '{ "usingComponents": { "kit": "kit", "part": "kit/part" } }',
      'pages/a/index.wxml': '<kit /><part />',
      ...built('miniprogram_npm', 'x'),
      'miniprogram_npm/kit/index.json': '{ "component": true }',
      'miniprogram_npm/kit/index.wxml': '<view />',
      'miniprogram_npm/kit/part.json': '{ "component": true }',
      'miniprogram_npm/kit/part.wxml': '<view />',
      'miniprogram_npm/kit/part.js': 'Component({})',
      'node_modules/kit/package.json': '{ "miniprogram": "." }',
    })
    expect(code).toContain('begin("miniprogram_npm/kit/part")')
  })
})

describe('across the borders of packages it refuses', () => {
  const program = (independent: boolean) => ({
    'app.json': JSON.stringify({
      pages: ['pages/a/index'],
      subpackages: [{ root: '/sub/', pages: ['b/index'], independent }],
    }),
    'common/index.json': '{ "component": true }',
    'common/index.wxml': '<view />',
    'common/index.ts': 'Component({})',
    'common/index.wxss': '.x { color: red }',
    'common/index.wxs': 'module.exports = {}',
    'sub/b/index.json': '{}',
    'sub/b/index.wxml': '<view />',
    'sub/b/index.ts': 'Page({})',
    'sub/part.json': '{ "component": true }',
    'sub/part.wxml': '<view />',
    'sub/part.ts': 'Component({})',
  })
  const crossings: [string, Record<string, string>][] = [
    ['a script', { 'sub/b/index.ts': 'import "../../common/index"\nPage({})' }],
    ['a component', { 'sub/b/index.json': '{ "usingComponents": { "c": "/common/index" } }' }],
    ['styles', { 'sub/b/index.wxss': '@import "../../common/index.wxss";' }],
    ['a template', { 'sub/b/index.wxml': '<include src="/common/index.wxml" />' }],
    ['a wxs file', { 'sub/b/index.wxml': '<wxs module="m" src="../../common/index.wxs" />' }],
  ]

  test.each(crossings)('%s of the main package in an independent subpackage', async (_name, files) => {
    const { message, file } = await problem({ ...program(true), ...files })
    expect(message).toContain('common/index is outside of the independent subpackage sub')
    expect(file).toBe(Object.keys(files)[0])
    await app({ ...program(false), ...files })
  })

  it('a component or script of a subpackage in the main package, unless it has a placeholder', async () => {
    const using = '"usingComponents": { "part": "../../sub/part" }'
    const used = { 'pages/a/index.json': `{ ${using} }` }
    const { message } = await problem({ ...program(false), ...used })
    expect(message).toContain('sub/part is in the subpackage sub')
    const script = { ...program(false), 'pages/a/index.ts': 'import "../../sub/part"' }
    expect((await problem(script)).message).toContain('sub/part is in the subpackage sub')
    await app({
      ...program(false),
      'pages/a/index.json': `{ ${using}, "componentPlaceholder": { "part": "view" } }`,
    })
  })
})
