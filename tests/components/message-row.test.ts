import { translator } from '../../locales/index'
import { messageRow, type RowContext } from '../../core/views/message-row'
import { rowLabels } from '../../core/views/row-labels'
import type { Message, MessageContent } from '../../core/store/types'
import { message, NOW } from '../fixtures/builders'
import { mount, settle, type Mounted, type Node } from './harness'

const t = translator('en')
const EVENTS = [
  'open',
  'menu',
  'quote',
  'mention',
  'avatar',
  'link',
  'react',
  'readers',
  'select',
  'cancel',
  'failedtap',
]

const rowOf = (fields: Partial<Message>, context: Partial<RowContext> = {}) =>
  messageRow(message({ id: 'r', ...fields }), {
    prev: undefined,
    receipt: '',
    t,
    now: NOW,
    group: false,
    ...context,
  })

const draw = (
  fields: Partial<Message>,
  properties: object = {},
  context: Partial<RowContext> = {},
): Mounted =>
  mount('components/TUIChat/message-row', {
    properties: { row: rowOf(fields, context), labels: rowLabels(t), ...properties },
    events: EVENTS,
  })

const tap = async (node: Node): Promise<void> => {
  node.tap()
  await settle()
}
const text = (words: string): Partial<Message> => ({ content: { type: 'text', text: words } })
const custom = (data: object): MessageContent => ({
  type: 'custom',
  data: JSON.stringify(data),
  description: '',
  extension: '',
})

describe('a text', () => {
  test('is exactly what was written, with its links, numbers and addresses to be tapped', async () => {
    const words = 'see a.com/x,\ncall 138 0013 8000 or write to me@b.com'
    const row = draw(text(words))
    expect(row.find('message-text text.text').text).toBe(words)
    for (const part of row.all('message-text text.link')) await tap(part)
    expect(row.events.link).toEqual([
      { id: 'r', url: 'https://a.com/x', type: 'link' },
      { id: 'r', url: '138 0013 8000', type: 'phone' },
      { id: 'r', url: 'me@b.com', type: 'email' },
    ])
  })

  test('marks whom it mentions, and whoever reads it more', () => {
    const row = draw({ ...text('@bob @me hi'), mentions: ['bob', 'alice'] }, {}, { me: 'alice' })
    expect(row.all('message-text text.mention').map((part) => part.classes.includes('strong'))).toEqual([
      false,
      true,
    ])
  })

  test('that is too long for a bubble can be read in full', async () => {
    const row = draw(text('x '.repeat(50_000)))
    expect(row.find('message-text text.text').text.length).toBeLessThan(3100)
    await tap(row.find('message-text view.full'))
    expect(row.events.open).toEqual([{ id: 'r' }])
  })

  test('is shown in full by a double tap, and not by two slow ones', () => {
    const row = draw(text('hello'))
    const bubble = row.instance<{ onTextTap(event: { timeStamp: number }): void }>()
    for (const timeStamp of [0, 900, 1000]) bubble.onTextTap({ timeStamp })
    expect(row.events.open).toEqual([{ id: 'r' }])
    bubble.onTextTap({ timeStamp: 1100 })
    expect(row.events.open).toHaveLength(1)
  })
})

test('a quote leads to its message', async () => {
  const row = draw({ quote: { ID: 'x', sequence: 1, time: 1, name: 'Bob', summary: 'hi' } })
  expect(row.find('message-quote text.text').text).toBe('Bob: hi')
  await tap(row.find('message-quote view.touch'))
  expect(row.events.quote).toEqual([{ id: 'r' }])
})

test('a tap on a reaction gives it, or takes it back', async () => {
  const reactions = [
    { reactionID: '[强]', count: 1, mine: true, names: ['Alice'] },
    { reactionID: '🎉', count: 3, mine: false, names: [] },
  ]
  const row = draw({ reactions })
  expect(row.texts('message-reactions view.chip')).toEqual(['👍Alice', '🎉3'])
  expect(row.all('message-reactions view.chip.mine')).toHaveLength(1)
  for (const chip of row.all('message-reactions view.item')) await tap(chip)
  expect(row.events.react).toEqual([
    { id: 'r', reactionID: '[强]' },
    { id: 'r', reactionID: '🎉' },
  ])
})

test('reactions that are gone leave nothing behind', async () => {
  const row = draw({ reactions: [{ reactionID: '🎉', count: 1, mine: false, names: [] }] })
  row.set({ row: { ...rowOf({}), reactions: null } })
  await settle()
  expect(row.has('message-reactions')).toBe(false)
})

