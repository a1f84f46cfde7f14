import fc from 'fast-check'
import { textSegments } from './text-segments'

/** The parts that can be tapped, as `type:text`. */
const special = (text: string, mentions = false): string[] =>
  textSegments(text, mentions)
    .filter(({ type }) => type !== 'text')
    .map(({ type, text: words }) => `${type}:${words}`)

const joined = (text: string, mentions = false): string =>
  textSegments(text, mentions)
    .map((segment) => segment.text)
    .join('')

test.each([
  ['看 https://a.com/b?c=1&d=%20#e 吧', 'https://a.com/b?c=1&d=%20#e'],
  ['看https://a.com。好', 'https://a.com'],
  ['See https://a.com/b.', 'https://a.com/b'],
  ['(http://a.cn/x_(y))', 'http://a.cn/x_(y)'],
  ['“HTTPS://A.COM”', 'HTTPS://A.COM'],
  ['http://1.2.3.4:80/x', 'http://1.2.3.4:80/x'],
  ['www.example.org/path', 'www.example.org/path'],
  ['go to example.com/path. Now', 'example.com/path'],
  ['example.com.', 'example.com'],
  ['x.com:8080/a', 'x.com:8080/a'],
])('the link in %s', (text, link) => expect(special(text)).toEqual([`link:${link}`]))

test.each([
  ['打13800138000吧', '13800138000'],
  ['138 0013 8000', '138 0013 8000'],
  ['+86 138-0013-8000', '+86 138-0013-8000'],
  ['010-88888888', '010-88888888'],
  ['400-820-8820', '400-820-8820'],
  ['+44 20 7946 0958', '+44 20 7946 0958'],
  ['12 34567 13800138000', '13800138000'],
])('the number in %s', (text, number) => expect(special(text)).toEqual([`phone:${number}`]))

test('two numbers beside each other are two', () => {
  expect(special('13800138000 13900139000')).toEqual(['phone:13800138000', 'phone:13900139000'])
})

test.each([
  ['写信到 me+a@mail.example.com。', 'me+a@mail.example.com'],
  ['me@a.com.', 'me@a.com'],
  ['13800138000@qq.com', '13800138000@qq.com'],
])('the address in %s', (text, address) => expect(special(text)).toEqual([`email:${address}`]))

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  'http://.',
  'readme.md v1.2.3',
  '2024-03-14 12:00',
  '订单 12345678901234567890',
  'abc13800138000',
  '13800138000x',
  'a@b',
  '价格 100 元',
  '',
])('nothing in %s', (text) => expect(special(text)).toEqual([]))

describe('mentions', () => {
  test('are parts where the message has any', () => {
    expect(special('@alice 你好，@所有人', true)).toEqual(['mention:@alice', 'mention:@所有人'])
    expect(special('@alice 你好')).toEqual([])
  })

  test('are no part of an address', () => {
    expect(special('me@a.com @bob', true)).toEqual(['email:me@a.com', 'mention:@bob'])
  })
})

describe('whatever a peer writes', () => {
  const pieces = fc.constantFrom(
    'http://',
    'www.',
    'a.com',
    '@',
    '1',
    ' ',
    '(',
    ')',
    '.',
    '138',
    '+86',
    'x',
    '中',
    '[',
    '\n',
    '😀',
  )
  const texts = fc.array(pieces, { maxLength: 80 }).map((list) => list.join(''))

  test('no character is lost or moved', () => {
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string({ unit: 'binary' })),
        fc.boolean(),
        (text, mentions) => joined(text, mentions) === text,
      ),
    )
  })

  test('a link always leads into the web', () => {
    fc.assert(
      fc.property(texts, (text) =>
        special(text)
          .filter((part) => part.startsWith('link:'))
          .every((part) => /^link:(https?:\/\/|www\.)?[\w[]/i.test(part)),
      ),
    )
  })

  // Quadratic time would be minutes here, and hours for some.
  test.each([
    'a',
    'a.',
    'a@',
    '1',
    '1 ',
    '1-',
    '@',
    'https://',
    'www.',
    '[',
    '(',
    'http://a)',
    'a.cn ',
    '.',
    '+1',
    '中',
    ' ',
    '@a',
    'http://a.b((((',
    '138 0013 8',
  ])('10 MB of %j take a moment, and the parts have an end', (unit) => {
    const text = unit.repeat(10_000_000 / unit.length)
    const started = performance.now()
    const segments = textSegments(text, true)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(segments.length).toBeLessThan(2000)
  })
})
