import { highlight } from './highlight'

const shown = (text: string, words: string[], max = 40): string =>
  highlight(text, words, max)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

test('every occurrence is lit up, whatever its case', () => {
  expect(shown('Coffee or COFFEE', ['coffee'])).toBe('[Coffee] or [COFFEE]')
  expect(shown('黑咖啡不加糖', ['咖啡', '糖'])).toBe('黑[咖啡]不加[糖]')
})

test('of words that begin at the same place the longer one is lit up', () => {
  expect(shown('teapot', ['tea', 'teapot'])).toBe('[teapot]')
})

test('a long line is cut around the first hit', () => {
  expect(shown(`${'x'.repeat(100)} tent ${'y'.repeat(100)}`, ['tent'])).toBe(
    `…${'x'.repeat(9)} [tent] ${'y'.repeat(25)}…`,
  )
  expect(shown('x'.repeat(50), ['tent'], 10)).toBe(`${'x'.repeat(10)}…`)
})

test('no cut goes through an emoji', () => {
  const line = `${'😀'.repeat(60)}tent${'😀'.repeat(60)}`
  const text = highlight(line, ['tent'], 31)
    .map((piece) => piece.text)
    .join('')
  expect(text).toBe([...text].filter((character) => !/^[\uD800-\uDFFF]$/.test(character)).join(''))
  expect(text).toContain('tent')
})

test('letters that grow when they are made small stay in their places', () => {
  expect(shown('İİİİ tent', ['tent'])).toBe('İİİİ [tent]')
})

test('without a word, and with an empty one, nothing is lit up', () => {
  expect(highlight('tent', [], 10)).toEqual([{ at: 0, text: 'tent', hit: false }])
  expect(highlight('tent', [''], 10)).toEqual([{ at: 0, text: 'tent', hit: false }])
  expect(highlight('', ['tent'], 10)).toEqual([])
})

test('megabytes take no time', () => {
  const started = Date.now()
  highlight('a'.repeat(5_000_000), ['aab', 'b'], 60)
  expect(Date.now() - started).toBeLessThan(500)
})
