import TencentCloudChat, { type Message } from '@tencentcloud/chat'
import { useServer, type TestClient } from '../../harness'

const { TYPES } = TencentCloudChat
const MINUTES_AGO = 60

const said = (from: string, to: string, text: string, minutesAgo: number) => ({ from, to, text, minutesAgo })

const users = ['alice', 'bob', 'carol', 'dora'].map((userID) => ({
  userID,
  nick: userID.toUpperCase(),
  avatar: '',
  selfSignature: '',
}))

const server = useServer({
  seed: {
    users,
    messages: [
      said('alice', 'bob', 'Tea or coffee?', 90),
      said('bob', 'alice', 'Coffee, please', 80),
      said('alice', 'bob', 'With milk?', 70),
      said('bob', 'alice', 'Black coffee with sugar', 10),
      said('carol', 'alice', 'The coffee machine is broken', 40),
      said('bob', 'carol', 'Secret coffee', 30),
    ].map((message) => ({ ...message, unread: false })),
  },
})

interface Found {
  conversationID: string
  messageCount: number
  messageList: Message[]
}
interface Results<T> {
  totalCount: number
  cursor: string
  searchResultList: T[]
}

async function search(client: TestClient, options: object): Promise<Results<Found>> {
  return ((await client.chat.searchCloudMessages(options)) as { data: Results<Found> }).data
}

const texts = ({ searchResultList }: Results<Found>): string[] =>
  searchResultList.flatMap(({ messageList }) =>
    messageList.map(({ payload }) => (payload as { text: string }).text),
  )

describe('messages', () => {
  let alice: TestClient
  beforeEach(async () => (alice = await server.login('alice')))
  const inBob = { conversationID: 'C2Cbob' }

  test('are found everywhere, counted by conversation', async () => {
    const { totalCount, searchResultList } = await search(alice, { keywordList: ['COFFEE'] })
    expect(totalCount).toBe(2)
    expect(searchResultList).toMatchObject([
      { conversationID: 'C2Cbob', messageCount: 3, messageList: [] },
      { conversationID: 'C2Ccarol', messageCount: 1 },
    ])
    expect(searchResultList[1]?.messageList[0]).toMatchObject({
      from: 'carol',
      payload: { text: 'The coffee machine is broken' },
    })
    expect(server.current.reports).toEqual([])
  })

  test('are found in one conversation, newest first, by one word or by all', async () => {
    const one = await search(alice, { ...inBob, keywordList: ['coffee', 'milk'] })
    expect(one.totalCount).toBe(4)
    expect(texts(one)).toEqual(['Black coffee with sugar', 'With milk?', 'Coffee, please', 'Tea or coffee?'])
    const all = { ...inBob, keywordList: ['coffee', 'sugar'], keywordListMatchType: 'and' }
    expect(texts(await search(alice, all))).toEqual(['Black coffee with sugar'])
    expect(await search(alice, { ...inBob, keywordList: ['juice'] })).toMatchObject({
      totalCount: 0,
      searchResultList: [],
    })
  })

  test('come page by page', async () => {
    const options = { ...inBob, keywordList: ['coffee'], count: 2 }
    const first = await search(alice, options)
    expect(first.totalCount).toBe(3)
    expect(texts(first)).toEqual(['Black coffee with sugar', 'Coffee, please'])
    const second = await search(alice, { ...options, cursor: first.cursor })
    expect(texts(second)).toEqual(['Tea or coffee?'])
    expect(second.cursor).toBe('')

    const everywhere = { keywordList: ['coffee'], count: 1 }
    const { cursor } = await search(alice, everywhere)
    const { searchResultList } = await search(alice, { ...everywhere, cursor })
    expect(searchResultList[0]?.conversationID).toBe('C2Ccarol')
    await expect(search(alice, { ...everywhere, cursor: 'x' })).rejects.toMatchObject({ code: 27003 })
  })

  test('can be chosen by sender, kind and time', async () => {
    expect(texts(await search(alice, { ...inBob, senderUserIDList: ['alice'] }))).toEqual([
      'With milk?',
      'Tea or coffee?',
    ])
    await alice.chat.sendMessage(
      alice.chat.createLocationMessage({
        to: 'bob',
        conversationType: TYPES.CONV_C2C,
        payload: { description: 'Coffee house', longitude: 1, latitude: 2 },
      }),
    )
    const places = await search(alice, { ...inBob, messageTypeList: [TYPES.MSG_LOCATION] })
    expect(places.searchResultList[0]?.messageList).toMatchObject([
      { payload: { description: 'Coffee house' } },
    ])
    const now = Math.floor(Date.now() / 1000)
    const early = {
      ...inBob,
      keywordList: ['coffee'],
      timePosition: now - 20 * MINUTES_AGO,
      timePeriod: 3900,
    }
    expect(texts(await search(alice, early))).toEqual(['Coffee, please'])
  })

  test('that are revoked or deleted are not found', async () => {
    const sent = await alice.sendText('bob', 'new coffee')
    expect((await search(alice, { ...inBob, keywordList: ['new'] })).totalCount).toBe(1)
    await alice.chat.revokeMessage(sent)
    expect((await search(alice, { ...inBob, keywordList: ['new'] })).totalCount).toBe(0)
    const found = await search(alice, { ...inBob, keywordList: ['sugar'] })
    await alice.chat.deleteMessage(found.searchResultList[0]!.messageList)
    expect((await search(alice, { ...inBob, keywordList: ['sugar'] })).totalCount).toBe(0)
    const bob = await server.login('bob')
    expect((await search(bob, { conversationID: 'C2Calice', keywordList: ['sugar'] })).totalCount).toBe(1)
  })

  test('of others are not found', async () => {
    const dora = await server.login('dora')
    expect(await search(dora, { keywordList: ['coffee'] })).toMatchObject({ totalCount: 0 })
    expect(await search(dora, { ...inBob, keywordList: ['coffee'] })).toMatchObject({ totalCount: 0 })
    expect(await search(alice, { keywordList: ['Secret'] })).toMatchObject({ totalCount: 0 })
  })
})

