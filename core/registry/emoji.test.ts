import { emojiGroups } from './emoji'

test.each(emojiGroups)('every emoji of $id is one character for people, and there once', ({ emoji }) => {
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const one of emoji) expect([...characters.segment(one)]).toHaveLength(1)
  expect(new Set(emoji).size).toBe(emoji.length)
})
