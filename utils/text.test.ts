import {
  bucket,
  clip,
  clipMiddle,
  dropLastCharacter,
  hasVisible,
  initial,
  readsFromRight,
  singleLine,
  utf8Length,
} from './text'

describe('one line', () => {
  test.each([
    ['line breaks', 'a\r\nb\n\nc\u2028d', 'a b c d'],
    ['tabs and control characters', 'a\tb\u0000c\u0085d', 'a b c d'],
    ['space around', '  a b \n', 'a b'],
    ['a direction override, which would turn the rest of the row around', 'a\u202egnp.exe', 'agnp.exe'],
    ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
    ['zero-width characters', 'a\u200b\u2060\ufeff\u00adb', 'ab'],
  ])('%s', (_, text, expected) => expect(singleLine(text)).toBe(expected))

  test.each(['👨‍👩‍👧', '🏳️‍🌈', 'می‌خواهم', 'क्‍ष', '🇨🇳', '👍🏽', 'e\u0301', '字'])('keeps %s', (text) => {
    expect(singleLine(text)).toBe(text)
  })

  test.each(['', ' ', '\u200b', '\u200d', ' \u200c \u200d', '\u3164', '\u2800\u2800', '\ufff9', '\u034f'])(
    'of nothing to see is empty (%j)',
    (text) => expect(singleLine(text)).toBe(''),
  )

  test('keeps a lone surrogate and does not fail at it', () => {
    expect(singleLine('a\ud83d')).toBe('a\ud83d')
  })

  test('of much is quick', () => {
    const started = performance.now()
    for (const part of [' ', '\n', '\u200d', ' \u200d']) singleLine(`x${part.repeat(200_000)}x`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('clip', () => {
  test('leaves what is short enough', () => {
    expect(clip('abc', 3)).toBe('abc')
    expect(clip('', 3)).toBe('')
  })

  test('cuts, and says so', () => expect(clip('abcd', 3)).toBe('abc…'))

  test('does not split a surrogate pair', () => {
    expect(clip('ab😀cd', 3)).toBe('ab…')
    expect(clip('ab😀cd', 4)).toBe('ab😀…')
    expect(clip('😀😀', 1)).toBe('…')
  })

  test('does not fail at lone surrogates', () => {
    expect(clip('a\ude00bcd', 2)).toBe('a\ude00…')
    expect(clip('\ud83d\ud83d\ud83d', 2)).toBe('\ud83d…')
  })
})

describe('initial', () => {
  test.each([
    ['bob', 'B'],
    ['  bob', 'B'],
    ['张三', '张'],
    ['😀x', '😀'],
    ['\u202e\u200bx', 'X'],
    ['\u200dx', 'X'],
    ['', ''],
    ['\u200b', ''],
  ])('of %j is %j', (name, expected) => expect(initial(name)).toBe(expected))
})

describe('bucket', () => {
  test('is the same for the same text, and in range', () => {
    const all = Array.from({ length: 500 }, (_, at) => bucket(`user${at}`, 8))
    expect(all).toEqual(Array.from({ length: 500 }, (_, at) => bucket(`user${at}`, 8)))
    expect(new Set(all)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]))
  })

  test('is the same on every phone', () => {
    expect(bucket('', 8)).toBe(0x811c9dc5 % 8)
    expect(bucket('a', 1 << 16)).toBe(0xe40c292c % (1 << 16))
  })
})

test.each(['', 'plain', 'é', '界', '😀', 'a\u0000é界😀'])(
  'the length of %j in bytes is that of UTF-8',
  (text) => {
    expect(utf8Length(text)).toBe(Buffer.byteLength(text))
  },
)

test('a keycap goes as one character', () => {
  expect(dropLastCharacter('1️⃣2️⃣')).toBe('1️⃣')
})

describe('a name that is cut in its middle', () => {
  test.each([
    ['short.pdf', 20, 'short.pdf'],
    ['a-rather-long-name.pdf', 12, 'a-rathe….pdf'],
    ['终稿确认版本.pdf', 10, '终稿确…pdf'],
    ['😀😀😀😀😀😀', 7, '😀😀…😀'],
  ])('%s', (name, width, shown) => expect(clipMiddle(name, width)).toBe(shown))
})

test.each([
  ['שלום', true],
  ['  «مرحبا» hello', true],
  ['hello שלום', false],
  ['你好 שלום', false],
  ['123, 😀 עולם', true],
  ['123', false],
  ['', false],
])('%s is read from the right: %s', (text, expected) => expect(readsFromRight(text)).toBe(expected))

test.each([
  ['a', true],
  [' \n\t。', true],
  ['😀', true],
  ['', false],
  ['   \n ', false],
  ['\u200b\u200d\u2060\u202e', false],
])('whether there is anything to be seen in %j: %s', (text, visible) => {
  expect(hasVisible(text)).toBe(visible)
})
