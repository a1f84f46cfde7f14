import { openChat } from '../../../core/actions/open-chat'
import { jumpTo } from '../../../core/actions/jump-to'
import { newSearch, searchMessages, searchMore } from '../../../core/actions/search-messages'
import { hitsOf } from '../../../core/views/chat-search'
import { NO_QUERY, type MessageQuery, type Search } from '../../../core/store/searches'
import { textOf, textsOf } from '../../fixtures/kit'
import { allMessages } from '../../fixtures/threads'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(30_000)

const users = ['alice', 'bob', 'carol'].map((userID) => ({ userID, nick: '', avatar: '', selfSignature: '' }))
const COUNT = 120
const DAY = 24 * 60

/** Bob has written 120 messages, every tenth about tents; Carol one about a tent, yesterday. */
const messages = [
  ...Array.from({ length: COUNT }, (_, at) => ({
    from: 'bob',
    to: 'alice',
    text: at % 10 ? `m${at + 1}` : `tent ${at + 1}`,
    minutesAgo: COUNT - at,
    unread: false,
  })),
  { from: 'carol', to: 'alice', text: 'whose TENT is this', minutesAgo: DAY + COUNT, unread: false },
]

let server: TestServer
let alice: Phone
let id: string

async function start(abilities?: string): Promise<void> {
  server = await startServer({ seed: { users, messages }, ...(abilities && { abilities }) })
  alice = await phone(server, 'alice')
  await alice.until(() => alice.kit.store.get().conversations.list.length === 2, 'has both chats')
  id = newSearch()
}

afterEach(async () => {
  await closePhones()
  await server.close()
})

const look = (query: Partial<MessageQuery>): Promise<void> =>
  searchMessages(alice.kit, id, { ...NO_QUERY, ...query })
const search = (): Search | undefined => alice.kit.store.get().searches[id]
const found = (): string[] => textsOf(hitsOf(search()))

test('a word is found in all chats, page by page in one, and its message is led to', async () => {
  await start()
  await look({ words: ['tent'] })
  expect(search()?.found).toMatchObject([
    { conversationID: 'C2Cbob', count: 12, messages: [] },
    { conversationID: 'C2Ccarol', count: 1, messages: [{ content: { text: 'whose TENT is this' } }] },
  ])
  await look({ words: ['m1'], conversationID: 'C2Cbob' })
  expect(found()).toHaveLength(20)
  while (search()?.cursor) await searchMore(alice.kit, id)
  expect(found().length).toBeGreaterThan(20)

  await look({ words: ['tent'], conversationID: 'C2Cbob' })
  const oldest = hitsOf(search()).at(-1)
  expect(oldest && textOf(oldest.content)).toBe('tent 1')
  await openChat(alice.kit, 'C2Cbob')
  expect(await jumpTo(alice.kit, 'C2Cbob', { ID: oldest?.ID, time: oldest?.time })).toMatchObject({
    ok: true,
  })
  const { jump } = alice.kit.store.get()
  const landed = allMessages(alice.thread('bob')).find((message) => message.id === jump?.id)
  expect(landed && textOf(landed.content)).toBe('tent 1')
  // The same row, whichever way it came.
  expect(landed?.id).toBe(oldest?.id)
})

test('sender and day restrict it, also without a word', async () => {
  await start()
  await look({ conversationID: 'C2Cbob', senders: ['alice'] })
  expect(found()).toEqual([])
  const now = Math.floor(Date.now() / 1000)
  const day = { from: now - (DAY + COUNT + 60) * 60, until: now - DAY * 60 }
  await look({ conversationID: 'C2Ccarol', ...day })
  expect(found()).toEqual(['whose TENT is this'])
  await look({ conversationID: 'C2Cbob', ...day })
  expect(found()).toEqual([])
})

test('a plan without search: what is loaded is looked through, and the server is asked once', async () => {
  await start('01')
  await openChat(alice.kit, 'C2Cbob')
  await look({ words: ['tent'] })
  expect(search()).toMatchObject({ phase: 'ready', local: true })
  expect(found()).toEqual(['tent 111'])
  const errors: number[] = []
  alice.kit.onError(({ code }) => errors.push(code))
  await look({ words: ['tent'], conversationID: 'C2Cbob' })
  // One chat is looked through as far back as it goes.
  expect(found()).toHaveLength(12)
  expect(found().at(-1)).toBe('tent 1')
  expect(errors).toEqual([])
})
