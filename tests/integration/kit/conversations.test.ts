import TencentCloudChat from '@tencentcloud/chat'
import { clearHistory, deleteConversations } from '../../../core/actions/delete-conversation'
import { foldConversation } from '../../../core/actions/fold-conversation'
import { hideConversation } from '../../../core/actions/hide-conversation'
import { loadConversations } from '../../../core/actions/load-conversations'
import { loadFaces } from '../../../core/actions/load-faces'
import { loadOlder } from '../../../core/actions/load-older'
import { markAllRead, markUnread } from '../../../core/actions/mark-unread'
import { muteConversation } from '../../../core/actions/mute-conversation'
import { openChat } from '../../../core/actions/open-chat'
import { pinConversation } from '../../../core/actions/pin-conversation'
import { watchPresence } from '../../../core/actions/watch-presence'
import { watchUnread } from '../../../core/actions/watch-unread'
import { conversationListView, type ConversationRow } from '../../../core/views/conversation-list'
import type { Conversation, Result } from '../../../core/store/types'
import { startServer, type TestServer } from '../harness'
import type { Phone } from './phone'
import { closePhones, phone } from './phone'

const { TYPES } = TencentCloudChat

jest.setTimeout(20_000)

let server: TestServer
let alice: Phone
let bob: Phone
/** Bob's other device. */
let tablet: Phone

beforeEach(async () => {
  server = await startServer({ devices: 2 })
  alice = await phone(server, 'alice')
  bob = await phone(server, 'bob')
  await alice.client.sendText('bob', 'hello')
  await bob.until(() => bob.conversation('alice')?.unread === 1, 'has the chat')
})

afterEach(async () => {
  await closePhones()
  await server.close()
  expect(server.reports).toEqual([])
})

const list = (who: Phone): readonly Conversation[] => who.kit.store.get().conversations.list
const find = (who: Phone, conversationID: string): Conversation | undefined =>
  list(who).find((item) => item.conversationID === conversationID)
const rows = (who: Phone): ConversationRow[] =>
  Object.values(conversationListView(who.kit.store.get(), who.kit.t()).rows)
const row = (who: Phone, conversationID: string): ConversationRow | undefined =>
  rows(who).find(({ id }) => id === conversationID)
const well = async (doing: Promise<Result<void>>): Promise<void> =>
  expect(await doing).toEqual({ ok: true, value: undefined })

async function otherDevice(): Promise<void> {
  tablet = await phone(server, 'bob')
  await tablet.until(() => find(tablet, 'C2Calice'), 'has the chat, too')
}

/** A group of alice's with everybody in it. */
async function group(): Promise<void> {
  await alice.client.chat.createGroup({
    type: TYPES.GRP_WORK,
    name: 'Team',
    groupID: 'team',
    memberList: [{ userID: 'bob' }, { userID: 'carol' }],
  })
  const { chat } = alice.client
  await chat.sendMessage(
    chat.createTextMessage({ to: 'team', conversationType: TYPES.CONV_GROUP, payload: { text: 'hi all' } }),
  )
  await bob.until(() => find(bob, 'GROUPteam'), 'has the group')
}

describe('what is done with a chat, also on the other device', () => {
  beforeEach(otherDevice)

  test('pinned and let go', async () => {
    await group()
    // All of it happened within a second: any of them may be the last.
    const { conversationID = '' } = list(bob).at(-1) ?? {}
    await tablet.until(() => find(tablet, conversationID), 'has it, too')
    await well(pinConversation(bob.kit, conversationID, true))
    expect(list(bob)[0]).toMatchObject({ conversationID, pinned: true })
    await tablet.until(() => list(tablet)[0]?.conversationID === conversationID, 'pins it')
    await well(pinConversation(bob.kit, conversationID, false))
    await tablet.until(() => find(tablet, conversationID)?.pinned === false, 'lets it go')
  })

  test('muted: it does not count', async () => {
    const told: number[] = []
    const stop = watchUnread(bob.kit, (count) => told.push(count))
    await well(muteConversation(bob.kit, 'C2Calice', true))
    expect(row(bob, 'C2Calice')).toMatchObject({ muted: true, dot: true, unread: '' })
    await bob.until(() => told.at(-1) === 0, 'counts nothing')
    await alice.client.sendText('bob', 'again')
    await bob.until(
      () => row(bob, 'C2Calice')?.preview === '[2条] again',
      'shows the number beside the words',
    )
    expect(told).toEqual([1, 0])
    await well(muteConversation(bob.kit, 'C2Calice', false))
    await bob.until(() => told.at(-1) === 2, 'counts again')
    stop()
  })

  test('read without being opened', async () => {
    await well(markAllRead(bob.kit, ['C2Calice']))
    expect(find(bob, 'C2Calice')?.unread).toBe(0)
    await tablet.until(() => find(tablet, 'C2Calice')?.unread === 0, 'reads it')
  })

  test('marked as unread', async () => {
    await markAllRead(bob.kit, ['C2Calice'])
    await well(markUnread(bob.kit, 'C2Calice'))
    await tablet.until(() => row(tablet, 'C2Calice')?.dot, 'has the dot')
    await well(markAllRead(bob.kit, ['C2Calice']))
    await tablet.until(() => row(tablet, 'C2Calice')?.dot === false, 'has it no more')
  })

  test('folded, and taken out again', async () => {
    await well(foldConversation(bob.kit, 'C2Calice', true))
    await tablet.until(() => row(tablet, 'folder')?.preview.includes('hello'), 'has the folder')
    await well(foldConversation(bob.kit, 'C2Calice', false))
    await tablet.until(() => row(tablet, 'C2Calice'), 'has the row again')
  })

  test('hidden until somebody writes', async () => {
    await well(hideConversation(bob.kit, 'C2Calice'))
    expect(rows(bob)).toEqual([])
    await tablet.until(() => rows(tablet).length === 0, 'hides it')
    await alice.client.sendText('bob', 'are you there')
    await bob.until(() => row(bob, 'C2Calice')?.preview === 'are you there', 'shows it again')
    await tablet.until(() => row(tablet, 'C2Calice'), 'shows it, too')
  })
})

