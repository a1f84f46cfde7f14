import type { Message } from '../store/types'
import { GROUP, ME, sdkMessage } from '../../tests/fixtures/builders'
import { mapMessage } from './map'

const map = (fields: Record<string, unknown> = {}): Omit<Message, 'id'> => mapMessage(sdkMessage(fields), ME)
const inGroup = (fields: Record<string, unknown> = {}) => map({ conversationID: GROUP, from: ME, ...fields })

test('a plain message has no more than it needs', () => {
  const keys = [
    'quote',
    'mentions',
    'edited',
    'readers',
    'needsReceipt',
    'risky',
    'silent',
    'sequence',
    'reactions',
  ]
  const mapped = map()
  for (const key of keys) expect(mapped).not.toHaveProperty(key)
})

test('its number counts in groups only', () => {
  expect(inGroup({ sequence: 9 }).sequence).toBe(9)
  expect(map({ sequence: 9 }).sequence).toBeUndefined()
})

test('whom it mentions', () => {
  expect(map({ atUserList: ['bob', ME, 7, ''] }).mentions).toEqual(['bob', ME])
  expect(map({ atUserList: 'bob' }).mentions).toBeUndefined()
})

test('the message that it answers to', () => {
  const cloudCustomData = JSON.stringify({ messageReply: { messageID: 'x', messageAbstract: 'hi' } })
  expect(map({ cloudCustomData }).quote).toMatchObject({ ID: 'x', summary: 'hi' })
})

describe('edited', () => {
  test('is a text that was modified', () => {
    expect(map({ isModified: true }).edited).toBe(true)
    expect(map({ isModified: true, type: 'TIMCustomElem' }).edited).toBeUndefined()
  })

  test('is not one beside which native kits noted answers or reactions', () => {
    for (const key of ['messageReplies', 'messageReact'])
      expect(map({ isModified: true, cloudCustomData: JSON.stringify({ [key]: {} }) }).edited).toBeUndefined()
  })
})

describe('readers', () => {
  const readReceiptInfo = { readCount: 3, unreadCount: 4 }

  test('are those of an own message in a group that asks for receipts', () => {
    expect(inGroup({ needReadReceipt: true, readReceiptInfo }).readers).toEqual({ read: 3, unread: 4 })
  })

  test('are not known of every other', () => {
    expect(inGroup({ readReceiptInfo }).readers).toBeUndefined()
    expect(inGroup({ needReadReceipt: true, readReceiptInfo: {} }).readers).toBeUndefined()
    expect(inGroup({ needReadReceipt: true, readReceiptInfo, from: 'bob' }).readers).toBeUndefined()
  })
})

test('signalling is silent only when it is kept out of both places', () => {
  const both = { _isExcludedFromUnreadCount: true, _isExcludedFromLastMessage: true }
  expect(map(both).silent).toBe(true)
  expect(map({ ...both, _isExcludedFromLastMessage: false }).silent).toBeUndefined()
})

test('what moderation found is marked', () => expect(map({ hasRiskContent: true }).risky).toBe(true))
