/**
 * What crosses from the logic to the view thread of a phone while a long chat is open: at most two `setData` calls
 * and 3 KB for one event, over all components of `<TUIKit>`, the covered list included.
 */
import { sdkConversation, sdkMessage } from '../fixtures/builders'
import { advance, bytesOf, setDataOf, settle, type SetDataCall } from './harness'
import { C2C, ME, NOW_S, PEER, chatPage, hostSdk, incoming, receive, send, type, type Page } from './page'

const LOADED = 500
const PAGE = 50
const MAX_CALLS = 2
const MAX_BYTES = 3 * 1024

const AVATAR = 'https://example.com/avatars/0123456789abcdef0123456789abcdef.png'
const SENTENCE = '这是一条普通长度的消息，说的是明天下午三点在会议室见面，请带上资料。'

/** A chat of 500 messages between two people with pictures, over a list of 100 chats. */
async function longChat(): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(
    sdkConversation({ remark: 'Bob', userProfile: { userID: PEER, nick: 'Bob', avatar: AVATAR } }),
    ...Array.from({ length: 99 }, (_, at) => sdkConversation({ conversationID: `C2Cuser${at}` })),
  )
  const messages = Array.from({ length: LOADED }, (_, at) => {
    const from = at % 3 ? PEER : ME
    return sdkMessage({
      from,
      to: from === ME ? PEER : ME,
      nick: from,
      avatar: AVATAR,
      time: NOW_S - 60 * (LOADED - at),
      isPeerRead: at < LOADED - 20,
      payload: { text: `${at} ${SENTENCE}` },
    })
  })
  // In pages larger than the SDK's, so that building the chat does not take longer than the tests.
  for (let end = LOADED; end > 0; end -= PAGE) {
    const list = messages.slice(end - PAGE, end)
    const isCompleted = end === PAGE
    sdk.resolveNext('getMessageList', { messageList: list, nextReqMessageID: list[0]?.ID, isCompleted })
  }
  const page = await chatPage(messages, { sdk })
  const list = page.messages()
  while (list.isWatching('.top')) {
    list.intersect('.top', 1)
    await settle()
  }
  // All of them are loaded, and a few screens of them are drawn.
  expect((list.data.older as unknown[]).length + 1).toBe(LOADED / PAGE)
  expect(list.all('message-row')).toHaveLength(PAGE)
  await advance(5000)
  return page
}

/** What an event costs with everything that follows from it, such as the report that it was read. */
const costOf = (action: () => unknown): Promise<SetDataCall[]> =>
  setDataOf(async () => {
    await action()
    await settle()
    await advance(3000)
  })

function expectWithinBudget(calls: SetDataCall[]): void {
  const told = calls.map(({ tag, patch, bytes }) => `${tag} ${bytes} B: ${Object.keys(patch).join(', ')}`)
  const over = calls.length > MAX_CALLS || bytesOf(calls) > MAX_BYTES
  expect({ told, over }).toEqual({ told, over: false })
}

const newest = (page: Page): string =>
  page.messages().all('view.newer message-row').at(-1)?.find('message-text').text ?? ''

const letter = (text = SENTENCE): ReturnType<typeof incoming> =>
  incoming(text, { avatar: AVATAR, nick: 'Bob' })

