import { translator } from '../../locales/index'
import { message } from '../../tests/fixtures/builders'
import { kindOf } from '../registry/message-kinds'
import type { CustomContent } from '../store/types'

const t = translator('en')
const custom = (data: unknown, fields: Partial<CustomContent> = {}): CustomContent => ({
  type: 'custom',
  data: typeof data === 'string' ? data : JSON.stringify(data),
  description: '',
  extension: '',
  ...fields,
})
const shown = (content: CustomContent) => {
  const { kind, view, summary } = kindOf(content)
  return { kind, words: summary(content, t), body: view?.(content, { t, message: message({ content }) }) }
}

describe('an order', () => {
  const order = {
    businessID: 'order',
    version: 1,
    title: 'A weekend',
    price: '¥ 199',
    description: 'Breakfast',
  }

  test('is its picture, title, price and description, and leads to its page', () => {
    const links = { imageUrl: 'https://c/1.png', link: 'https://c/order?id=1' }
    expect(shown(custom({ ...order, ...links }))).toEqual({
      kind: 'order',
      words: '[Order] A weekend',
      body: {
        title: 'A weekend',
        description: 'Breakfast',
        price: '¥ 199',
        image: 'https://c/1.png',
        link: 'https://c/order?id=1',
      },
    })
  })

  test.each(['javascript:alert(1)', 'file:///a', ' https://a.com', 'https://a b', 'https://', 7, null])(
    'with the link %j leads nowhere',
    (link) => {
      expect(shown(custom({ ...order, link, imageUrl: link })).body).toMatchObject({ link: '' })
    },
  )

  test('may have a number for its price, and nothing else', () => {
    expect(shown(custom({ businessID: 'order', price: 12.5 }))).toMatchObject({
      words: '[Order]',
      body: { title: '[Order]', price: '12.5', description: '' },
    })
  })
})

describe('a rating', () => {
  const stars = (score: unknown): number => {
    const body = shown(custom({ businessID: 'evaluation', score })).body as { stars: { given: boolean }[] }
    expect(body.stars).toHaveLength(5)
    return body.stars.filter((star) => star.given).length
  }

  test('is stars and words', () => {
    const content = custom(
      { businessID: 'evaluation', score: 4, comment: 'Fine' },
      { description: 'Our help' },
    )
    expect(shown(content)).toMatchObject({
      kind: 'evaluation',
      body: { title: 'Our help', label: '4 of 5 stars', comment: 'Fine' },
    })
  })

  test.each([
    [1e9, 5],
    [-3, 0],
    [2.6, 3],
    ['5', 0],
    [null, 0],
  ])('of %j has %d stars', (score, given) => expect(stars(score)).toBe(given))
})

test('a link is words and a way to its page', () => {
  expect(shown(custom({ businessID: 'text_link', text: 'Read this', link: 'https://a.com' }))).toEqual({
    kind: 'link',
    words: 'Read this',
    body: { text: 'Read this', link: 'https://a.com', label: 'Details' },
  })
  expect(shown(custom({ businessID: 'text_link', link: 'javascript:1' }))).toMatchObject({
    words: '[Link]',
    body: { text: '[Link]', link: '' },
  })
})

test('the greeting of a service desk is a card', () => {
  const extension = JSON.stringify({
    title: 'Hello',
    item: [{ key: 'Prices' }, {}, null],
    description: 'Ask us',
  })
  expect(shown(custom('consultion', { extension }))).toMatchObject({
    kind: 'card',
    words: 'Hello',
    body: { title: 'Hello', lines: [{ text: 'Prices' }, { text: 'Ask us' }], opens: false },
  })
  expect(shown(custom('consultion', { extension: 'nonsense' }))).toMatchObject({ words: '[Inquiry]' })
})

test('JSON of another size than a message has is not parsed', () => {
  const data = `{"businessID":"order","title":"${'x'.repeat(100_000)}"}`
  expect(shown(custom(data, { description: 'An order' }))).toMatchObject({
    kind: 'summary',
    words: 'An order',
  })
})
