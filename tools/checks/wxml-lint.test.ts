import { loadBundled } from './testing/load-bundled'
import { files, lines } from './testing/samples'
import type * as Lint from './wxml-lint'

const { wxmlLint } = loadBundled<typeof Lint>('wxml-lint')

const SCRIPT = `
const shared = { fromSpread() {} }
Component({ methods: { ...shared, onTap() {}, onKey: () => {} }, lifetimes: { attached() {} } })
`
const JSON_FILE =
  '{ "component": true, "usingComponents": { "my-part": "./part" }, "componentGenerics": { "slot-row": true } }'

function lint(wxml: string, more: Record<string, string> = {}): string[] {
  const texts = {
    'components/a/index.wxml': wxml,
    'components/a/index.ts': SCRIPT,
    'components/a/index.json': JSON_FILE,
  }
  return lines(wxmlLint(files({ ...texts, ...more }))).map((line) =>
    line.replace('components/a/index.wxml:', ''),
  )
}

it('accepts a good file', () => {
  const wxml = `
<!-- <oops> in a comment <view> -->
<import src="./parts.wxml" />
<wxs module="m">module.exports = { less: function (a, b) { return a < b && b > a } }</wxs>
<view class="{{a < b ? 'x' : "y"}}" bind:tap="onTap" catchtouchmove capture-bind:tap="onKey" bind:x="{{m.less}}">
  <my-part wx:for="{{list}}" wx:key="id" generic:slot-row="my-part" mut-bind:tap="fromSpread" />
  <text wx:for="{{words}}" wx:key="*this">{{item}} {{ 1 < 2 }}</text>
  <template is="row" data="{{...item}}" /><template is="{{dynamic}}" /><slot-row /><input />
</view>`
  const more = { 'components/a/parts.wxml': '<template name="row"><my-part bind:tap="onTap" /></template>' }
  expect(lint(wxml, more)).toEqual([])
})

describe('abstract nodes', () => {
  const part = (generics: object) => ({
    'components/a/part.wxml': '<view />',
    'components/a/part.ts': 'Component({})',
    'components/a/part.json': JSON.stringify({ component: true, componentGenerics: generics }),
  })

  it.each([
    ['nothing when all is handed on', '<my-part generic:slot-row="slot-row" />', []],
    [
      'an expression',
      '<my-part generic:slot-row="{{x}}" />',
      ['1:10 generic:slot-row takes the name of a component, not an expression'],
    ],
    [
      'a component that is not known',
      '<my-part generic:slot-row="view-x" />',
      ['1:10 generic:slot-row names a component that is not known here: view-x'],
    ],
    [
      'a node that the other has not, and one that is not handed on',
      '<my-part generic:oops="my-part" />',
      ['1:10 <my-part> has no abstract node oops', '1:1 <my-part> does not get the abstract node slot-row'],
    ],
  ])('reports %s', (_, wxml, expected) => {
    expect(lint(wxml, part({ 'slot-row': true }))).toEqual(expected)
  })
})

describe('reports', () => {
  it.each([
    ['an unknown tag', '<view>\n  <nope />\n</view>', ['2:3 unknown tag <nope>']],
    ['an unclosed void tag', '<view><image src="a"></view>', ['1:7 <image> is never closed']],
    ['a missing import', '<import src="./no" />', ['1:9 import of a file that does not exist: ./no']],
    [
      'a missing include',
      '<include src="./no.wxml" />',
      ['1:10 include of a file that does not exist: ./no.wxml'],
    ],
    [
      'a missing wxs',
      '<wxs module="m" src="./no.wxs" />',
      ['1:17 wxs of a file that does not exist: ./no.wxs'],
    ],
    ['an import of nothing', '<import />', ['1:1 <import> has no src']],
    ['an unknown template', '<template is="no" />', ['1:11 no template is named no']],
    ['an unknown handler', '<view bind:tap="no" />', ['1:7 bind:tap names a method that does not exist: no']],
    [
      'a lifetime as handler',
      '<view bindtap="attached" />',
      ['1:7 bindtap names a method that does not exist: attached'],
    ],
    [
      'an unknown catch',
      '<view capture-catch:tap="no" />',
      ['1:7 capture-catch:tap names a method that does not exist: no'],
    ],
    [
      'an unknown mut-bind',
      '<view mut-bind:tap="no" />',
      ['1:7 mut-bind:tap names a method that does not exist: no'],
    ],
    ['an empty bind', '<view bindtap="" />', ['1:7 bindtap names a method that does not exist: (empty)']],
    ['a double attribute', '<view class="a"\n  class="b" />', ['2:3 attribute class is there twice']],
    ['a loop without key', '<view wx:for="{{list}}" />', ['1:7 wx:for without wx:key']],
    [
      'a loop by index',
      '<view wx:for="{{l}}" wx:key="index" />',
      ['1:22 wx:key must be a stable id, not the index'],
    ],
    [
      'a loop by renamed index',
      '<view wx:for="{{l}}" wx:for-index="i" wx:key="i" />',
      ['1:39 wx:key must be a stable id, not the index'],
    ],
    [
      'a key that is an expression',
      '<view wx:for="{{l}}" wx:key="{{item.id}}" />',
      ['1:22 wx:key takes the name of a property, not an expression'],
    ],
    [
      '*this on objects',
      '<view wx:for="{{l}}" wx:key="*this">{{item.name}}</view>',
      ['1:22 wx:key="*this" is for lists of texts and numbers; this list holds objects'],
    ],
  ])('%s', (_name, wxml, expected) => {
    expect(lint(wxml)).toEqual(expected)
  })
})

it('checks an imported part against the components that import it', () => {
  const more = { 'components/a/parts.wxml': '<template name="row"><nope bind:tap="no" /></template>' }
  expect(lint('<import src="./parts.wxml" />', more)).toEqual([
    'components/a/parts.wxml:1:22 unknown tag <nope>',
    'components/a/parts.wxml:1:28 bind:tap names a method that does not exist: no',
  ])
})

it('knows methods of a Page and of imported behaviors, and trusts what it cannot read', () => {
  const behavior = 'export const b = Behavior({ methods: { shared() {} } })'
  const page = "import { b } from './b'\nPage({ behaviors: [b], own() {} })"
  const wxml = '<view bind:a="own" bind:b="shared" bind:c="no" />'
  const sources = {
    'components/p/index.wxml': wxml,
    'components/p/index.ts': page,
    'components/p/b.ts': behavior,
  }
  expect(lines(wxmlLint(files(sources)))).toEqual([
    'components/p/index.wxml:1:36 bind:c names a method that does not exist: no',
  ])
  const unknown = "import { all } from 'elsewhere'\nComponent({ methods: { ...all } })"
  expect(wxmlLint(files({ ...sources, 'components/p/index.ts': unknown }))).toEqual([])
})

it('maps the mount of an example to the kit, and knows the components of its app.json', () => {
  const sources = {
    'example/one/app.json': '{ "pages": ["p/p"], "usingComponents": { "kit-root": "/TUIKit/index" } }',
    'example/one/p/p.wxml': '<import src="/TUIKit/parts.wxml" /><kit-root /><template is="row" />',
    'parts.wxml': '<template name="row" />',
  }
  expect(wxmlLint(files(sources))).toEqual([])
  const { 'parts.wxml': _gone, ...missing } = sources
  expect(lines(wxmlLint(files(missing)))).toEqual([
    'example/one/p/p.wxml:1:9 import of a file that does not exist: /TUIKit/parts.wxml',
    'example/one/p/p.wxml:1:58 no template is named row',
  ])
})
