import { excesses, kitSizes, packageSizes } from './sizes'

const MB = 1024 * 1024

test('files count for the package that they are in', () => {
  const files = {
    'app.js': 10,
    'sub/index.js': 5,
    'subway.js': 1,
    './package.json': 100,
    'sub/package.json': 7,
  }
  expect(packageSizes(files, ['sub'])).toEqual({ main: 11, subpackages: { sub: 5 } })
})

test('a package over 2 MB is found, whichever it is', () => {
  expect(excesses({ main: 2 * MB, subpackages: { sub: 2 * MB } })).toEqual([])
  expect(excesses({ main: 2 * MB + 1, subpackages: {} })).toEqual([expect.stringContaining('main package')])
  expect(excesses({ main: 0, subpackages: { sub: 2 * MB + 1 } })).toEqual([
    expect.stringContaining('sub has'),
  ])
})

test('a main package over its budget is found', () => {
  expect(excesses({ main: 20_481, subpackages: {} }, 20_480)).toHaveLength(1)
  expect(excesses({ main: 20_480, subpackages: {} }, 20_480)).toEqual([])
})

test('the kit is found where a host has it', () => {
  const copied = { 'TUIKit/index.js': 1, 'TUIKit/debug/GenerateTestUserSig.js': 2, 'pages/a.js': 4 }
  expect(kitSizes(copied)).toEqual({ kit: 1, debug: 2 })
  const packed = {
    'sub/miniprogram_npm/@tencentcloud/chat-uikit-wechat/index.js': 1,
    'sub/miniprogram_npm/@tencentcloud/chat-uikit-wechat/package.json': 8,
    'sub/miniprogram_npm/@tencentcloud/chat/index.js': 16,
  }
  expect(kitSizes(packed)).toEqual({ kit: 1, debug: 0 })
})
