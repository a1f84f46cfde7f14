import { compilerFile } from './official'
import { files, lines } from './testing/samples'
import { wcc } from './wcc'
import { wcsc } from './wcsc'

const APP = { 'example/one/app.json': '{}' }
const withCompilers = compilerFile('wcc') && compilerFile('wcsc') ? describe : describe.skip

withCompilers('wcc', () => {
  it('accepts a good file, wxs included, also through the mount', () => {
    const good = {
      ...APP,
      'a.wxs': 'module.exports = { a: 1 }',
      'components/a/index.wxml': '<wxs module="m" src="../../a.wxs" /><view>{{a < b ? m.a : 2}}</view>',
      'example/one/p.wxml': '<wxs module="m" src="/TUIKit/a.wxs" /><view>{{m.a}}</view>',
    }
    expect(wcc(files(good))).toEqual([])
  })
  it('reports every bad file with its place', () => {
    const bad = {
      'components/a/index.wxml': '<view>\n  <image src="a">\n</view>',
      'components/b/index.wxml': '<wxs module="m" src="./no.wxs" />',
      'components/c/index.wxml': '<view>{{a?.b}}</view>',
      'components/d/index.wxml': '<view />',
    }
    const found = lines(wcc(files(bad)))
    expect(found).toHaveLength(3)
    expect(found[0]).toMatch(/^components\/a\/index\.wxml:3:3 expect end-tag `image`/)
    expect(found[1]).toMatch(/^components\/b\/index\.wxml:1:1 \.\/no\.wxs not found/)
    expect(found[2]).toMatch(/^components\/c\/index\.wxml:1:\d+ /)
  })
  it('reports a bad wxs once, in its own file', () => {
    const bad = {
      'a.wxml': '<wxs module="m" src="./a.wxs" />',
      'b.wxml': '<view />',
      'a.wxs': 'const a = () => 1',
    }
    const found = lines(wcc(files(bad)))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^a\.wxs:1:\d+ /)
  })
})

withCompilers('wcsc', () => {
  it('accepts good files, imports from the root and through the mount', () => {
    const good = {
      ...APP,
      'components/base/tokens.wxss': '.tui-root { --_a: var(--tui-a, 1rpx); }',
      'index.wxss':
        '@import "./components/base/tokens.wxss";\n.a { display: grid; top: env(safe-area-inset-bottom); }',
      'example/one/app.wxss': "@import '/TUIKit/components/base/tokens.wxss';\npage { top: 0; }",
    }
    expect(wcsc(files(good))).toEqual([])
  })
  it('reports every bad file with its place', () => {
    const bad = {
      'components/a/index.wxss': '.a { top: 0;\n.b { .c { top: 0 } }',
      'components/b/index.wxss': '.a { top: 0 }\n@import "./no.wxss";',
      'components/c/index.wxss': '.a { top: 0 }',
    }
    const found = lines(wcsc(files(bad))).sort()
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/^components\/a\/index\.wxss:2:\d+ unexpected/)
    expect(found[1]).toBe('components/b/index.wxss:2:10 import of a file that does not exist: ./no.wxss')
  })
})

describe('without a compiler for the platform', () => {
  const { platform } = process
  afterEach(() => Object.defineProperty(process, 'platform', { value: platform }))

  it('looks at nothing', () => {
    Object.defineProperty(process, 'platform', { value: 'freebsd' })
    expect(compilerFile('wcc')).toBeUndefined()
    expect(wcc(files({ 'a.wxml': '<view>' }))).toEqual([])
    expect(wcsc(files({ 'a.wxss': '.a {' }))).toEqual([])
  })
})
