import type { Message } from '@tencentcloud/chat'
import { until, useServer, type TestClient } from '../../harness'
import { EXTENSION_EVENT } from './events'

const server = useServer()

interface Reaction {
  reactionID: string
  totalUserCount: number
  partialUserList: { userID: string; nick: string }[]
  reactedByMyself: boolean
}
interface Change {
  messageID: string
  reactionList: Reaction[]
}

/** The latest that a client was told of one reaction. */
const told = (client: TestClient, reactionID: string): Reaction | undefined =>
  client
    .seen<Change>(EXTENSION_EVENT.REACTIONS_UPDATED)
    .flatMap(({ reactionList }) => reactionList)
    .filter((reaction) => reaction.reactionID === reactionID)
    .at(-1)

async function reactionsOf(client: TestClient, ...messageList: Message[]): Promise<Reaction[][]> {
  const { data } = (await client.chat.getMessageReactions({ messageList })) as {
    data: { resultList: Change[] }
  }
  return messageList.map(
    ({ ID }) => data.resultList.find(({ messageID }) => messageID === ID)?.reactionList ?? [],
  )
}

const userIDs = (reaction?: Reaction): string[] | undefined =>
  reaction?.partialUserList.map(({ userID }) => userID)

describe('in C2C conversations', () => {
  let alice: TestClient
  let bob: TestClient
  let sent: Message
  let got: Message

  beforeEach(async () => {
    alice = await server.login('alice')
    bob = await server.login('bob')
    sent = await alice.sendText('bob', 'hello')
    got = await bob.receivedText('hello')
  })

  test('both see who has reacted, at once and later', async () => {
    await bob.chat.addMessageReaction(got, 'smile')
    for (const client of [alice, bob]) {
      await until(() => told(client, 'smile')?.totalUserCount === 1, 'one has smiled')
      expect(userIDs(told(client, 'smile'))).toEqual(['bob'])
    }
    expect(told(bob, 'smile')?.reactedByMyself).toBe(true)
    expect(told(alice, 'smile')?.reactedByMyself).toBe(false)
    expect(told(alice, 'smile')?.partialUserList[0]?.nick).toBe('BOB')

    await alice.chat.addMessageReaction(sent, 'smile')
    await until(() => told(bob, 'smile')?.totalUserCount === 2, 'two have smiled')
    await alice.chat.addMessageReaction(sent, 'heart')

    await bob.close()
    const bobAgain = await server.login('bob')
    const [message] = await bobAgain.history('alice')
    const [list] = await reactionsOf(bobAgain, message!)
    expect(list).toMatchObject([
      { reactionID: 'smile', totalUserCount: 2, reactedByMyself: true },
      { reactionID: 'heart', totalUserCount: 1, reactedByMyself: false },
    ])
    expect(userIDs(list![0])).toEqual(['bob', 'alice'])
    const { data } = (await bobAgain.chat.getAllUserListOfMessageReaction({
      message: message!,
      reactionID: 'smile',
      nextSeq: 0,
    })) as { data: { userList: { userID: string; nick: string }[]; isCompleted: boolean } }
    expect(data.userList).toMatchObject([{ userID: 'bob' }, { userID: 'alice', nick: 'ALICE' }])
    expect(data.isCompleted).toBe(true)
    expect(server.current.reports).toEqual([])
  })

  test('can be taken back, until nobody is left', async () => {
    await alice.chat.addMessageReaction(sent, 'smile')
    await bob.chat.addMessageReaction(got, 'smile')
    await alice.chat.removeMessageReaction(sent, 'smile')
    await until(() => userIDs(told(bob, 'smile'))?.join() === 'bob', 'bob is left')
    await bob.chat.removeMessageReaction(got, 'smile')
    await until(() => told(alice, 'smile')?.totalUserCount === 0, 'nobody is left')
    expect(await reactionsOf(alice, sent)).toEqual([[]])
  })

  test('count once: repeating is refused, and so is taking back what is not there', async () => {
    await alice.chat.addMessageReaction(sent, 'smile')
    await expect(alice.chat.addMessageReaction(sent, 'smile')).rejects.toMatchObject({ code: 23007 })
    await expect(bob.chat.removeMessageReaction(got, 'smile')).rejects.toMatchObject({ code: 23009 })
    await expect(bob.chat.removeMessageReaction(got, 'heart')).rejects.toMatchObject({ code: 23008 })
    expect((await reactionsOf(bob, got))[0]).toMatchObject([{ totalUserCount: 1 }])
  })

  test('are at most ten to a message, and have no endless names', async () => {
    for (let n = 0; n < 10; n += 1) await alice.chat.addMessageReaction(sent, `r${n}`)
    await expect(alice.chat.addMessageReaction(sent, 'r10')).rejects.toMatchObject({ code: 23005 })
    await bob.chat.addMessageReaction(got, 'r3')
    const other = await alice.sendText('bob', 'other')
    await expect(alice.chat.addMessageReaction(other, 'x'.repeat(101))).rejects.toMatchObject({ code: 20001 })
  })

  test('of several messages come in one answer, whoever wrote them', async () => {
    const answer = await bob.sendText('alice', 'hi')
    await bob.chat.addMessageReaction(got, 'smile')
    await bob.chat.addMessageReaction(answer, 'heart')
    const lists = await reactionsOf(bob, got, answer)
    expect(lists.map((list) => list.map(({ reactionID }) => reactionID))).toEqual([['smile'], ['heart']])
  })

  test('go with a revoked message', async () => {
    await bob.chat.addMessageReaction(got, 'smile')
    await alice.chat.revokeMessage(sent)
    expect(await reactionsOf(bob, got)).toEqual([[]])
    await expect(bob.chat.addMessageReaction(got, 'heart')).rejects.toMatchObject({ code: 20022 })
  })

  test('are not for who has deleted the message', async () => {
    await bob.chat.deleteMessage([got])
    await expect(bob.chat.addMessageReaction(got, 'smile')).rejects.toMatchObject({ code: 20022 })
    await alice.chat.addMessageReaction(sent, 'smile')
    expect(await reactionsOf(alice, sent)).toMatchObject([[{ reactionID: 'smile', totalUserCount: 1 }]])
    expect(await reactionsOf(bob, got)).toEqual([[]])
  })

  test('are for the two only', async () => {
    const carol = await server.login('carol')
    await carol.sendText('alice', 'I know her as well')
    await bob.chat.addMessageReaction(got, 'smile')
    await expect(carol.chat.addMessageReaction(got, 'smile')).rejects.toMatchObject({ code: 20022 })
    expect(await reactionsOf(carol, got)).toEqual([[]])
    const asked = { message: got, reactionID: 'smile', nextSeq: 0, count: 100 }
    await expect(carol.chat.getAllUserListOfMessageReaction(asked as never)).rejects.toMatchObject({
      code: 20022,
    })
    expect(carol.seen(EXTENSION_EVENT.REACTIONS_UPDATED)).toEqual([])
  })
})

describe('on two devices of one user', () => {
  const two = useServer({ devices: 2 })

  test('a reaction is the own one on both', async () => {
    const bob = await two.login('bob')
    const phone = await two.login('alice')
    const tablet = await two.login('alice')
    const sent = await bob.sendText('alice', 'hello')
    await phone.chat.addMessageReaction(await phone.receivedText('hello'), 'smile')
    await until(() => told(tablet, 'smile')?.reactedByMyself, 'the tablet knows whose reaction it is')
    await bob.chat.addMessageReaction(sent, 'smile')
    await until(() => told(tablet, 'smile')?.totalUserCount === 2, 'there are two')
    expect(told(tablet, 'smile')?.reactedByMyself).toBe(true)

    await tablet.chat.removeMessageReaction(await tablet.receivedText('hello'), 'smile')
    await until(() => told(phone, 'smile')?.totalUserCount === 1, 'one is left')
    expect(told(phone, 'smile')?.reactedByMyself).toBe(false)
    expect(userIDs(told(phone, 'smile'))).toEqual(['bob'])
  })
})
