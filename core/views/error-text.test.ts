import { translator } from '../../locales/index'
import { chatError } from '../../tests/fixtures/builders'
import { errorText } from './error-text'

const t = translator('en')
const text = (code: number, cause = ''): string => errorText(chatError({ code, cause }), t)

test.each([
  [2801, 'The request timed out. Try again later'],
  [20007, 'The recipient did not accept your message'],
  [20016, 'Too late to recall this message'],
  [10031, 'Too late to recall this message'],
  [10010, 'This group does not exist'],
  [10017, 'You are muted'],
  [80001, 'Not sent: the message has unsuitable content'],
  [-3, 'This message no longer exists'],
])('%i: %s', (code, sentence) => expect(text(code)).toBe(sentence))

test('a code that nobody knows is told, a failure without one is not blamed on anything', () => {
  expect(text(99999)).toBe('Something went wrong (99999). Try again')
  expect(text(0)).toBe('Something went wrong. Try again')
})

test('what the host asked for is named', () => {
  expect(text(-1, 'bob')).toBe('Not a conversation ID: bob')
  expect(text(-2, 'nobody')).toBe('User nobody was not found')
})

test('the words of the SDK are never shown', () => {
  for (const code of [0, 2801, 20007, 99999]) expect(text(code, 'INTERNAL')).not.toContain('INTERNAL')
})
