import { C2C, GROUP, ME, NOW_S, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { settle, testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { NO_QUERY, type MessageQuery, type Search } from '../store/searches'
import { openChat } from './open-chat'
import { endSearch, newSearch, searchMessages, searchMore } from './search-messages'

let chat: TestKit
let id: string
beforeEach(() => {
  chat = testKit()
  id = newSearch()
})
afterEach(() => chat.release())

const say = (conversationID: string, ...texts: string[]): void =>
  texts.forEach((text, at) =>
    chat.sdk
      .historyOf(conversationID)
      .push(sdkMessage({ conversationID, time: NOW_S + at, sequence: at + 1, payload: { text } })),
  )
const look = (query: Partial<MessageQuery>): Promise<void> =>
  searchMessages(chat.kit, id, { ...NO_QUERY, ...query })
const search = (): Search | undefined => chat.kit.store.get().searches[id]
const found = (): string[] => textsOf(search()?.found.flatMap(({ messages }) => messages) ?? [])
const asked = () => chat.sdk.calls('searchCloudMessages')

test('messages of all chats are found, several of one chat by their number', async () => {
  say(C2C, 'tea', 'black tea', 'coffee')
  say(GROUP, 'tea for all')
  await look({ words: ['tea'] })
  expect(search()).toMatchObject({ phase: 'ready', local: false })
  expect(search()?.found.map(({ conversationID, count }) => [conversationID, count])).toEqual([
    [C2C, 2],
    [GROUP, 1],
  ])
  expect(found()).toEqual(['tea for all'])
})

test('in one chat all of them come, newest first and page by page', async () => {
  say(C2C, ...Array.from({ length: 25 }, (_, at) => `tea ${at + 1}`))
  await look({ conversationID: C2C, words: ['tea'] })
  expect(found()).toHaveLength(20)
  expect(found()[0]).toBe('tea 25')
  await searchMore(chat.kit, id)
  expect(found()).toHaveLength(25)
  expect(search()).toMatchObject({ cursor: '' })
  await searchMore(chat.kit, id)
  expect(asked()).toHaveLength(2)
})

test('sender, type and time restrict it, and are enough without a word', async () => {
  say(C2C, 'tea')
  chat.sdk.historyOf(C2C).push(sdkMessage({ from: ME, payload: { text: 'own tea' }, time: NOW_S - 100 }))
  await look({ conversationID: C2C, senders: [ME] })
  expect(found()).toEqual(['own tea'])
  await look({ conversationID: C2C, words: ['tea'], from: NOW_S - 10, until: NOW_S + 10 })
  expect(found()).toEqual(['tea'])
  await look({ conversationID: C2C, kinds: ['image'] })
  expect(found()).toEqual([])
  expect(asked()[2]?.[0]).toMatchObject({ messageTypeList: ['TIMImageElem'] })
})

test('a day alone asks for every type: the SDK wants something to look for', async () => {
  say(C2C, 'tea')
  await look({ conversationID: C2C, from: NOW_S - 10, until: NOW_S + 10 })
  expect(found()).toEqual(['tea'])
})

test('nothing to look for asks nobody, and ends what was looked for', async () => {
  say(C2C, 'tea')
  await look({ words: ['tea'] })
  await look({})
  expect(search()).toBeUndefined()
  await look({ kinds: ['image'] })
  expect(asked()).toHaveLength(1)
})

test('an answer that comes late does not replace a newer search', async () => {
  say(C2C, 'tea', 'coffee')
  const slow = chat.sdk.hold('searchCloudMessages')
  const first = look({ conversationID: C2C, words: ['tea'] })
  await settle()
  await look({ conversationID: C2C, words: ['coffee'] })
  slow.pass()
  await first
  expect(found()).toEqual(['coffee'])
})

test('an answer for a screen that was closed is dropped', async () => {
  const slow = chat.sdk.hold('searchCloudMessages')
  const looking = look({ words: ['tea'] })
  await settle()
  endSearch(chat.kit, id)
  slow.pass()
  await looking
  expect(search()).toBeUndefined()
})

test('a failure is told by the search and can be tried again', async () => {
  say(C2C, 'tea')
  chat.sdk.rejectNext('searchCloudMessages', sdkError(2801))
  await look({ conversationID: C2C, words: ['tea'] })
  expect(search()).toMatchObject({ phase: 'failed', error: { code: 2801, op: 'searchCloudMessages' } })
  expect(chat.errors).toHaveLength(1)
  await searchMore(chat.kit, id)
  expect(found()).toEqual(['tea'])
})

describe('a plan without search', () => {
  beforeEach(async () => {
    say(C2C, 'tea', 'coffee', 'TEA time')
    chat.sdk.conversations.push(sdkConversation())
    await openChat(chat.kit, C2C)
    chat.sdk.rejectNext('searchCloudMessages', sdkError(60020))
  })

  test('looks through what is loaded, and says so', async () => {
    await look({ words: ['tea'] })
    expect(search()).toMatchObject({ phase: 'ready', local: true, cursor: '' })
    expect(found()).toEqual(['TEA time', 'tea'])
    await look({ conversationID: C2C, senders: [ME] })
    expect(found()).toEqual([])
  })

  test('looks through one chat page by page, without opening it, as far back as one wants', async () => {
    for (let n = 0; n < 400; n++) say(GROUP, n % 100 ? `word ${n}` : `tent ${n}`)
    await look({ conversationID: GROUP, words: ['tent'] })
    expect(found()).toEqual(['tent 300'])
    expect(search()).toMatchObject({ phase: 'ready', local: true })
    expect(chat.thread(GROUP)).toBeUndefined()
    while (search()?.cursor) await searchMore(chat.kit, id)
    expect(found()).toEqual(['tent 300', 'tent 200', 'tent 100', 'tent 0'])
    expect(asked()).toHaveLength(1)
  })

  test('a failure on the way back can be tried again', async () => {
    for (let n = 0; n < 40; n++) say(GROUP, n ? `word ${n}` : 'tent')
    chat.sdk.rejectNext('getMessageList', sdkError(2801))
    await look({ conversationID: GROUP, words: ['tent'] })
    expect(search()).toMatchObject({ phase: 'failed', error: { code: 2801 } })
    await searchMore(chat.kit, id)
    expect(found()).toEqual(['tent'])
  })

  test('is asked once, and again after the next login', async () => {
    await look({ words: ['tea'] })
    await look({ words: ['coffee'] })
    expect(asked()).toHaveLength(1)
    expect(chat.errors).toHaveLength(1)
    chat.sdk.emit('SDK_NOT_READY', undefined)
    chat.sdk.becomeReady()
    await look({ words: ['tea'] })
    expect(asked()).toHaveLength(2)
    expect(search()).toMatchObject({ local: false })
  })
})

test('what a server or a peer sends is not trusted', async () => {
  for (const data of [
    undefined,
    null,
    7,
    { searchResultList: 'x' },
    { searchResultList: [null, 3, { conversationID: 5 }] },
  ]) {
    chat.sdk.resolveNext('searchCloudMessages', data)
    await look({ words: ['tea'] })
    expect(search()).toMatchObject({ phase: 'ready', found: [] })
  }
  chat.sdk.resolveNext('searchCloudMessages', {
    cursor: 'next',
    searchResultList: [
      { conversationID: C2C, messageCount: -3, messageList: [null, 'x', { ID: 'x', payload: 7 }] },
    ],
  })
  await look({ words: ['tea'] })
  expect(search()?.found).toMatchObject([{ count: 1, messages: [{ ID: 'x', from: '' }] }])
})
