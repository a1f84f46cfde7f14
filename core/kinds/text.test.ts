import { message } from '../../tests/fixtures/builders'
import { EVERYONE, type Message } from '../store/types'
import { textKind, textView } from './text'

const ME = 'alice'
const view = (text: string, fields: Partial<Message> = {}) => {
  const made = message({ ...fields, content: { type: 'text', text } })
  return textView(made.content, made, ME)
}
const parts = (text: string, fields: Partial<Message> = {}) =>
  view(text, fields)?.parts.map(({ type, text: words, strong }) => [type, words, strong].filter(Boolean))

test('a plain text has no parts: it is sent to the view as it is', () => {
  expect(view('hello\nthere')).toBeUndefined()
})

test('links, numbers and addresses are parts', () => {
  expect(parts('see a.com [微笑]')).toEqual([['see '], ['link', 'a.com'], [' 🙂']])
})

describe('mentions', () => {
  test('are marked only where the message says that it has some', () => {
    expect(parts('@bob hi')).toBeUndefined()
    expect(parts('@bob hi', { mentions: ['bob'] })).toEqual([['mention', '@bob'], [' hi']])
  })

  test('of whoever reads it stand out, told by the order of the list', () => {
    expect(parts('@bob @Alice hi', { mentions: ['bob', ME] })).toEqual([
      ['mention', '@bob'],
      [' '],
      ['mention', '@Alice', true],
      [' hi'],
    ])
  })

  test('of everybody are of whoever reads it', () => {
    expect(parts('@所有人 hi', { mentions: [EVERYONE] })?.[0]).toEqual(['mention', '@所有人', true])
  })

  test('that cannot be told apart all stand out when one is', () => {
    expect(parts('@a b @Alice', { mentions: ['x', 'y', ME] })?.filter(([, , strong]) => strong)).toHaveLength(
      2,
    )
  })
})

describe('a long text', () => {
  test('is cut, and says so', () => {
    const made = view('字'.repeat(10_000))
    expect(made?.clipped).toBe(true)
    expect(made?.parts[0]?.text).toHaveLength(3001)
  })

  test('of many lines as well', () => {
    const made = view('a\n'.repeat(1000))
    expect(made?.clipped).toBe(true)
    expect(made?.parts[0]?.text.split('\n')).toHaveLength(200)
  })

  test('of 10 MB is cut before anything is looked for', () => {
    const started = performance.now()
    expect(view('1 '.repeat(5_000_000))?.clipped).toBe(true)
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('is short in previews', () => {
    expect(
      textKind.summary({ type: 'text', text: 'x'.repeat(100_000) }, undefined as never).length,
    ).toBeLessThan(4000)
  })
})

test('parts are made once for a content', () => {
  const made = message({ content: { type: 'text', text: 'a.com' } })
  expect(textView(made.content, made, ME)).toBe(textView(made.content, { ...made }, ME))
})
