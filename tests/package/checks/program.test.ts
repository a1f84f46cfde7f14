import { checkProgram } from './program'

const UNIT = (path: string, json = '{}', script = ''): Record<string, string> => ({
  [`${path}.json`]: json,
  [`${path}.wxml`]: '<view />',
  [`${path}.js`]: script,
})

const HOST = (independent = false): Record<string, string> => ({
  'app.json': JSON.stringify({
    pages: ['pages/index'],
    subPackages: [{ root: 'sub', pages: ['page'], independent }],
  }),
  'app.js': 'App({})',
  ...UNIT('pages/index'),
  ...UNIT('sub/page'),
  ...UNIT('parts/one'),
  ...UNIT('sub/parts/two'),
  'utils.js': '',
})

const check = (files: Record<string, string>, independent = false) => {
  const { missing, crossings } = checkProgram(new Map(Object.entries({ ...HOST(independent), ...files })))
  return { missing, crossings }
}
const fine = { missing: [], crossings: [] }

test('a program that has everything is fine', () => {
  expect(
    check({
      ...UNIT('pages/index', '{ "usingComponents": { "one": "../parts/one", "kit": "kit/part" } }'),
      'pages/index.js': 'import { a } from "../utils"\nconst b = require("kit")\nexport * from "./more.js"',
      'pages/more.js': '',
      'pages/index.wxml': '<import src="../rows.wxml" /><wxs module="m" src="/m.wxs" />',
      'pages/index.wxss': '@import "../look.wxss";',
      'rows.wxml': '',
      'look.wxss': '',
      'm.wxs': 'var n = require("./n.wxs")',
      'n.wxs': '',
      'miniprogram_npm/kit/index.js': '',
      ...UNIT('miniprogram_npm/kit/part'),
    }),
  ).toEqual(fine)
})

test.each([
  ['a page', { 'app.json': '{ "pages": ["pages/index", "pages/none"] }' }, 'pages/none.js'],
  ['a script', { 'app.js': 'import "./none"' }, 'app.js: ./none'],
  ['a package', { 'app.js': 'const a = require("none")' }, 'app.js: none'],
  [
    'a component',
    { 'pages/index.json': '{ "usingComponents": { "a": "./none" } }' },
    'pages/index.json: ./none',
  ],
  ['a template', { 'pages/index.wxml': '<include src="./none.wxml" />' }, 'pages/index.wxml: ./none.wxml'],
  [
    'a wxs file',
    { 'pages/index.wxml': '<wxs module="a" src="./none.wxs" />' },
    'pages/index.wxml: ./none.wxs',
  ],
  ['styles', { 'pages/index.wxss': "@import './none.wxss';" }, 'pages/index.wxss: ./none.wxss'],
  ['minified styles', { 'app.wxss': '.a{top:0}@import"./none.wxss";' }, 'app.wxss: ./none.wxss'],
  [
    'the script of a component',
    { 'pages/index.json': '{ "usingComponents": { "a": "../half" } }', 'half.json': '{}', 'half.wxml': '' },
    'half.js',
  ],
])('%s that is missing is found', (_what, files, found) => {
  expect(check(files as unknown as Record<string, string>).missing).toContain(found)
})

describe('an independent subpackage', () => {
  it.each([
    ['a script', { 'sub/page.js': 'import "../utils"' }],
    ['a component', { 'sub/page.json': '{ "usingComponents": { "a": "/parts/one" } }' }],
    ['styles', { 'sub/page.wxss': '@import "../app.wxss";', 'app.wxss': '' }],
  ])('must not use %s of the main package, an ordinary one may', (_what, files) => {
    const given = files as unknown as Record<string, string>
    expect(check(given, true).crossings).toEqual([expect.stringContaining('independent subpackage sub')])
    expect(check(given, false)).toEqual(fine)
  })

  it('does not see the npm packages of the main package', () => {
    const files = { 'sub/page.js': 'import "kit"', 'miniprogram_npm/kit/index.js': '' }
    expect(check(files, false)).toEqual(fine)
    expect(check(files, true).missing).toEqual(['sub/page.js: kit'])
    expect(check({ ...files, 'sub/miniprogram_npm/kit/index.js': '' }, true)).toEqual(fine)
  })
})

test('the main package must not use what is in a subpackage, unless something stands in its place', () => {
  const using = '"usingComponents": { "two": "/sub/parts/two" }'
  expect(check({ 'pages/index.json': `{ ${using} }` }).crossings).toEqual([
    'pages/index.json: sub/parts/two.json is in the subpackage sub',
  ])
  expect(check({ 'pages/index.js': 'require("../sub/page")' }).crossings).toHaveLength(1)
  const placeholder = '"componentPlaceholder": { "two": "view" }'
  expect(check({ 'pages/index.json': `{ ${using}, ${placeholder} }` })).toEqual(fine)
})
