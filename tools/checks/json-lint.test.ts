import type * as Lint from './json-lint'
import { loadBundled } from './testing/load-bundled'
import { files, lines } from './testing/samples'

const { jsonLint } = loadBundled<typeof Lint>('json-lint')

const APP = '{ "pages": ["p/p"], "subPackages": [{ "root": "sub", "pages": ["q/q"] }] }'
const good = {
  'index.wxml': '<part generic:row="other" />',
  'index.json': `{
  "component": true,
  "styleIsolation": "isolated",
  "usingComponents": { "part": "./components/part/index", "other": "./components/other/index" }
}`,
  'components/part/index.wxml': '<row />',
  'components/part/index.json':
    '{ "component": true, "componentGenerics": { "row": { "default": "../other/index" } }, "usingComponents": {} }',
  'components/other/index.wxml': '<view />',
  'components/other/index.json': '{ "component": true }',
  'example/one/app.json': APP,
  'example/one/p/p.wxml': '<TUIKit />',
  'example/one/p/p.json':
    '{ "navigationStyle": "custom", "usingComponents": { "TUIKit": "../TUIKit/index" } }',
  'example/one/sub/q/q.wxml': '<kit-one /><kit-two />',
  'example/one/sub/q/q.json':
    '{ "usingComponents": { "kit-one": "/sub/TUIKit/index", "kit-two": "@tencentcloud/chat-uikit-wechat/index" } }',
  'example/one/project.config.json': '{ "anything": 1 }',
}

const lint = (changed: Partial<Record<keyof typeof good, string>>): string[] => {
  return lines(jsonLint(files({ ...good, ...changed })))
}

it('accepts relative, root, mounted and packaged targets', () => {
  expect(lint({})).toEqual([])
})

describe('reports', () => {
  const part = 'components/part/index.json'
  const page = 'example/one/p/p.json'
  it.each([
    ['bad JSON', { [part]: '{ "component": true, }' }, /^components\/part\/index.json:1:\d+ not valid JSON/],
    ['no component: true', { [part]: '{}' }, /a component needs "component": true/],
    ['a false component', { [part]: '{ "component": false }' }, /a component needs "component": true/],
    ['an unknown key', { [part]: '{ "component": true,\n "foo": 1 }' }, /index.json:2:2 unknown key foo/],
    [
      'a page key in a component',
      { [part]: '{ "component": true, "navigationStyle": "custom" }' },
      /unknown key navigationStyle/,
    ],
    ['a double key', { [part]: '{ "component": true, "component": true }' }, /key component is there twice/],
    [
      'a bad styleIsolation',
      { [part]: '{ "component": true, "styleIsolation": "none" }' },
      /styleIsolation must be one of/,
    ],
    [
      'a missing default',
      { [part]: '{ "component": true, "componentGenerics": { "row": { "default": "./no" } } }' },
      /row: no component at \.\/no/,
    ],
    [
      'a path from the root in the kit',
      { 'index.json': good['index.json'].replace('./components/part', '/components/part') },
      /part: a path from the root breaks/,
    ],
    [
      'a bad navigationStyle',
      { [page]: '{ "navigationStyle": "none" }' },
      /p.json:1:3 navigationStyle must be one of/,
    ],
    [
      'a missing target',
      { [page]: '{ "usingComponents": { "TUIKit": "../TUIKit/no" } }' },
      /TUIKit: no component at/,
    ],
    ['an unused entry', { 'index.wxml': '<part />' }, /^index.json:4:59 other is not used$/],
    [
      'a missing page',
      { 'example/one/app.json': APP.replace('q/q', 'q/none') },
      /no such page: sub\/q\/none/,
    ],
  ])('%s', (_name, changed, expected) => {
    expect(lint(changed).join('\n')).toMatch(expected)
  })
})
