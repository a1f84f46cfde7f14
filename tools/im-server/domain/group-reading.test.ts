import { MemoryStorage } from '../memory-storage'
import { Domain } from './index'

function topic(...authors: string[]): Domain['groupReading'] {
  const domain = new Domain(new MemoryStorage())
  domain.topics.put({ id: 't', groupID: 'g' } as Parameters<typeof domain.topics.put>[0])
  for (const from of authors) {
    const message = { from, random: 1, clientTime: domain.groupMessages.end('t') }
    domain.groupMessages.append('t', message as Parameters<typeof domain.groupMessages.append>[1])
    domain.groupReading.passOwn('t', from, domain.groupMessages.end('t'))
  }
  return domain.groupReading
}

test('the read sequence keeps step with own messages, but does not pass those of others', () => {
  const reading = topic('alice', 'alice', 'bob', 'alice')
  expect(reading.state('t', 'alice').readSeq).toBe(2)
  expect([reading.unreadCount('t', 'alice'), reading.ignoredUnread('t', 'alice')]).toEqual([1, 1])
  expect([reading.unreadCount('t', 'bob'), reading.ignoredUnread('t', 'bob')]).toEqual([3, 1])
})

test('a read report counts once, never backwards, and not beyond the end', () => {
  const reading = topic('alice', 'alice', 'alice')
  expect([reading.markRead('t', 'bob', 2), reading.markRead('t', 'bob', 2)]).toEqual([true, false])
  expect(reading.markRead('t', 'bob', 1)).toBe(false)
  expect(reading.markRead('t', 'bob', 99)).toBe(true)
  expect(reading.state('t', 'bob').readSeq).toBe(3)
})

test('what is cleared or deleted is neither seen nor unread', () => {
  const reading = topic('alice', 'alice', 'alice')
  reading.deleteMessage('t', 'bob', 3)
  expect([...reading.backwards('t', 'bob')].map(({ seq }) => seq)).toEqual([2, 1])
  expect(reading.lastMessage('t', 'bob')?.seq).toBe(2)
  expect(reading.unreadCount('t', 'bob')).toBe(2)
  reading.clear('t', 'bob')
  expect([...reading.backwards('t', 'bob')]).toEqual([])
  expect(reading.unreadCount('t', 'bob')).toBe(0)
})