// Building the chat takes most of the time: each test goes through several events one after the other.
describe(`with ${LOADED} messages loaded`, () => {
  test('a message that comes in, however the SDK tells it, and its report as read', async () => {
    const page = await longChat()
    const together = await costOf(() => receive(page.sdk, letter('told together')))
    expect(newest(page)).toBe('told together')
    expect(together.map(({ tag }) => tag)).toEqual(['message-list'])
    expectWithinBudget(together)

    const message = letter('told in two ticks')
    const apart = await costOf(async () => {
      page.sdk.emit('MESSAGE_RECEIVED', [message])
      await settle()
      receive(page.sdk, message)
      await advance(2000)
      page.sdk.conversations.splice(0, 1, sdkConversation({ remark: 'Bob', unreadCount: 0 }))
      page.sdk.emit('CONVERSATION_LIST_UPDATED', [...page.sdk.conversations])
    })
    expect(page.sdk.calls('setMessageRead')).not.toEqual([])
    expect(newest(page)).toBe('told in two ticks')
    expectWithinBudget(apart)

    const repeated = await costOf(() => {
      page.sdk.emit('MESSAGE_RECEIVED', [message])
      page.sdk.emit('CONVERSATION_LIST_UPDATED', [...page.sdk.conversations])
    })
    expect(repeated).toEqual([])

    const elsewhere = incoming(SENTENCE, { conversationID: 'C2Cuser50', from: 'user50' })
    expect(await costOf(() => receive(page.sdk, elsewhere))).toEqual([])
  })

  test('messages while something older is read, and a burst', async () => {
    const page = await longChat()
    page.messages().intersect('.bottom', 0)
    const away = await costOf(() => receive(page.sdk, letter()))
    expect(page.messages().find('view.pill').text).toBe('1 new')
    expectWithinBudget(away)

    const burst = await setDataOf(() => {
      for (let at = 0; at < 30; at++) receive(page.sdk, letter(`burst ${at}`))
    })
    expect(burst.map(({ tag }) => tag)).toEqual(['message-list'])
    expect(newest(page)).toBe('burst 29')
    expect(page.messages().find('view.pill').text).toBe('31 new')
  })

  test('own messages: typed, on their way, sent, read, failed', async () => {
    const page = await longChat()
    type(page.input(), 'a')
    expectWithinBudget(await costOf(() => type(page.input(), SENTENCE)))

    const answer = page.sdk.hold('sendMessage')
    const sending = await costOf(() => page.input().find('view.send').tap())
    expect(newest(page)).toBe(SENTENCE)
    expect(page.messages().all('view.state')).toHaveLength(1)
    // The field that is emptied, the list that scrolls to its end, and the row.
    expect(sending.map(({ tag }) => tag)).toEqual(['message-input', 'message-list', 'message-list'])
    expect(bytesOf(sending)).toBeLessThan(1024)

    const sent = await costOf(() => answer.pass())
    expect(page.messages().has('view.state')).toBe(false)
    expect(page.messages().find('text.receipt').text).toBe('Unread')
    expectWithinBudget(sent)

    const mine = page.sdk.historyOf(C2C).filter((message) => message.from === ME)
    const read = await costOf(() => page.sdk.emit('MESSAGE_READ_BY_PEER', mine))
    expect(page.messages().find('text.receipt').text).toBe('Read')
    expectWithinBudget(read)

    const lost = page.sdk.hold('sendMessage')
    await send(page, SENTENCE)
    const failed = await costOf(() => lost.reject(new Error('offline')))
    expect(page.messages().has('view.failed')).toBe(true)
    expectWithinBudget(failed)
  })

  test('a revoke, wherever the message is', async () => {
    const page = await longChat()
    const notices = (): number => page.messages().all('view.notice').length
    const revoke = (at: number): Promise<SetDataCall[]> => {
      const message = page.sdk.historyOf(C2C)[at]
      if (!message) throw new Error(`No message ${at}`)
      return costOf(() => {
        message.isRevoked = true
        page.sdk.emit('MESSAGE_REVOKED', [message])
      })
    }
    const before = notices()
    expectWithinBudget(await revoke(LOADED - 1))
    expectWithinBudget(await revoke(LOADED - 20))
    expect(notices()).toBe(before + 2)
    // Far away from the reader nothing is sent at all.
    expect(await revoke(250)).toEqual([])
    expect(await revoke(0)).toEqual([])
    // A minute that passes changes no time on the screen.
    expect(await setDataOf(() => advance(60_000))).toEqual([])
  })
})