describe('users', () => {
  interface User {
    userID: string
    nick: string
  }

  test('are found by ID and nick', async () => {
    const alice = await server.login('alice')
    await alice.chat.updateMyProfile({ nick: '林晓雨' })
    const found = async (options: object): Promise<Results<User>> =>
      ((await alice.chat.searchCloudUsers(options)) as { data: Results<User> }).data
    expect(await found({ keywordList: ['晓雨'] })).toMatchObject({
      totalCount: 1,
      searchResultList: [{ userID: 'alice', nick: '林晓雨' }],
    })
    const first = await found({ keywordList: ['bob', 'carol'], count: 1 })
    expect(first).toMatchObject({ totalCount: 2, searchResultList: [{ userID: 'bob' }] })
    const second = await found({ keywordList: ['bob', 'carol'], count: 1, cursor: first.cursor })
    expect(second).toMatchObject({ cursor: '', searchResultList: [{ userID: 'carol' }] })
    expect(await found({ keywordList: ['bob', 'carol'], keywordListMatchType: 'and' })).toMatchObject({
      totalCount: 0,
    })
    expect(server.current.reports).toEqual([])
  })

  test('can be chosen by birthday', async () => {
    const alice = await server.login('alice')
    await alice.chat.updateMyProfile({ birthday: 19990305 })
    const found = async (options: object): Promise<Results<User>> =>
      ((await alice.chat.searchCloudUsers({ keywordList: ['a'], ...options })) as { data: Results<User> })
        .data
    expect((await found({})).totalCount).toBe(3)
    expect(await found({ miniBirthday: 19990101, maxBirthday: 19991231 })).toMatchObject({
      searchResultList: [{ userID: 'alice' }],
    })
  })
})

describe('a plan without search', () => {
  const poor = useServer({ abilities: '01' })

  test('answers so to every search', async () => {
    const { chat } = await poor.login('alice')
    const options = { keywordList: ['a'] }
    const off = { code: 60020 }
    await expect(chat.searchCloudMessages(options)).rejects.toMatchObject(off)
    await expect(chat.searchCloudUsers(options)).rejects.toMatchObject(off)
    await expect(chat.searchCloudGroups(options)).rejects.toMatchObject(off)
    await expect(chat.searchCloudGroupMembers(options)).rejects.toMatchObject(off)
  })
})
