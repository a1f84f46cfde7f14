import { han } from './han'
import { locales } from './locales'
import { platformWx } from './platform-wx'
import { files, lines } from './testing/samples'

describe('han', () => {
  it('accepts comments, tests and other folders', () => {
    const good = {
      'components/a/index.ts': "/** 你好 */\nconst a = 'hello' // 你好",
      'components/a/index.wxml': '<!-- 你好 --><view>{{text}}</view>',
      'components/a/index.wxss': '/* 你好 */ .a { top: 0 }',
      'components/a/index.test.ts': "const a = '你好'",
      'locales/zh-CN.ts': "const a = '你好'",
    }
    expect(han(files(good))).toEqual([])
  })
  it.each([
    ['components/a/index.ts', "// 你\nconst a = '你好'", '2:11', '你好'],
    ['components/a/index.ts', 'const a = `${b}条`', '1:15', '条'],
    ['components/a/index.ts', "const a = '\\u4f60'", '1:11', '你'],
    ['components/a/index.ts', 'const a = /[你]/', '1:11', '你'],
    ['components/a/index.wxs', "var a = '你'", '1:9', '你'],
    ['components/a/index.wxml', '<!-- 你 -->\n<view>你好，</view>', '2:7', '你好，'],
    ['components/a/index.wxss', ".a::after { content: '你' }", '1:23', '你'],
    ['index.ts', "const a = '你'", '1:11', '你'],
  ])('reports %s: %s', (path, text, at, found) => {
    expect(lines(han(files({ [path]: text })))).toEqual([`${path}:${at} text belongs in locales/: ${found}`])
  })
})

describe('locales', () => {
  const zh = (body: string): string => `export const zhCN = {\n${body}\n} as const`
  const en = (body: string): string => `export const en: Messages = {\n${body}\n}`
  const use = "t('a.b'); t('a.c', { n }); t(`error.${code}`)"
  const good = {
    'locales/index.ts': "export const other = { x: '' }",
    'locales/zh-CN.ts': zh("'a.b': '你好',\n'a.c': '{n} 条，{m}',\n'error.1': '不行'"),
    'locales/en.ts': en("'a.b': 'Hi!',\n'a.c': '{m}: {n}',\n'error.1': 'No'"),
    'core/a.ts': use,
  }
  const lint = (changed: Partial<Record<keyof typeof good, string>>): string[] => {
    return lines(locales(files({ ...good, ...changed })))
  }

  it('accepts equal placeholders, used keys, and keys made at run time', () => {
    expect(lint({})).toEqual([])
  })
  it('reads groups too', () => {
    const nested = { 'locales/zh-CN.ts': zh("a: { b: '你好', c: '{n}{m}' }, error: { 1: '不行' }") }
    expect(lint(nested)).toEqual([])
  })
  it.each([
    [
      'another placeholder',
      { 'locales/en.ts': good['locales/en.ts'].replace('{n}', '{x}') },
      'locales/en.ts:3:1 a.c: placeholders differ',
    ],
    [
      'a missing key',
      { 'locales/en.ts': en("'a.b': 'Hi',\n'a.c': '{m}: {n}'") },
      'error.1: not in locales/en.ts',
    ],
    [
      'a key too many',
      { 'locales/en.ts': good['locales/en.ts'].replace("'No'", "'No', 'a.z': 'z'") },
      'a.z: not in locales/zh-CN.ts',
    ],
    [
      'an empty text',
      { 'locales/en.ts': good['locales/en.ts'].replace('Hi!', ' ') },
      'a.b: the text is empty',
    ],
    ['an unused key', { 'core/a.ts': "t('a.b'); t('a.c')" }, 'locales/zh-CN.ts:4:1 error.1: not used'],
    ['a key used only in a test', { 'core/a.ts': '', 'core/a.test.ts': use }, 'a.b: not used'],
    [
      'an exclamation mark',
      { 'locales/zh-CN.ts': good['locales/zh-CN.ts'].replace('你好', '你好！') },
      'a.b: no exclamation marks',
    ],
    [
      'the formal you',
      { 'locales/zh-CN.ts': good['locales/zh-CN.ts'].replace('你好', '您好') },
      'a.b: write 你',
    ],
  ])('reports %s', (_name, changed, expected) => {
    expect(lint(changed).join('\n')).toContain(expected)
  })
})

describe('platform-wx', () => {
  it('accepts view-layer members, types, comments and platform/', () => {
    const good = {
      'components/a/index.ts':
        'wx.nextTick(f); this.createSelectorQuery(); wx.createSelectorQuery() // wx.showToast',
      'core/a.ts': "const a: typeof wx = host.wx; const b = { wx: 1 }; const c = 'wx.login'",
      'core/a.test.ts': 'wx.login()',
      'platform/wx.ts': 'wx.showToast({})',
    }
    expect(platformWx(files(good))).toEqual([])
  })
  it.each([
    ['components/a/index.ts', 'wx.showToast({})', '1:1 wx.showToast: services go through platform/'],
    ['components/a/index.ts', "wx['setStorage']({})", '1:1 wx.setStorage: services go through platform/'],
    ['index.ts', 'const all = wx', '1:13 wx: services go through platform/'],
    ['core/a.ts', 'wx.nextTick(f)', '1:1 wx.nextTick: wx is not for this layer'],
    ['utils/a.ts', 'wx.login()', '1:1 wx.login: wx is not for this layer'],
    ['locales/a.ts', 'wx.login()', '1:1 wx.login: wx is not for this layer'],
  ])('reports %s: %s', (path, text, expected) => {
    expect(lines(platformWx(files({ [path]: text })))).toEqual([`${path}:${expected}`])
  })
})
