import { parseConversationID } from './conversation-id'

test.each([
  ['C2Cbob', 'C2C', 'bob'],
  ['C2CC2C', 'C2C', 'C2C'],
  ['GROUPteam', 'GROUP', 'team'],
  ['GROUP@TGS#_mGBLTM5KE', 'GROUP', '@TGS#_mGBLTM5KE'],
  ['@TIM#SYSTEM', 'SYSTEM', '@TIM#SYSTEM'],
])('%s is a conversation', (id, type, target) => {
  expect(parseConversationID(id)).toEqual({ type, target })
})

test.each(['', 'C2C', 'GROUP', 'bob', 'c2cbob', 'groupteam', ' C2Cbob', '@TIM#SYSTEM2'])(
  '"%s" is none',
  (id) => expect(parseConversationID(id)).toBeUndefined(),
)
