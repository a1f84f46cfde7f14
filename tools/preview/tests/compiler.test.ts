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

async function compile(files: Record<string, string>, mounts: Record<string, string> = {}) {
  write({ ...MINIMAL, ...files })
  const compiler = new Compiler(new SourceTree(dir, mounts))
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