test('how many have read it leads to who they are; the state of a chat of two does not', async () => {
  const readers = { read: 2, unread: 1 }
  const group = draw({ own: true, readers }, {}, { group: true })
  await tap(group.find('text.receipt'))
  expect(group.events.readers).toEqual([{ id: 'r' }])
  const two = draw({ own: true }, {}, { receipt: 'Read' })
  await tap(two.find('text.receipt'))
  expect(two.events.readers).toEqual([])
})

describe('an upload', () => {
  const picture = { url: 'wxfile://a.png', width: 300, height: 200 }
  const image: MessageContent = { type: 'image', original: picture, large: picture, thumbnail: picture }
  const sending: Partial<Message> = { own: true, status: 'sending', content: image, progress: 0.42 }

  test('shows how far it is over the picture, instead of the sign for sending, and can be cancelled', async () => {
    const row = draw(sending)
    expect(row.find('message-progress text.percent').text).toBe('42%')
    expect(row.has('view.state')).toBe(false)
    await tap(row.find('message-progress view.cancel'))
    expect(row.events.cancel).toEqual([{ id: 'r' }])
  })

  test('that is over leaves nothing behind, not even while the rest is on its way', async () => {
    const row = draw(sending)
    row.set({ row: { ...rowOf(sending), progress: null } })
    await settle()
    expect(row.has('message-progress')).toBe(false)
    expect(row.has('view.state')).toBe(true)
  })

  test('that has not begun or is over shows the usual states', () => {
    expect(draw({ ...sending, progress: undefined }).has('view.state')).toBe(true)
    expect(draw({ ...sending, status: 'sent' }).has('message-progress')).toBe(false)
    expect(draw({ ...sending, status: 'failed' }).has('view.failed')).toBe(true)
  })
})

test('what moderation found is covered until somebody wants to see it', async () => {
  const row = draw({ ...text('awful'), risky: true })
  expect(row.text).not.toContain('awful')
  await tap(row.find('text.uncover'))
  expect(row.text).toContain('awful')
})

describe('while messages are chosen', () => {
  test('a tap anywhere chooses this one', async () => {
    const row = draw(text('a.com'), { selecting: true, selected: true })
    expect(row.find('view.pick').attr('aria-checked')).toBe(true)
    expect(row.has('view.checked')).toBe(true)
    await tap(row.find('view.pick'))
    expect(row.events.select).toEqual([{ id: 'r' }])
  })

  test('notices cannot be chosen', () => {
    expect(draw({ revoked: true }, { selecting: true }).has('view.pick')).toBe(false)
  })
})

test('the avatar can be tapped, and pressed to mention', async () => {
  const row = draw({})
  await tap(row.find('view.face'))
  row.find('view.face').fire('longpress')
  await settle()
  expect([row.events.avatar, row.events.mention, row.events.menu]).toEqual([[{ id: 'r' }], [{ id: 'r' }], []])
})

describe('custom messages', () => {
  test('an order opens its page', async () => {
    const row = draw({
      content: custom({ businessID: 'order', title: 'Tea', price: '9', link: 'https://a.com/t' }),
    })
    expect(row.find('message-order text.title').text).toBe('Tea')
    await tap(row.find('message-order view.order'))
    expect(row.events.link).toEqual([{ id: 'r', url: 'https://a.com/t', type: 'link' }])
  })

  test('a link with a script in it does nothing', async () => {
    const order = draw({ content: custom({ businessID: 'order', link: 'javascript:alert(1)' }) })
    await tap(order.find('message-order view.order'))
    expect(order.events.link).toEqual([])
    const link = draw({
      content: custom({ businessID: 'text_link', text: 'x', link: 'javascript:alert(1)' }),
    })
    expect(link.has('message-link view.open')).toBe(false)
  })

  test('a rating of a billion stars has five', () => {
    const row = draw({ content: custom({ businessID: 'evaluation', score: 1e9, comment: 'Good' }) })
    expect(row.all('message-evaluation text.given')).toHaveLength(5)
    expect(row.find('message-evaluation text.comment').text).toBe('Good')
  })

  test('a call stands on the side of the one who called', async () => {
    const data = JSON.stringify({
      businessID: 'av_call',
      call_type: 1,
      data: { cmd: 'audioCall', inviter: 'alice' },
    })
    const call = custom({ businessID: 1, actionType: 5, inviter: 'alice', inviteeList: ['bob'], data })
    const row = draw({ from: 'bob', own: false, content: call })
    expect(row.find('message-call text.text').text).toBe('No answer')
    expect(row.has('view.row.own')).toBe(true)
    await tap(row.find('message-call view.call'))
    expect(row.events.open).toEqual([{ id: 'r' }])
  })

  test('a sticker is drawn large', () => {
    const row = draw({ content: { type: 'face', index: 1, data: '🎉' } })
    expect(row.find('message-face text.emoji').text).toBe('🎉')
    expect(row.find('view.bubble').classes).toContain('bare')
  })
})