describe('deleting', () => {
  const history = async (): Promise<string[]> => {
    await openChat(bob.kit, 'C2Calice')
    while (!bob.thread('alice')?.complete) await loadOlder(bob.kit, 'C2Calice')
    return bob.texts('alice')
  }

  test('a chat with its messages: what comes next stands alone', async () => {
    await well(deleteConversations(bob.kit, ['C2Calice'], true))
    expect(rows(bob)).toEqual([])
    await alice.client.sendText('bob', 'new')
    await bob.until(() => row(bob, 'C2Calice')?.preview === 'new', 'has it again')
    expect(await history()).toEqual(['new'])
  })

  test('a chat without its messages: they are there when it comes back', async () => {
    await well(deleteConversations(bob.kit, ['C2Calice'], false))
    await alice.client.sendText('bob', 'new')
    await bob.until(() => row(bob, 'C2Calice')?.preview === 'new', 'has it again')
    expect(await history()).toEqual(['hello', 'new'])
  })

  test('several at once, the notices of the system among them', async () => {
    await group()
    const all = list(bob).map(({ conversationID }) => conversationID)
    expect(all.length).toBeGreaterThan(1)
    await well(deleteConversations(bob.kit, all, true))
    expect(rows(bob)).toEqual([])
  })

  test('the messages only: the chat stays, empty', async () => {
    await well(clearHistory(bob.kit, 'C2Calice'))
    expect(row(bob, 'C2Calice')).toMatchObject({ preview: '', unread: '' })
    await loadConversations(bob.kit)
    expect(row(bob, 'C2Calice')).toMatchObject({ preview: '' })
    await bob.kit.sdk.conversation('C2Calice')
    expect(await history()).toEqual([])
  })

  test('what the server refuses is taken back, with its code', async () => {
    const result = await clearHistory(bob.kit, 'C2Cnobody')
    expect(result).toMatchObject({ ok: false, error: { op: 'clearHistoryMessage', code: 2500 } })
    expect(list(bob)).toHaveLength(1)
  })
})

describe('groups', () => {
  beforeEach(group)

  test('without a picture are made of their members', async () => {
    const seen = list(bob)
    await bob.until(() => {
      loadFaces(bob.kit, seen)
      return bob.kit.store.get().faces.team?.length === 3
    }, 'has the faces')
    const lines = row(bob, 'GROUPteam')?.avatar.lines ?? []
    expect(lines.map(({ tiles }) => tiles.map(({ text }) => text).sort())).toHaveLength(2)
  })

  test('say that somebody is mentioned, until it is read', async () => {
    const { chat } = alice.client
    const mention = (text: string, atUserList: string[]) =>
      chat.sendMessage(
        chat.createTextAtMessage({
          to: 'team',
          conversationType: TYPES.CONV_GROUP,
          payload: { text, atUserList },
        }),
      )
    await mention('@all look', [String(TYPES.MSG_AT_ALL)])
    await bob.until(() => row(bob, 'GROUPteam')?.tag === '[@所有人] ', 'is mentioned with all')
    await mention('@bob look', ['bob'])
    await bob.until(() => row(bob, 'GROUPteam')?.tag === '[有人@我] ', 'is mentioned')
    expect(find(bob, 'GROUPteam')?.mentioned).toHaveLength(2)
    await markAllRead(bob.kit, ['GROUPteam'])
    expect(row(bob, 'GROUPteam')?.tag).toBe('')
    await loadConversations(bob.kit)
    expect(row(bob, 'GROUPteam')?.tag).toBe('')
  })
})

describe('who is online', () => {
  test('is known of those who are seen, and follows', async () => {
    await bob.until(() => bob.kit.store.get().abilities.presence, 'knows the plan')
    const watch = watchPresence(bob.kit)
    watch.see(['alice', 'carol'])
    await bob.until(() => row(bob, 'C2Calice')?.online, 'sees alice')
    expect(bob.kit.store.get().presence.carol).toBe(false)
    await alice.client.chat.logout()
    await bob.until(() => row(bob, 'C2Calice')?.online === false, 'sees her go')
    watch.see([])
    await bob.until(() => !('carol' in bob.kit.store.get().presence), 'looks at nobody')
    watch.stop()
  })
})
