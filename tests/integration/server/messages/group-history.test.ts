import type { Message } from '@tencentcloud/chat'
import { until, useServer } from '../../harness'
import { createGroup, groupHistory, sendGroupText, texts } from './helpers'

const server = useServer({ devices: 2 })

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `m${from + i}`)

test('50 messages come page by page, in order, without gap or duplicate', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  for (const text of numbers(1, 50)) await sendGroupText(alice, text)
  await bob.close()
  const again = await server.login('bob')
  const history = await groupHistory(again)
  expect(texts(history)).toEqual(numbers(1, 50))
  expect(new Set(history.map(({ ID }) => ID)).size).toBe(history.length)
})

test('history can be read from a message on, in both directions, to the end', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  const sent: Message[] = []
  for (const text of numbers(1, 40)) sent.push(await sendGroupText(alice, text))
  await sendGroupText(alice, 'to alice', { receiverList: ['alice'] })
  await bob.chat.deleteMessage([await bob.receivedText('m30')])

  const hop = async (direction: number, sequence: number): Promise<string[]> => {
    const all: string[] = []
    let next: number | '' = sequence
    while (next !== '') {
      const options = { conversationID: 'GROUPteam', sequence: next, direction, count: 15 }
      const { data } = (await bob.chat.getMessageListHopping(options)) as {
        data: { messageList: Message[]; isCompleted: boolean; nextMessageSeq: number | '' }
      }
      const page = texts(data.messageList)
      if (direction === 1) all.push(...page)
      else all.unshift(...page)
      next = data.isCompleted ? '' : data.nextMessageSeq
    }
    return all
  }
  const middle = Number(sent[19]?.sequence)
  expect(await hop(0, middle)).toEqual(numbers(1, 20))
  expect(await hop(1, middle)).toEqual(numbers(20, 40).filter((text) => text !== 'm30'))
})

test('what is deleted is gone for its owner only, and stays gone', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  await sendGroupText(alice, 'one')
  const second = await sendGroupText(alice, 'two')
  await bob.receivedText('two')
  await alice.chat.deleteMessage([second])
  await alice.close()
  const again = await server.login('alice')
  expect(texts(await groupHistory(again))).toEqual(['one'])
  expect(texts(await groupHistory(bob))).toEqual(['one', 'two'])
})

test('a newcomer of a Work group does not see what was before', async () => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice])
  await sendGroupText(alice, 'before bob')
  await alice.chat.addGroupMember({ groupID: 'team', userIDList: ['bob'] })
  await sendGroupText(alice, 'with bob')
  await bob.receivedText('with bob')
  expect(texts(await groupHistory(bob))).toEqual(['with bob'])
})

test('who is not in the group cannot read its history', async () => {
  const alice = await server.login('alice')
  const carol = await server.login('carol')
  await createGroup([alice])
  await sendGroupText(alice, 'secret')
  const reading = carol.chat.getMessageListHopping({ conversationID: 'GROUPteam', sequence: 5, direction: 0 })
  await expect(reading).rejects.toMatchObject({ code: 10007 })
})

test.each([
  ['a few', 5, true],
  ['more than a page', 40, true],
  ['a few, nothing in memory', 5, false],
])('after a reconnect what was missed is there once, in order: %s', async (_name, count, inMemory) => {
  const alice = await server.login('alice')
  const bob = await server.login('bob')
  await createGroup([alice, bob])
  await sendGroupText(alice, 'm0')
  await bob.receivedText('m0')
  await bob.synced()
  if (inMemory) await groupHistory(bob)
  bob.loseNetwork()
  for (const text of numbers(1, count)) await sendGroupText(alice, text)
  await sendGroupText(alice, 'not for bob', { receiverList: ['alice'] })
  bob.regainNetwork()
  await until(() => texts(bob.received).includes(`m${count}`), 'the last one is there')
  await sendGroupText(alice, 'after')
  await bob.receivedText('after')
  expect(texts(bob.received)).toEqual([...numbers(0, count), 'after'])
  expect(texts(await groupHistory(bob))).toEqual([...numbers(0, count), 'after'])
})
