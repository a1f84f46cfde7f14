import { translator } from '../../locales/index'
import { mapContent } from '../sdk/map-content'
import type { MessageContent } from '../store/types'
import { kindOf, registerMessageKind, type MessageKind } from './message-kinds'

const t = translator('en')
const custom = (data: string, description = ''): MessageContent => ({
  type: 'custom',
  data,
  description,
  extension: '',
})
const summary = (content: MessageContent): string => kindOf(content).summary(content, t)

const order: MessageKind = {
  kind: 'order',
  match: (content) =>
    content.type === 'custom' &&
    (JSON.parse(content.data) as { businessID?: unknown }).businessID === 'order',
  summary: (content) =>
    content.type === 'custom' ? `Order ${(JSON.parse(content.data) as { no: { id: string } }).no.id}` : '',
}

const removers: (() => void)[] = []
const register = (kind: MessageKind): void => void removers.push(registerMessageKind(kind))
afterEach(() => {
  for (const remove of removers.splice(0)) remove()
})

test('a text is its text', () => {
  const content: MessageContent = { type: 'text', text: 'hi\nthere' }
  expect(kindOf(content).kind).toBe('text')
  expect(summary(content)).toBe('hi\nthere')
})

test.each([
  ['TIMFaceElem', {}, '[Sticker]'],
  ['TIMTomorrowElem', {}, '[Unsupported message]'],
  ['', {}, '[Unsupported message]'],
])('%s with %j is told as %s', (sdkType, payload, words) => {
  const content = mapContent(sdkType, payload, 'me')
  expect(kindOf(content).kind).toBe('summary')
  expect(summary(content)).toBe(words)
})

test.each([
  ['TIMFileElem', {}, '[File]'],
  ['TIMFileElem', { fileName: 'plan.pdf' }, '[File] plan.pdf'],
  ['TIMLocationElem', { description: 'West Lake' }, '[Location] West Lake'],
  ['TIMRelayElem', {}, '[Chat history]'],
])('%s with %j is a card, and told as %s', (sdkType, payload, words) => {
  const content = mapContent(sdkType, payload, 'me')
  expect(kindOf(content).kind).toBe('card')
  expect(summary(content)).toBe(words)
})

test.each([
  ['TIMImageElem', '[Photo]'],
  ['TIMVideoFileElem', '[Video]'],
])('%s is a picture, and told as %s', (sdkType, words) => {
  const content = mapContent(sdkType, {}, 'me')
  expect(kindOf(content).kind).toBe('picture')
  expect(summary(content)).toBe(words)
})

test('a voice message is told as one', () => {
  const content = mapContent('TIMSoundElem', {}, 'me')
  expect([kindOf(content).kind, summary(content)]).toEqual(['voice', '[Voice]'])
})

test.each([
  ['TIMGroupTipElem', { operationType: 2, userIDList: ['bob'] }, '“bob” left the group'],
  ['TIMCustomElem', { data: 'group_create' }, 'Someone created the group'],
  ['TIMCustomElem', { data: '{"businessID":"group_create","opUser":"Bob"}' }, '“Bob” created the group'],
])('%s with %j is a centred line: %s', (sdkType, payload, words) => {
  const content = mapContent(sdkType, payload, 'me')
  expect(kindOf(content).kind).toBe('notice')
  expect(summary(content)).toBe(words)
})

test.each([
  [5, 'card', '“g1” was disbanded'],
  [1, 'ask', '“bob” asked to join “g1”'],
])('a notice of the system, operation %d, is a %s: %s', (operationType, kind, words) => {
  const payload = { operationType, operatorID: 'bob', groupProfile: { groupID: 'g1' } }
  const content = mapContent('TIMGroupSystemNoticeElem', payload, 'me')
  expect([kindOf(content).kind, summary(content)]).toEqual([kind, words])
})

test('who created a group is whoever says so, whatever name the message gives', () => {
  const content = mapContent(
    'TIMCustomElem',
    { data: '{"businessID":"group_create","opUser":"Tencent"}' },
    'me',
  )
  const words = kindOf(content).summary(content, t, { own: false, from: 'mallory', name: '' })
  expect(words).toBe('“mallory” created the group')
})

test('a custom message nobody knows is its description, and never blank', () => {
  expect(summary(custom('{"a":1}', 'An order'))).toBe('An order')
  for (const data of ['', 'null', '{', '[]', '7', '"x"', '{"businessID":null}']) {
    expect(summary(custom(data))).toBe('[Unsupported message]')
  }
})

describe('a kind of the host', () => {
  test('wins over the built-in ones, and can be removed', () => {
    const shout: MessageKind = { kind: 'shout', match: ({ type }) => type === 'text', summary: () => 'LOUD' }
    const content: MessageContent = { type: 'text', text: 'hi' }
    const remove = registerMessageKind(shout)
    expect(kindOf(content).kind).toBe('shout')
    expect(summary(content)).toBe('LOUD')
    remove()
    remove()
    expect(kindOf(content).kind).toBe('text')
  })

  test('wins over the one before it', () => {
    for (const kind of ['one', 'two']) register({ kind, match: () => true, summary: () => kind })
    expect(summary({ type: 'text', text: 'hi' })).toBe('two')
  })

  test('is asked only what it matches', () => {
    register(order)
    const content = custom('{"businessID":"order","no":{"id":"7"}}')
    expect(kindOf(content).kind).toBe('order')
    expect(summary(content)).toBe('Order 7')
    expect(summary(custom('{"businessID":"other"}', 'Other'))).toBe('Other')
  })

  test('that throws at what a peer made does not match', () => {
    register(order)
    for (const data of ['', 'null', '{', 'undefined'])
      expect(summary(custom(data, 'Something'))).toBe('Something')
  })

  test('whose summary throws or is no text is told as an unknown one', () => {
    register(order)
    expect(summary(custom('{"businessID":"order"}', 'An order'))).toBe('An order')
    register({ kind: 'odd', match: () => true, summary: () => undefined as unknown as string })
    expect(summary(custom('', 'Something'))).toBe('Something')
  })

  test('may be an object with methods', () => {
    class Order implements MessageKind {
      kind = 'order'
      word = 'Order'
      match(): boolean {
        return this.kind === 'order'
      }
      summary(): string {
        return this.word
      }
    }
    register(new Order())
    const { summary: unbound } = kindOf(custom(''))
    expect(unbound(custom(''), t)).toBe('Order')
  })
})
