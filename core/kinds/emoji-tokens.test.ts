import { emojiOf, withEmoji } from './emoji-tokens'

test('tokens of both sets are emoji, wherever they stand', () => {
  expect(withEmoji('[微笑]你好[TUIEmoji_Like][OK]')).toBe('🙂你好👍👌')
})

test.each(['[no such]', '[', '[]', '[[微笑', '[AI]', '[666]', 'a[0]', '[微 笑]'])(
  '%s stays as it is',
  (text) => {
    expect(withEmoji(text)).toBe(text)
  },
)

test('a token inside brackets is one', () => expect(withEmoji('[[微笑]]')).toBe('[🙂]'))

test.each([
  ['[强]', '👍'],
  ['TUIEmoji_Heart', '❤️'],
  ['👍', '👍'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  ['🇨🇳', '🇨🇳'],
  ['1️⃣', '1️⃣'],
  ['☕', '☕'],
  ['', ''],
  ['hello', ''],
  ['你好', ''],
  ['カナ', ''],
  ['привет', ''],
])('the emoji of %s is %s', (token, emoji) => expect(emojiOf(token)).toBe(emoji))

test('10 MB of brackets take a moment', () => {
  const started = performance.now()
  for (const unit of ['[', '[a', ']', '[微笑', '[]']) withEmoji(unit.repeat(10_000_000 / unit.length))
  expect(performance.now() - started).toBeLessThan(3000)
})
