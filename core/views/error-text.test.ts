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

describe('what is done with a message', () => {
  test.each<[string, number[]]>([
    ['revokeMessage', [-3, 2110, 2998, 10007, 10030, 10031, 10032, 20016, 20021, 20022]],
    ['deleteMessage', [-3, 2111, 2116]],
    ['modifyMessage', [-3, 2480, 2481, 2998, 3123, 10007, 20026, 80001, 80002]],
    ['addMessageReaction', [-3, 2998, 3122, 23005, 23006, 23007, 60020]],
    ['removeMessageReaction', [3122, 23008, 23009]],
    ['updateGroupProfile', [-5, 10004, 10007, 10010, 80001]],
    ['setGroupMemberNameCard', [-5, 10004, 10007, 10010]],
    ['changeGroupOwner', [2621, 10004, 10007, 10010]],
    ['createTopicInCommunity', [-5, 2998, 10004, 10007, 10010]],
    ['getTopicList', [2998, 10007, 10010]],
    ['quitGroup', [2623, 10007, 10009]],
    ['dismissGroup', [10007, 10010]],
    ['getGroupProfile', [2998, 10007, 10010, 10015]],
    ['pinGroupMessage', [10007, 10010, 10070, 10071]],
    ['translateText', [2117, 2998, 3122, 25001, 25002, 60020]],
    ['convertVoiceToText', [2118, 2119, 2998, 3122, 25003]],
    ['forwardMessage', [-3, 2453, 2454, 2998, 10007, 10017, 20007, 80002]],
    ['downloadMergerMessage', [-3, 2450, 2451, 2452]],
    ['getGroupMessageReadMemberList', [2998, 10007, 10010]],
    ['jumpTo', [-3]],
  ])('%s has a sentence for each refusal, and for a bad network', (op, codes) => {
    for (const code of [...codes, 2800, 2801, 2805, 2996, 2999, 60022])
      expect([code, errorText(chatError({ code, op }), t)]).toEqual([
        code,
        expect.not.stringContaining(String(code)),
      ])
  })

  test('the same code says what it means after that call', () => {
    const after = (op: string): string => errorText(chatError({ code: 10007, op }), t)
    expect(after('pinGroupMessage')).toBe('Only the owner and admins can do this')
    expect(after('sendMessage')).toBe('You are not in this group')
  })
})

test('the words of the SDK are never shown', () => {
  for (const code of [0, 2801, 20007, 99999]) expect(text(code, 'INTERNAL')).not.toContain('INTERNAL')
})
