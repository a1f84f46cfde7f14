import type { Quote } from '../store/types'
import { readReply, writeReply } from './message-reply'

const quote: Quote = { ID: '144-1700-9', sequence: 7, time: 1_700_000_000, name: 'Bob', summary: 'see you' }

test('what Tencent’s kits wrote is read', () => {
  const messageReply = {
    messageAbstract: 'see you',
    messageSender: 'Bob',
    messageID: '144-1700-9',
    messageType: 1,
    messageTime: 1_700_000_000,
    messageSequence: 7,
    version: 1,
  }
  expect(readReply(JSON.stringify({ messageReply }))).toEqual(quote)
})

test('what is written is read again, and carries more beside it', () => {
  const data = writeReply(quote, 'image', { messageFeature: { needTyping: 1, version: 1 } })
  expect(readReply(data)).toEqual(quote)
  expect(JSON.parse(data)).toMatchObject({
    messageFeature: { needTyping: 1 },
    messageReply: { messageType: 3, version: 1 },
  })
})

test('the first version has neither time nor number', () => {
  expect(readReply('{"messageReply":{"messageID":"a","messageAbstract":"b"}}')).toEqual({
    ID: 'a',
    sequence: 0,
    time: 0,
    name: '',
    summary: 'b',
  })
})

test.each([
  undefined,
  null,
  7,
  '',
  'null',
  '{',
  '{"messageReply":null}',
  '{"messageReply":{"messageID":7}}',
  `{"messageReply":{"messageID":"${'x'.repeat(300)}"}}`,
  `{"messageReply":{"messageID":"a"},"rest":"${'x'.repeat(100_000)}"}`,
])('%j answers to nothing', (data) => expect(readReply(data)).toBeUndefined())

test('hostile words are one short line', () => {
  const messageReply = {
    messageID: 'a',
    messageAbstract: `\u202e\n${'字'.repeat(5000)}`,
    messageSender: '\u0000'.repeat(900),
    messageTime: -1,
    messageSequence: '9',
  }
  const read = readReply(JSON.stringify({ messageReply }))
  expect(read).toMatchObject({ name: '', time: 0, sequence: 0 })
  expect(read?.summary).toMatch(/^字{200}…$/)
})
