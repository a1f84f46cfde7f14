import { docs } from './docs'
import { files, lines } from './testing/samples'

const good = {
  'index.ts': `Component({
    properties: { config: {}, conversationID: {} },
    methods: { init() { this.triggerEvent('ready') }, hidden() {} },
  })`,
  'core/config.ts': 'export interface TUIKitConfig { locale?: string; theme?: string }',
  'components/TUIChat/index.ts': `import { base } from '../base/base'
    Component({ behaviors: [base], properties: { back: {} }, methods: { onBack() { this.triggerEvent('back') } } })`,
  'components/TUIChat/part/index.ts': "Component({ methods: { a() { this.triggerEvent('inner') } } })",
  'components/base/base.ts':
    "Behavior({ properties: { active: {} }, methods: { a() { this.triggerEvent('error') } } })",
  'components/base/tokens.wxss': `.tui-root { --_a: var(--tui-a, #FFF); --_b: var(--tui-b, 8px); --_c: 1s; }
    .tui-root.tui-dark { --_a: var(--tui-a, #111); }`,
  'docs/components/TUIKit.md': `# TUIKit
## 属性
| 名称 | 说明 |
| --- | --- |
| \`config\` | |
| \`config.locale\` | |
| \`config.theme\` | |
| \`conversationID\` | |
## 事件
| \`ready\` | |
## 方法
| \`init()\` | |
## CSS 变量
| \`--tui-a\` | |
`,
  'docs/components/TUIChat.md': `## Properties
| \`back\` | |
| \`active\` | |
## Events
| \`back\` | |
| \`error\` | |`,
  'docs/guides/theme.md': '| `--tui-a` | `#FFF` | `#111` |\n| `--tui-b` | `8px` | |',
  'docs/guides/go-live.md': '| `wx.setClipboardData` | |',
  'platform/wx.ts': 'wx.setClipboardData({ data }); wx.showToast({ title })',
  'README.md': 'Set `--tui-a`; all are named `--tui-*`.',
}
type Path = keyof typeof good

const check = (changed: Record<string, string>): string[] => lines(docs(files({ ...good, ...changed })))
const edited = (path: Path, from: string, to: string): string[] =>
  check({ [path]: good[path].replace(from, to) })

it('accepts pages that say what the code says', () => {
  expect(check({})).toEqual([])
})

it('has nothing to say of a project without pages', () => {
  expect(docs(files({ 'index.ts': good['index.ts'] }))).toEqual([])
})

it('does not doubt names that only run time knows', () => {
  const open = "Component({ properties: given, methods: { a() { this.triggerEvent(name, 'back') } } })"
  expect(check({ 'components/TUIChat/index.ts': open })).toEqual([])
})

const kit = 'docs/components/TUIKit.md'
const chat = 'docs/components/TUIChat.md'
const guide = 'docs/guides/theme.md'
const release = 'docs/guides/go-live.md'

it.each<[string, Path, string, string, string]>([
  ['a property without a row', kit, '| `conversationID` | |\n', '', '1:1 property conversationID is not on'],
  ['a property that is none', kit, '`conversationID`', '`chatID`', '8:1 there is no property chatID'],
  ['a property of a behavior', chat, '| `active` | |\n', '', '1:1 property active is not on this page'],
  [
    'a setting without a row',
    kit,
    '| `config.theme` | |\n',
    '',
    '1:1 property config.theme is not on this page',
  ],
  ['a setting that is none', kit, 'config.theme', 'config.look', '7:1 there is no property config.look'],
  ['an event without a row', kit, '| `ready` | |\n', '', '1:1 event ready is not on this page'],
  ['an event that is none', kit, '`ready`', '`done`', '10:1 there is no event done'],
  ['an event of a behavior', chat, '| `error` | |', '', '1:1 event error is not on this page'],
  ['an event of a part', chat, '`error`', '`inner`', '6:1 there is no event inner'],
  ['a method that is none', kit, '`init()`', '`start()`', '12:1 there is no method start'],
  [
    'an unknown variable',
    kit,
    '`--tui-a`',
    '`--tui-z`',
    '14:4 --tui-z is not in components/base/tokens.wxss',
  ],
  [
    'one in the README',
    'README.md',
    '--tui-a',
    '--tui-z',
    '1:6 --tui-z is not in components/base/tokens.wxss',
  ],
  ['a variable without a row', guide, '| `--tui-b`', '|', '1:1 --tui-b has no row on this page'],
  ['another light value', guide, '#FFF', '#FFE', '1:1 --tui-a is #FFF in components/base/tokens.wxss'],
  ['another dark value', guide, '#111', '#222', '1:1 --tui-a is #111 in components/base/tokens.wxss'],
  ['a private API without a row', release, '| `wx', '| wx', '1:1 private API wx.setClipboardData is not on'],
  ['one that is not called', release, 'wx.set', 'wx.get', '1:1 there is no private API wx.getClipboardData'],
])('reports %s', (_name, path, from, to, expected) => {
  const found = edited(path, from, to)
  expect(found.join('\n')).toContain(`${path}:${expected}`)
})

it('reports a component without a page, and a page without a component', () => {
  expect(
    check({ 'components/TUIGroup/index.ts': 'Component({})', 'docs/components/TUICall.md': '' }),
  ).toEqual([
    'components/TUIGroup/index.ts:1:1 TUIGroup has no page docs/components/TUIGroup.md',
    'docs/components/TUICall.md:1:1 there is no component TUICall',
  ])
})

it.each([guide, release] as const)('expects the same of %s in English', (path) => {
  const page = path.replace('.md', '.en.md')
  expect(check({ [page]: good[path] })).toEqual([])
  expect(check({ [page]: '' })).toContainEqual(expect.stringContaining(`${page}:1:1`))
})

it('expects the same of the English page', () => {
  const page = 'docs/components/TUIChat.en.md'
  expect(check({ [page]: good[chat] })).toEqual([])
  expect(check({ [page]: good[chat].replace('`active`', '`activ`') })).toEqual([
    `${page}:1:1 property active is not on this page`,
    `${page}:3:1 there is no property activ`,
  ])
})
