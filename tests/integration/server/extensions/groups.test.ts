import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { textOf, until, useServer, type TestClient } from '../../harness'
import { EXTENSION_EVENT } from './events'

const { TYPES } = TencentCloudChat
const users = ['alice', 'bob', 'carol', 'dora'].map((userID) => ({
  userID,
  nick: userID.toUpperCase(),
  avatar: '',
  selfSignature: '',
}))
const server = useServer({ seed: { users, messages: [] } })

const GROUP = 'team'
const NOT_IN_GROUP = 10007
const NOT_FOUND = 20022

interface Reaction {
  reactionID: string
  totalUserCount: number
  partialUserList: { userID: string }[]
  reactedByMyself: boolean
}

let alice: TestClient
let bob: TestClient
let carol: TestClient
let sent: Message

async function say(client: TestClient, text: string): Promise<Message> {
  const message = client.chat.createTextMessage({
    to: GROUP,
    conversationType: TYPES.CONV_GROUP,
    payload: { text },
    isSupportExtension: true,
  })
  await client.chat.sendMessage(message)
  return message
}

const got = (client: TestClient, text: string): Promise<Message> =>
  until(() => client.received.find((message) => textOf(message) === text), `${client.userID} gets ${text}`)

/** The latest that a client was told of one reaction. */
const told = (client: TestClient, reactionID: string): Reaction | undefined =>
  client
    .seen<{ reactionList: Reaction[] }>(EXTENSION_EVENT.REACTIONS_UPDATED)
    .flatMap(({ reactionList }) => reactionList)
    .filter((reaction) => reaction.reactionID === reactionID)
    .at(-1)

beforeEach(async () => {
  alice = await server.login('alice')
  bob = await server.login('bob')
  carol = await server.login('carol')
  await alice.chat.createGroup({
    groupID: GROUP,
    type: TYPES.GRP_WORK,
    name: 'Team',
    memberList: [{ userID: 'bob' }, { userID: 'carol' }],
  })
  sent = await say(alice, 'lunch?')
})

describe('reactions', () => {
  test('reach every member', async () => {
    await bob.chat.addMessageReaction(await got(bob, 'lunch?'), 'smile')
    await carol.chat.addMessageReaction(await got(carol, 'lunch?'), 'smile')
    for (const client of [alice, bob, carol]) {
      await until(() => told(client, 'smile')?.totalUserCount === 2, `${client.userID} sees two smiles`)
    }
    expect(told(alice, 'smile')?.reactedByMyself).toBe(false)
    await carol.chat.removeMessageReaction(await got(carol, 'lunch?'), 'smile')
    await until(() => told(alice, 'smile')?.totalUserCount === 1, 'one is left')

    const { data } = (await alice.chat.getMessageReactions({ messageList: [sent] })) as {
      data: { resultList: { reactionList: Reaction[] }[] }
    }
    expect(data.resultList[0]?.reactionList).toMatchObject([
      { reactionID: 'smile', totalUserCount: 1, partialUserList: [{ userID: 'bob' }] },
    ])
    expect(server.current.reports).toEqual([])
  })

  test('have lists of their users, page by page', async () => {
    for (const client of [alice, bob, carol]) {
      await client.chat.addMessageReaction(client === alice ? sent : await got(client, 'lunch?'), 'smile')
    }
    const listed: string[][] = []
    for (let nextSeq = 0, isCompleted = false; !isCompleted;) {
      const { data } = (await bob.chat.getAllUserListOfMessageReaction({
        message: await got(bob, 'lunch?'),
        reactionID: 'smile',
        nextSeq,
        count: 2,
      })) as { data: { userList: { userID: string }[]; nextSeq: number; isCompleted: boolean } }
      listed.push(data.userList.map(({ userID }) => userID))
      ;({ nextSeq, isCompleted } = data)
    }
    expect(listed).toEqual([['alice', 'bob'], ['carol']])
  })

  test('are for members only, and not for messages from before joining', async () => {
    const dora = await server.login('dora')
    await expect(dora.chat.addMessageReaction(sent, 'smile')).rejects.toMatchObject({ code: NOT_IN_GROUP })
    await expect(dora.chat.getMessageReactions({ messageList: [sent] })).rejects.toMatchObject({
      code: NOT_IN_GROUP,
    })
    await alice.chat.addGroupMember({ groupID: GROUP, userIDList: ['dora'] })
    await expect(dora.chat.addMessageReaction(sent, 'smile')).rejects.toMatchObject({ code: NOT_FOUND })
    await alice.chat.addMessageReaction(sent, 'smile')
    const later = await say(alice, 'now with dora')
    await dora.chat.addMessageReaction(await got(dora, 'now with dora'), 'heart')
    await until(() => told(bob, 'heart')?.totalUserCount === 1, 'bob sees the heart')
    expect(told(dora, 'smile')).toBeUndefined()

    await alice.chat.deleteGroupMember({ groupID: GROUP, userIDList: ['dora'] })
    await expect(dora.chat.addMessageReaction(later, 'smile')).rejects.toMatchObject({ code: NOT_IN_GROUP })
  })

  test('of a targeted message are for those who have it', async () => {
    const whisper = alice.chat.createTextMessage({
      to: GROUP,
      conversationType: TYPES.CONV_GROUP,
      payload: { text: 'for bob' },
      receiverList: ['bob'],
    })
    await alice.chat.sendMessage(whisper)
    await bob.chat.addMessageReaction(await got(bob, 'for bob'), 'smile')
    await until(() => told(alice, 'smile')?.totalUserCount === 1, 'alice sees it')
    await expect(carol.chat.addMessageReaction(whisper, 'smile')).rejects.toMatchObject({ code: NOT_FOUND })
    expect(told(carol, 'smile')).toBeUndefined()
  })
})

describe('extensions', () => {
  test('reach every member, and are kept', async () => {
    await bob.chat.setMessageExtensions(await got(bob, 'lunch?'), [{ key: 'bob', value: 'pizza' }])
    for (const client of [alice, bob, carol]) {
      await until(() => client.seen(EXTENSION_EVENT.EXTENSIONS_UPDATED).length === 1, 'the event comes')
      expect(client.seen(EXTENSION_EVENT.EXTENSIONS_UPDATED)[0]).toEqual({
        messageID: sent.ID,
        extensions: [{ key: 'bob', value: 'pizza' }],
      })
    }
    const late = await got(carol, 'lunch?')
    expect(await carol.chat.getMessageExtensions(late)).toMatchObject({
      data: { extensions: [{ key: 'bob', value: 'pizza' }] },
    })
    await carol.chat.deleteMessageExtensions(late, ['bob'])
    await until(() => alice.seen(EXTENSION_EVENT.EXTENSIONS_DELETED).length === 1, 'alice learns of it')
    expect(await bob.chat.getMessageExtensions(await got(bob, 'lunch?'))).toMatchObject({
      data: { extensions: [] },
    })
    expect(server.current.reports).toEqual([])
  })

  test('are for members only', async () => {
    const dora = await server.login('dora')
    await expect(dora.chat.getMessageExtensions(sent)).rejects.toMatchObject({ code: NOT_IN_GROUP })
    await expect(dora.chat.setMessageExtensions(sent, [{ key: 'a', value: '1' }])).rejects.toMatchObject({
      code: NOT_IN_GROUP,
    })
  })
})
