import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadBundled } from '../checks/testing/load-bundled'
import { HOSTS } from './fixtures'
import { readHost, rewritten } from './host'
import type * as Scan from './scan'
import { lookUp, TABLE } from './table'

const { scan } = loadBundled<typeof Scan>('../migrate/scan')
const ROOT = join(__dirname, '..', '..')
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

type Files = Readonly<Record<string, string>>

function hostOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'host-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const usesOf = (files: Files) => scan(readHost(hostOf(files)))
/** What does not simply go on, as `file:line verdict code`. */
const changesOf = (files: Files): string[] =>
  usesOf(files)
    .filter(({ entry }) => entry.verdict !== 'works')
    .map(({ file, line, code, entry }) => `${file}:${line} ${entry.verdict} ${code}`)

const PAGE = { 'page.json': '{ "usingComponents": { "chat-kit": "/TUIKit/index" } }' }
const LIST = { ...PAGE, 'page.wxml': '<view>\n<chat-kit id="kit" class="a b"></chat-kit></view>' }
const SINGLE = { ...PAGE, 'page.wxml': '<chat-kit id="kit" conversationID="{{id}}"></chat-kit>' }

/** The page's script after `--write`. */
function written(host: Files, script: string): string {
  const edits = usesOf({ ...host, 'page.js': script }).flatMap(({ edit, file }) =>
    edit && file === 'page.js' ? [edit] : [],
  )
  return rewritten(script, edits)
}

describe('the wiring of the earlier README', () => {
  it.each([
    [
      'main package',
      [
        'package.json:5 renamed @tencentcloud/chat-uikit-wechat',
        "pages/index/index.js:22 gone wx.setStorage('currentUserID')",
      ],
    ],
    [
      'subpackage',
      ['TUIKit/debug:1 gone TUIKit/debug/', 'package.json:5 renamed @tencentcloud/chat-uikit-wechat'],
    ],
    ['single chat', ['package.json:5 renamed @tencentcloud/chat-uikit-wechat']],
  ] as const)('goes on but for what really changed: %s', (mode, changes) => {
    expect(changesOf(HOSTS[mode])).toEqual(changes)
  })

  it('is recognised in all its parts', () => {
    const names = new Set(usesOf(HOSTS['main package']).map(({ entry }) => `${entry.kind} ${entry.name}`))
    expect([...names].sort()).toEqual([
      'config EXPIRETIME',
      'config SDKAPPID',
      'config SECRETKEY',
      'config userID',
      'global $TUIKit',
      'global $chat_SDKAppID',
      'global $chat_userID',
      'global $chat_userSig',
      'global TencentCloudChat',
      'method TUIKit.init',
      'package @tencentcloud/chat',
      'package @tencentcloud/chat-uikit-wechat',
      'package tim-profanity-filter-plugin',
      'package tim-upload-plugin',
      'path debug/GenerateTestUserSig',
      'path index',
      'property TUIKit.config',
      'storage currentUserID',
    ])
  })
})

