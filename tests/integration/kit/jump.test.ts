import { findMention } from '../../../core/actions/find-mention'
import { findUnread } from '../../../core/actions/find-unread'
import { jumpTo } from '../../../core/actions/jump-to'
import { loadNewer } from '../../../core/actions/load-newer'
import { loadOlder } from '../../../core/actions/load-older'
import { openChat } from '../../../core/actions/open-chat'
import { showNewest } from '../../../core/actions/show-window'
import { textOf, textsOf } from '../../fixtures/kit'
import { allMessages } from '../../fixtures/threads'
import { startServer, type TestServer } from '../harness'
import { closePhones, phone, type Phone } from './phone'

jest.setTimeout(30_000)

const COUNT = 300
const UNREAD = 150
const GROUP = 'GROUPteam'
const C2C = 'C2Cbob'

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `m${from + at}`)

let server: TestServer
let alice: Phone

beforeEach(async () => {
  const users = ['alice', 'bob'].map((userID) => ({ userID, nick: '', avatar: '', selfSignature: '' }))
  const groups = [
    {
      groupID: 'team',
      type: 'Private' as const,
      name: 'Team',
      avatar: '',
      introduction: '',
      notification: '',
      owner: 'bob',
      members: [{ userID: 'alice', role: 'Member' as const, nameCard: '' }],
      minutesAgo: 9999,
    },
  ]
  const messages = numbers(1, COUNT).flatMap((text, at) => {
    const common = { from: 'bob', text, minutesAgo: COUNT - at }
    return [
      { ...common, to: 'alice', unread: false },
      {
        ...common,
        group: 'team',
        unread: at >= COUNT - UNREAD && ['alice'],
        ...(at === 199 && { at: ['alice'] }),
      },
    ]
  })
  server = await startServer({ seed: { users, groups, messages } })
  alice = await phone(server, 'alice')
  await alice.until(() => alice.kit.store.get().conversations.list.length === 2, 'has both chats')
})

afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const thread = (conversationID: string) => alice.kit.store.get().messages[conversationID]
const shown = (conversationID: string): string[] => textsOf(allMessages(thread(conversationID)))
const landed = (conversationID: string): string => {
  const { jump } = alice.kit.store.get()
  const found = allMessages(thread(conversationID)).find(({ id }) => id === jump?.id)
  return found ? textOf(found.content) : ''
}
async function closeGap(conversationID: string): Promise<void> {
  for (let page = 0; thread(conversationID)?.tail; page++) {
    if (page > 30) throw new Error('The gap does not close')
    const result = await loadNewer(alice.kit, conversationID)
    expect(result.ok).toBe(true)
  }
}

test('a message of long ago in C2C: around it, before it, and all that lies between', async () => {
  await openChat(alice.kit, C2C)
  const newest = allMessages(thread(C2C)).at(-1)
  const time = (newest?.time ?? 0) - 200 * 60
  expect((await jumpTo(alice.kit, C2C, { time })).ok).toBe(true)
  expect(landed(C2C)).toBe('m100')
  expect(shown(C2C)).toEqual(numbers(86, 114))

  for (let page = 0; page < 3; page++) await loadOlder(alice.kit, C2C)
  expect(shown(C2C)).toEqual(numbers(41, 114))
  await closeGap(C2C)
  expect(shown(C2C)).toEqual(numbers(41, 300))
  while (!thread(C2C)?.complete) await loadOlder(alice.kit, C2C)
  expect(shown(C2C)).toEqual(numbers(1, 300))
})

test('a quoted message is found by its ID alone; what comes meanwhile waits with the newest part', async () => {
  const bob = await phone(server, 'bob')
  await openChat(alice.kit, C2C)
  const newest = allMessages(thread(C2C)).at(-1)
  await jumpTo(alice.kit, C2C, { time: (newest?.time ?? 0) - 200 * 60 })
  const quoted = allMessages(thread(C2C))[3]
  showNewest(alice.kit, C2C)
  expect(shown(C2C)).toEqual(numbers(286, 300))

  await jumpTo(alice.kit, C2C, { ID: quoted?.ID, sequence: 0, time: quoted?.time })
  expect(landed(C2C)).toBe('m89')
  await bob.client.sendText('alice', 'live')
  await alice.until(
    () => thread(C2C)?.tail?.newer.some((page) => textsOf(page.messages).includes('live')),
    'has it beside',
  )
  expect(shown(C2C)).not.toContain('live')
  await closeGap(C2C)
  expect(shown(C2C).slice(-2)).toEqual(['m300', 'live'])
})

test('in a group: the first of many unread messages, then who mentions me, then up to the newest', async () => {
  await openChat(alice.kit, GROUP)
  await findUnread(alice.kit, GROUP)
  expect(landed(GROUP)).toBe('m151')
  await findMention(alice.kit, GROUP)
  expect(landed(GROUP)).toBe('m200')
  await closeGap(GROUP)
  expect(shown(GROUP).slice(-101)).toEqual(numbers(200, 300))
  while (!thread(GROUP)?.complete) await loadOlder(alice.kit, GROUP)
  expect(shown(GROUP).filter((text) => text.startsWith('m'))).toEqual(numbers(1, 300))
})
