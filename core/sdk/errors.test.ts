import { sdkError } from '../../tests/fixtures/fake-sdk'
import { toChatError } from './errors'

test('an error of the SDK keeps its code and its words', () => {
  expect(toChatError('sendMessage', sdkError(2801, 'timeout'))).toEqual({
    code: 2801,
    op: 'sendMessage',
    retryable: true,
    cause: 'timeout',
  })
})

test('a plain object is read the same way', () => {
  expect(toChatError('x', { code: 20007, message: 'blocked' })).toMatchObject({
    code: 20007,
    retryable: false,
    cause: 'blocked',
  })
})

test.each([
  ['a string', 'broken', 'broken'],
  ['nothing', undefined, 'x'],
  ['null', null, 'x'],
  ['a number', 7, 'x'],
  ['an error without words', sdkError(0), 'x'],
  ['a code that is none', { code: 'abc', message: 5 }, 'x'],
])('%s has code 0', (_, thrown, cause) => {
  expect(toChatError('x', thrown)).toEqual({ code: 0, op: 'x', retryable: false, cause })
})