describe('a use of the kit', () => {
  it.each([
    ['a global that is gone', 'wx.$globalData.userID', 'gone wx.$globalData'],
    ['a global in brackets', "wx['aegis']", 'gone wx.aegis'],
    ['a switch of the demo', "getApp().globalData.reportType === 'imWxTuikit'", 'gone globalData.reportType'],
    ['a storage key', "wx.getStorageSync('showOnlineStatus')", "gone wx.getStorageSync('showOnlineStatus')"],
    ['an internal import', "import logger from '../TUIKit/utils/logger'", 'gone ../TUIKit/utils/logger'],
    ['an internal require', "const a = require('/TUIKit/components/x')", 'gone /TUIKit/components/x'],
    [
      'an import from npm',
      "import '@tencentcloud/chat-uikit-wechat/utils/util'",
      'gone @tencentcloud/chat-uikit-wechat/utils/util',
    ],
    [
      'the engine',
      "import TUI from '@tencentcloud/chat-uikit-engine'",
      'gone @tencentcloud/chat-uikit-engine',
    ],
    ['a service', 'TUICore.callService({})', 'gone TUICore.callService()'],
    ['a method', "this.selectComponent('#kit').sendMessage(e)", 'gone TUIKit.sendMessage()'],
    ['a method of a class', "this.selectComponent('.b').sendMessage(e)", 'gone TUIKit.sendMessage()'],
    [
      'a method of a variable',
      "const k = this.selectComponent('#kit'); k.initCallKit()",
      'gone TUIKit.initCallKit()',
    ],
    [
      'a method of a member',
      "this.k = this.selectComponent('#kit'); this.k.handleBack()",
      'renamed TUIKit.handleBack()',
    ],
    [
      'a method from elsewhere',
      "page.selectComponent('#TUIKit').showConversationList()",
      'renamed TUIKit.showConversationList()',
    ],
  ])('is found: %s', (_what, script, expected) => {
    expect(changesOf({ ...LIST, 'page.js': script })).toEqual([`page.js:1 ${expected}`])
  })

  it.each([
    ["this.selectComponent('#mine').sendMessage(e)"],
    ['sendMessage(e)'],
    ["wx.setStorageSync('mine', 1)"],
    ["// wx.aegis, require('TUIKit/utils/x')"],
    ["const text = 'TUIKit/utils/logger'"],
    ["import x from '../MyTUIKit/utils/x'"],
    ['wx.request({ url })'],
  ])("is not seen in what is the host's own: %s", (script) => {
    expect(usesOf({ ...LIST, 'page.js': script }).filter(({ file }) => file === 'page.js')).toEqual([])
  })

  it('is found in markup, json and styles, with its line', () => {
    const changes = changesOf({
      'app.json': '{\n  "usingComponents": { "chat": "/TUIKit/components/TUIChat/index" }\n}',
      'package.json': '{\n  "dependencies": {\n    "@tencentcloud/tui-core": "latest"\n  }\n}',
      'p/p.json':
        '{ "usingComponents": {\n "item": "../TUIKit/components/TUIConversation/components/ConversationItem/index" } }',
      'p/p.wxml':
        '<image src="/TUIKit/static/assets/a.svg" />\n<chat\n  hasCallKit\n  bind:handleCall="call" />',
      'p/p.wxss':
        '/* @import "../TUIKit/a.wxss"; */\n@import "../TUIKit/index.wxss";\n@import "../TUIKit/b.wxss";',
    })
    expect(changes).toEqual([
      'p/p.json:2 gone ../TUIKit/components/TUIConversation/components/ConversationItem/index',
      'p/p.wxml:1 gone /TUIKit/static/assets/a.svg',
      'p/p.wxml:3 gone <TUIChat hasCallKit>',
      'p/p.wxml:4 gone <TUIChat bind:handleCall>',
      'p/p.wxss:3 gone ../TUIKit/b.wxss',
      'package.json:3 gone @tencentcloud/tui-core',
    ])
  })

  it('includes a copy of the earlier kit, which is not searched itself', () => {
    const old = {
      'Chat/components/TUIChat/components/Emoji/index.js': 'wx.aegis',
      'Chat/components/TUIConversation/index.js': '',
    }
    const script = { 'a.js': "import '../Chat/utils/x'" }
    expect(changesOf({ ...old, ...script })).toEqual(['Chat:1 gone Chat/', 'a.js:1 gone ../Chat/utils/x'])
    const fresh = { 'Chat/components/TUIChat/index.js': '', 'Chat/components/TUIConversation/index.js': '' }
    expect(changesOf(fresh)).toEqual([])
  })
})

