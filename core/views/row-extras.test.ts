import { translator } from '../../locales/index'
import { GROUP, ME, message, NOW, PEER } from '../../tests/fixtures/builders'
import type { Message } from '../store/types'
import { messageRow, type RowContext } from './message-row'

const t = translator('en')
const row = (fields: Partial<Message>, context: Partial<RowContext> = {}) =>
  messageRow(message(fields), { prev: undefined, receipt: '', t, now: NOW, group: false, ...context })
const quote = { ID: 'x', sequence: 1, time: 1, name: 'Bob', summary: 'see [微笑]' }

test('a plain row has nothing around its body', () => {
  const keys = ['quote', 'reactions', 'extra', 'progress', 'edited', 'readable', 'risky', 'due', 'body']
  const plain = row({})
  for (const key of keys) expect(plain).not.toHaveProperty(key)
})

describe('a quote', () => {
  test('is who said it and what', () => {
    expect(row({ quote }).quote).toEqual({ text: 'Bob: see 🙂' })
    expect(row({ quote: { ...quote, name: '', summary: '' } }).quote).toEqual({ text: '[Message]' })
  })

  test('of a recalled message says so, as soon as that is known', () => {
    const made = message({ quote })
    const context = { prev: undefined, receipt: '', t, now: NOW, group: false }
    const before = messageRow(made, context)
    const after = messageRow(made, { ...context, recalled: new Set(['x']) })
    expect(after.quote).toEqual({ text: 'The quoted message was recalled' })
    expect(messageRow(made, context)).toEqual(before)
  })
})

test('reactions are emoji with names, or with a number', () => {
  const reactions = [
    { reactionID: '[强]', count: 1, mine: true, names: ['Alice'] },
    { reactionID: '🎉', count: 12_345, mine: false, names: ['Bob'] },
  ]
  expect(row({ reactions }).reactions).toEqual([
    { id: '[强]', emoji: '👍', text: 'Alice', mine: true },
    { id: '🎉', emoji: '🎉', text: '999+', mine: false },
  ])
})

test('a translation and words of a voice message stand under it, in every phase', () => {
  const extra = row({
    transcript: { phase: 'loading', text: '' },
    translation: { phase: 'ready', text: 'bonjour' },
  }).extra
  expect(extra?.map(({ id, text }) => [id, text])).toEqual([
    ['transcript', 'Transcribing…'],
    ['translation', 'bonjour'],
  ])
  expect(row({ translation: { phase: 'failed', text: '' } }).extra?.[0]?.text).toBe('Could not be translated')
})

test.each([
  [0.424, 42],
  [-1, 0],
  [9, 100],
])('an upload of %d is at %d percent', (progress, percent) => {
  expect(row({ own: true, status: 'sending', progress }).progress).toBe(percent)
})

test('an upload that is over has no progress', () => {
  expect(row({ own: true, status: 'sent', progress: 1 })).not.toHaveProperty('progress')
})

describe('the receipt of an own message in a group', () => {
  const receipt = (read: number, unread: number, fields: Partial<Message> = {}) =>
    row({ own: true, conversationID: GROUP, readers: { read, unread }, ...fields }, { group: true })

  test('tells how many have read it, and leads to them', () => {
    expect(receipt(3, 2)).toMatchObject({ receipt: 'Read by 3', readable: true })
    expect(receipt(5, 0)).toMatchObject({ receipt: 'Read by all', readable: true })
    expect(receipt(0, 5)).toMatchObject({ receipt: 'Not read yet', readable: true })
  })

  test('is not there before it is known, in an empty group, and for what was not sent', () => {
    for (const made of [receipt(0, 0), receipt(1, 1, { status: 'failed' }), receipt(1, 1, { own: false })]) {
      expect(made.receipt).toBe('')
      expect(made).not.toHaveProperty('readable')
    }
  })
})

test('of a recalled message nothing is left around it', () => {
  const reactions = [{ reactionID: '👍', count: 1, mine: true, names: [] }]
  const made = row({ revoked: true, quote, reactions, edited: true, risky: true })
  for (const key of ['quote', 'reactions', 'edited', 'risky']) expect(made).not.toHaveProperty(key)
})

describe('a call', () => {
  const call = (fields: Partial<Message> = {}): Message => {
    const data = JSON.stringify({
      businessID: 'av_call',
      call_type: 1,
      data: { cmd: 'audioCall', inviter: ME },
    })
    const signal = { businessID: 1, actionType: 4, inviter: ME, inviteeList: [PEER], data }
    const content = { type: 'custom', data: JSON.stringify(signal), description: '', extension: '' } as const
    return message({ from: PEER, name: 'Bob', content, ...fields })
  }
  const context = { prev: undefined, receipt: 'Read', t, now: NOW, group: false, me: ME }

  test('has the face of the one who called, though the other one wrote its record', () => {
    const mine = message({ own: true, name: 'Alice', avatar: 'https://c/alice.png' })
    const made = messageRow(call(), { ...context, neighbours: [message(), mine] })
    expect(made).toMatchObject({ own: true, avatar: { url: 'https://c/alice.png' } })
    expect(messageRow(call(), context).avatar).toMatchObject({ url: '', text: 'A' })
  })

  test('begins a run where it stands on the other side than the message before it', () => {
    const prev = message({ from: PEER })
    expect(messageRow(call(), { ...context, prev }).first).toBe(true)
    expect(messageRow(call(), { ...context, prev: call() }).first).toBe(false)
  })
})
