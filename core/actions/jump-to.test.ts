import { C2C, GROUP, ME, NOW_S, PEER, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { testKit, textOf, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { allMessages } from '../../tests/fixtures/threads'
import { translator } from '../../locales/index'
import { MESSAGE_GONE } from '../store/codes'
import { spanOf } from '../store/list-window'
import { newestFirst } from '../store/pages'
import { messageListView } from '../views/message-list'
import { findMention } from './find-mention'
import { findUnread } from './find-unread'
import { jumpTo } from './jump-to'
import { loadConversations } from './load-conversations'
import { loadNewer } from './load-newer'
import { loadOlder } from './load-older'
import { showChat } from './mark-read'
import { openChat } from './open-chat'
import { sendText } from './send-text'
import { showNewest } from './show-window'

let chat: TestKit
afterEach(() => chat.release())

/** A chat with `count` messages, one a second, and its newest page loaded. */
async function open(
  conversationID: string,
  count: number,
  fields: Record<string, unknown> = {},
): Promise<void> {
  chat = testKit()
  chat.sdk.conversations.push(sdkConversation({ conversationID, ...fields }))
  for (let n = 1; n <= count; n++) {
    const message = sdkMessage({ ID: `id${n}`, conversationID, time: NOW_S + n, payload: { text: `${n}` } })
    chat.sdk.historyOf(conversationID).push(Object.assign(message, { sequence: n }))
  }
  await loadConversations(chat.kit)
  await openChat(chat.kit, conversationID)
  showChat(chat.kit, { conversationID, shown: true, atBottom: true })
}

const shown = (conversationID: string): string[] => textsOf(allMessages(chat.thread(conversationID)))
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
const jump = () => chat.kit.store.get().jump
const textAt = (conversationID: string): string => {
  const found = allMessages(chat.thread(conversationID)).find(({ id }) => id === jump()?.id)
  return found ? textOf(found.content) : ''
}
const view = (conversationID: string) =>
  messageListView(chat.kit.store.get(), conversationID, translator('en'))
const receive = (conversationID: string, text: string): void =>
  chat.sdk.emit('MESSAGE_RECEIVED', [
    sdkMessage({ ID: text, conversationID, time: NOW_S + 9999, payload: { text } }),
  ])

describe('a message that is loaded', () => {
  test('is led to and lit up, without asking anybody', async () => {
    await open(C2C, 15)
    expect(await jumpTo(chat.kit, C2C, { ID: 'id3' })).toEqual({ ok: true, value: undefined })
    expect(textAt(C2C)).toBe('3')
    expect(view(C2C).jump).toMatchObject({ id: jump()?.id, flash: true, seeking: false })
    expect(chat.sdk.calls('getMessageListHopping')).toEqual([])
  })

  test('is led to again, though it is the same one', async () => {
    await open(C2C, 15)
    await jumpTo(chat.kit, C2C, { ID: 'id3' })
    const first = view(C2C).jump.count
    await jumpTo(chat.kit, C2C, { ID: 'id3' })
    expect(view(C2C).jump.count).not.toBe(first)
  })

  test('is drawn, though it is in a page that was not', async () => {
    await open(C2C, 200)
    for (let page = 0; page < 8; page++) await loadOlder(chat.kit, C2C)
    await jumpTo(chat.kit, C2C, { ID: 'id90' })
    const rows = [...view(C2C).older, ...view(C2C).newer].flatMap((page) => page.rows)
    expect(rows.map(({ id }) => id)).toContain(jump()?.id)
    expect(rows.length).toBeLessThan(60)
  })
})

describe.each([
  ['C2C, by time', C2C, (n: number) => ({ ID: `id${n}`, time: NOW_S + n })],
  ['a group, by sequence', GROUP, (n: number) => ({ ID: `id${n}`, sequence: n })],
])('a message far away: %s', (_name, conversationID, target) => {
  test('is shown with what is around it; the gap is closed by scrolling on', async () => {
    await open(conversationID, 100)
    expect((await jumpTo(chat.kit, conversationID, target(30))).ok).toBe(true)
    expect(textAt(conversationID)).toBe('30')
    expect(shown(conversationID)).toEqual(range(16, 44))
    expect(view(conversationID)).toMatchObject({ detached: true, complete: false })

    await loadOlder(chat.kit, conversationID)
    expect(shown(conversationID)).toEqual(range(1, 44))
    expect(view(conversationID).complete).toBe(true)

    while (chat.thread(conversationID)?.tail) await loadNewer(chat.kit, conversationID)
    expect(shown(conversationID)).toEqual(range(1, 100))
    expect(view(conversationID).detached).toBe(false)
  })

  test('next to what is loaded leaves no gap at all', async () => {
    await open(conversationID, 100)
    await jumpTo(chat.kit, conversationID, target(80))
    expect(shown(conversationID)).toEqual(range(66, 100))
    expect(view(conversationID).detached).toBe(false)
  })

  test('history goes on from there', async () => {
    await open(conversationID, 100)
    await jumpTo(chat.kit, conversationID, target(60))
    await loadOlder(chat.kit, conversationID)
    await loadOlder(chat.kit, conversationID)
    expect(shown(conversationID)).toEqual(range(16, 74))
  })

  test('when the gap closes, no more is drawn than was asked for', async () => {
    await open(conversationID, 100)
    for (let page = 0; page < 4; page++) await loadOlder(chat.kit, conversationID)
    await jumpTo(chat.kit, conversationID, target(5))
    while (chat.thread(conversationID)?.tail) await loadNewer(chat.kit, conversationID)
    const thread = chat.thread(conversationID)
    const pages = thread ? newestFirst(thread) : []
    const { from } = spanOf(pages, chat.kit.store.get().windows[conversationID])
    expect(textsOf(pages[from]?.messages ?? []).at(-1)).toBe('25')
    expect(view(conversationID).roomBelow).toBeGreaterThan(0)
  })
})

describe('while another part of the history is shown', () => {
  beforeEach(async () => {
    await open(GROUP, 100)
    await jumpTo(chat.kit, GROUP, { sequence: 30 })
  })

  test('live messages wait with the newest part', () => {
    receive(GROUP, 'live')
    expect(shown(GROUP)).toEqual(range(16, 44))
    expect(view(GROUP).pill).toBe('1 new')
    showNewest(chat.kit, GROUP)
    expect(shown(GROUP)).toEqual([...range(86, 100), 'live'])
  })

  test('a pill leads back, also when nothing is new', () => {
    expect(view(GROUP).pill).toBe('Back to newest')
    showNewest(chat.kit, GROUP)
    expect(view(GROUP)).toMatchObject({ pill: '', detached: false })
    expect(shown(GROUP)).toEqual(range(86, 100))
  })

  test('history goes on from the newest part after going back', async () => {
    showNewest(chat.kit, GROUP)
    await loadOlder(chat.kit, GROUP)
    expect(shown(GROUP)).toEqual(range(71, 100))
  })

  test('nothing is reported as read, whatever stands at the end of the list', async () => {
    const before = chat.sdk.calls('setMessageRead').length
    jest.useFakeTimers() // a report waits up to a second
    chat.sdk.conversations.splice(0, 1, sdkConversation({ conversationID: GROUP, unreadCount: 3 }))
    chat.sdk.emit('CONVERSATION_LIST_UPDATED', chat.sdk.conversations)
    receive(GROUP, 'live')
    await jest.advanceTimersByTimeAsync(5000)
    jest.useRealTimers()
    expect(chat.sdk.calls('setMessageRead')).toHaveLength(before)
  })

  test('what is sent, recalled or fails there is not lost', async () => {
    chat.sdk.rejectNext('sendMessage', sdkError(2801))
    await sendText(chat.kit, GROUP, 'mine')
    const revoked = chat.sdk.historyOf(GROUP)[98]
    if (!revoked) throw new Error('no message')
    revoked.isRevoked = true
    chat.sdk.emit('MESSAGE_REVOKED', [revoked])
    showNewest(chat.kit, GROUP)
    const last = allMessages(chat.thread(GROUP)).slice(-3)
    expect(last.map(({ revoked: gone, status }) => [gone, status])).toEqual([
      [true, 'sent'],
      [false, 'sent'],
      [false, 'failed'],
    ])
  })

  test('a message of the newest part is found there', async () => {
    await jumpTo(chat.kit, GROUP, { sequence: 95 })
    expect(view(GROUP).detached).toBe(false)
    expect(textAt(GROUP)).toBe('95')
  })

  test('opening the chat again begins with its newest messages', async () => {
    await openChat(chat.kit, GROUP)
    expect(shown(GROUP)).toEqual(range(86, 100))
  })

  test('a page that could not be loaded is told and can be asked for again', async () => {
    chat.sdk.rejectNext('getMessageListHopping', sdkError(2801))
    await loadNewer(chat.kit, GROUP)
    expect(view(GROUP)).toMatchObject({
      loadingNewer: false,
      error: 'The request timed out. Try again later',
    })
    await loadNewer(chat.kit, GROUP)
    expect(shown(GROUP)).toEqual(range(16, 59))
    expect(view(GROUP).error).toBe('')
  })

  test('the list is prepared before rows come to its end', async () => {
    const order: string[] = []
    await loadNewer(chat.kit, GROUP, () => {
      order.push(`${shown(GROUP).length} shown`)
      return Promise.resolve()
    })
    expect(order).toEqual(['29 shown'])
    expect(shown(GROUP)).toHaveLength(44)
  })
})

describe('a message that cannot be shown', () => {
  test('is not in the history any more: the list stays where it is', async () => {
    await open(GROUP, 100)
    const result = await jumpTo(chat.kit, GROUP, { ID: 'gone', sequence: 500 })
    expect(result).toMatchObject({ ok: false, error: { code: MESSAGE_GONE } })
    expect(shown(GROUP)).toEqual(range(86, 100))
    expect(jump()).toBeUndefined()
  })

  test('the network fails: an error that says so', async () => {
    await open(GROUP, 100)
    chat.sdk.rejectNext('getMessageListHopping', sdkError(2801))
    const result = await jumpTo(chat.kit, GROUP, { sequence: 30 })
    expect(result).toMatchObject({ ok: false, error: { code: 2801, op: 'getMessageListHopping' } })
    expect(shown(GROUP)).toEqual(range(86, 100))
  })

  test('only the newest of two jumps counts', async () => {
    await open(GROUP, 200)
    const held = chat.sdk.hold('getMessageListHopping')
    const first = jumpTo(chat.kit, GROUP, { sequence: 30 })
    expect(view(GROUP).jump.seeking).toBe(true)
    await jumpTo(chat.kit, GROUP, { sequence: 100 })
    held.pass()
    await first
    expect(textAt(GROUP)).toBe('100')
  })
})

describe('with less than everything known', () => {
  test('the ID tells the time: a quote in C2C that says nothing else', async () => {
    await open(C2C, 100)
    const ID = `144115-${NOW_S + 30}-42`
    Object.assign(chat.sdk.historyOf(C2C)[29] ?? {}, { ID })
    await jumpTo(chat.kit, C2C, { ID, sequence: 0, time: 0 })
    expect(textAt(C2C)).toBe('30')
  })

  test('an SDK without hopping: history is paged in', async () => {
    await open(C2C, 60)
    chat.sdk.rejectNext('getMessageListHopping', sdkError(2998))
    chat.sdk.rejectNext('getMessageListHopping', sdkError(2998))
    await jumpTo(chat.kit, C2C, { ID: 'id20', time: NOW_S + 20 })
    expect(textAt(C2C)).toBe('20')
    expect(view(C2C).detached).toBe(false)
  })

  test('a chat that is not open yet is opened', async () => {
    chat = testKit()
    chat.sdk.historyOf(C2C).push(sdkMessage({ ID: 'only', from: PEER, to: ME, payload: { text: 'only' } }))
    await jumpTo(chat.kit, C2C, { ID: 'only' })
    expect(textAt(C2C)).toBe('only')
  })
})

describe('unread messages in a large group', () => {
  test('hundreds of them: the first is gone to at once, with the line above it', async () => {
    await open(GROUP, 800, { unreadCount: 300 })
    const asked = chat.sdk.calls('getMessageList').length
    await findUnread(chat.kit, GROUP)
    expect(textAt(GROUP)).toBe('501')
    expect(view(GROUP)).toMatchObject({ line: jump()?.id, above: '', jump: { flash: false } })
    expect(chat.sdk.calls('getMessageList')).toHaveLength(asked)
  })

  test('who mentions me: a pill leads from one to the next', async () => {
    const groupAtInfoList = [700, 600].map((messageSequence) => ({
      messageSequence,
      from: PEER,
      atTypeArray: [1],
    }))
    await open(GROUP, 800, { unreadCount: 300, groupAtInfoList })
    expect(view(GROUP)).toMatchObject({ mention: 'You were mentioned', mentionBelow: false })
    await findMention(chat.kit, GROUP)
    expect(textAt(GROUP)).toBe('600')
    expect(view(GROUP)).toMatchObject({ mention: 'You were mentioned', mentionBelow: true })
    await findMention(chat.kit, GROUP)
    expect(textAt(GROUP)).toBe('700')
    expect(view(GROUP).mention).toBe('')
  })

  test('a mention on the first screen needs no pill', async () => {
    const groupAtInfoList = [{ messageSequence: 98, from: PEER, atTypeArray: [1] }]
    await open(GROUP, 100, { unreadCount: 5, groupAtInfoList })
    expect(view(GROUP).mention).toBe('')
  })
})