describe('what is rewritten', () => {
  it.each([
    [
      "this.selectComponent('#kit').createConversation(e)",
      "this.selectComponent('#kit').openConversation(e.detail.currentConversationID)",
    ],
    [
      "const k = this.selectComponent('#kit')\nk.createConversation({ detail: { currentConversationID: `C2C${id}`, unreadCount: 0 } })",
      "const k = this.selectComponent('#kit')\nk.openConversation(`C2C${id}`)",
    ],
    [
      "this.selectComponent('#kit')?.currentConversationID({ detail: { currentConversationID } })",
      "this.selectComponent('#kit')?.openConversation(currentConversationID)",
    ],
    [
      "function f() {\n  a()\n  wx.setStorage({ key: 'currentUserID', data: [] })\n  b()\n}\n",
      'function f() {\n  a()\n  b()\n}\n',
    ],
  ])('%s', (before, after) => {
    expect(written(LIST, before)).toBe(after)
  })

  it.each([
    ['an event that is computed', "this.selectComponent('#kit').createConversation(make())"],
    [
      'a count with effects',
      "this.selectComponent('#kit').createConversation({ detail: { currentConversationID, unreadCount: n++ } })",
    ],
    ['a way back from a list', "this.selectComponent('#kit').handleBack()"],
    [
      'a key that the host reads',
      "function f() {\n  wx.setStorageSync('currentUserID', [])\n  wx.getStorageSync('currentUserID')\n}",
    ],
    [
      'a key that something of the host may read',
      "const KEYS = ['currentUserID']\nfunction f() {\n  wx.setStorageSync('currentUserID', [])\n}",
    ],
    [
      'a line that the next one would run into',
      "function f() {\n  a()\n  wx.setStorageSync('currentUserID', []);\n  [1].map(b)\n}",
    ],
    [
      'a call that waits for the result',
      "function f() {\n  wx.setStorage({ key: 'currentUserID', data: [], success: next })\n}",
    ],
  ])('is not %s', (_what, script) => {
    expect(written(LIST, script)).toBe(script)
  })

  it('is the way back where there is no list', () => {
    const script =
      "this.selectComponent('#kit').handleBack()\nthis.selectComponent('#kit').showConversationList()"
    const back = "this.selectComponent('#kit').back()"
    expect(written(SINGLE, script)).toBe(`${back}\n${back}`)
  })

  it('is on the disk after --write, and a second run has nothing to do', () => {
    const wxml = '<chat currentConversationID="{{id}}" bind:showConversationList="leave"></chat>'
    const folder = hostOf({
      'page.json': '{ "usingComponents": { "chat": "/TUIKit/components/TUIChat/index" } }',
      'page.wxml': wxml,
    })
    const run = (...flags: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'tools/migrate/cli.ts', folder, ...flags], {
        cwd: ROOT,
        encoding: 'utf8',
      })
    const look = run()
    expect(look.stdout).toContain('page.wxml:1  renamed  <TUIChat currentConversationID>  conversationID\n')
    expect(look.status).toBe(1)
    expect(readFileSync(join(folder, 'page.wxml'), 'utf8')).toBe(wxml)
    expect(run('--write').stdout).toContain('2 rewritten, 0 left to do')
    expect(readFileSync(join(folder, 'page.wxml'), 'utf8')).toBe(
      '<chat conversationID="{{id}}" bind:back="leave"></chat>',
    )
    expect(run().status).toBe(0)
  }, 60_000)
})

describe('the table', () => {
  const root = ['index.ts', 'components/base/call-methods.ts']
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n')

  it('names methods that <TUIKit> has, and no more than that', () => {
    const methods = TABLE.filter(({ kind, name }) => kind === 'method' && name.startsWith('TUIKit.'))
    for (const { name, verdict, now } of methods) {
      const has = (method: string): boolean => new RegExp(`^    ${method}\\(`, 'm').test(root)
      expect([name, has(name.replace('TUIKit.', ''))]).toEqual([name, verdict === 'works'])
      if (verdict === 'renamed') expect([name, has(now.split('(')[0] ?? '')]).toEqual([name, true])
    }
  })

  it('knows which paths there are', () => {
    for (const { kind, name, verdict } of TABLE) {
      if (kind !== 'path' || verdict !== 'works') continue
      expect([name, existsSync(join(ROOT, `${name}.ts`))]).toEqual([name, true])
    }
    const missing = ['TUICallKit', 'TUIGroup'].filter(
      (name) => lookUp('path', `components/${name}/index`)?.verdict === 'gone',
    )
    expect(missing.filter((name) => existsSync(join(ROOT, 'components', name, 'index.ts')))).toEqual([])
  })

  it('finds nothing to do in the examples, which use this version', () => {
    for (const name of ['main-package', 'subpackage']) {
      const uses = scan(readHost(join(ROOT, 'example', name)))
      expect(uses.length).toBeGreaterThan(10)
      expect(uses.filter(({ entry }) => entry.verdict !== 'works')).toEqual([])
    }
  })
})
