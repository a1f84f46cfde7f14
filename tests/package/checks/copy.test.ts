import { copiesOf, copyTarget, windowsCopiesOf } from './copy'

test('a trailing slash copies contents on macOS and makes a folder in the folder on Linux', () => {
  expect(copyTarget('node_modules/kit/', './TUIKit', 'bsd')).toBe('./TUIKit')
  expect(copyTarget('node_modules/kit/', './TUIKit', 'gnu')).toBe('./TUIKit/kit')
})

test('a dot after the slash copies contents everywhere, and no slash nowhere', () => {
  for (const flavour of ['gnu', 'bsd'] as const) {
    expect(copyTarget('node_modules/kit/.', './TUIKit', flavour)).toBe('./TUIKit')
    expect(copyTarget('node_modules/kit/debug', './TUIKit', flavour)).toBe('./TUIKit/debug')
  }
})

test('copies are read from commands', () => {
  expect(copiesOf('npm i kit\nmkdir -p ./a && cp -r x/. ./a\ncp -r x/one x/two.js ./b')).toEqual([
    { sources: ['x/.'], folder: './a' },
    { sources: ['x/one', 'x/two.js'], folder: './b' },
  ])
  expect(windowsCopiesOf('xcopy .\\x\\y .\\a /i /e\ncopy .\\x\\z.js .\\a')).toEqual([
    { source: 'x/y', target: 'a' },
    { source: 'x/z.js', target: 'a' },
  ])
  expect(() => windowsCopiesOf('xcopy .\\x .\\a /i')).toThrow('/i /e')
})
