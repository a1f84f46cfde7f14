import { sdkConversation } from '../fixtures/builders'
import { advance, setDataOf, settle, type Node } from './harness'
import {
  C2C,
  bubbles,
  chatPage,
  history,
  hostSdk,
  incoming,
  loneChat,
  own,
  receive,
  rows,
  SLIDE,
  sdkError,
} from './page'

const texts = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `message ${from + at}`)

/** Every row is this high, the screen twelve of them. */
const ROW = 60
const SCREEN = 720

/** Gives the list a layout, which this runtime has not: the reader has scrolled so far up from the newest message. */
function layOut(list: Node): { scrolled: number } {
  const screen = { scrolled: 0 }
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (/(^|--)scroller( |$)/.test(this.className)) return { top: 0, bottom: SCREEN } as DOMRect
    const pages = list.all('view.drawn').map(({ raw }) => raw.$$)
    const older = list.all('view.page').length
    const newestFirst = [
      ...pages.slice(0, pages.length - older).reverse(),
      ...pages.slice(pages.length - older),
    ]
    let bottom = SCREEN + screen.scrolled - Number(list.data.roomBelow)
    for (const page of newestFirst) {
      const height =
        list
          .all('view.drawn')
          .find(({ raw }) => raw.$$ === page)
          ?.all('message-row').length ?? 0
      if (page === this) return { top: bottom - height * ROW, bottom } as DOMRect
      bottom -= height * ROW
    }
    return { top: 0, bottom: 0 } as DOMRect
  })
  return screen
}

/** The text of the row right under this node. */
function rowUnder(node: Node): string {
  let next = node.raw.$$?.nextElementSibling
  while (next && !next.textContent) next = next.nextElementSibling
  return next?.textContent ?? ''
}

describe('states', () => {
  test('loading: a sign where older messages come from', async () => {
    const sdk = hostSdk()
    const answer = sdk.hold('getMessageList')
    const page = await loneChat(history(1), { sdk })
    expect(page.messages().find('view.older').attr('aria-label')).toBe('Loading earlier messages')
    expect(page.messages().has('tui-empty')).toBe(false)
    answer.pass()
    await settle()
    expect(page.messages().has('view.older')).toBe(false)
  })

  test('empty: an invitation, and a field to write in', async () => {
    const page = await loneChat([])
    expect(page.messages().find('tui-empty').text).toBe('No messages yet. Say hello')
    expect(page.chat().has('message-input')).toBe(true)
  })

  test('failed: a sentence and a button that tries again', async () => {
    const sdk = hostSdk()
    sdk.rejectNext('getMessageList', sdkError(2801))
    const page = await chatPage(history(2), { sdk })
    expect(page.messages().find('tui-empty').text).toContain('Could not load messages')
    expect(page.messages().find('tui-empty').text).toContain('The request timed out. Try again later')
    expect(page.kit.events.error).toEqual([expect.objectContaining({ op: 'getMessageList' })])
    page.messages().find('tui-empty view.action').tap()
    await settle()
    expect(page.messages().has('tui-empty')).toBe(false)
    expect(bubbles(page.messages())).toEqual(texts(1, 2))
  })
})

describe('older messages', () => {
  test('come when the top is near, page by page, until there are no more', async () => {
    const page = await loneChat(history(40))
    expect(bubbles(page.messages())).toEqual(texts(26, 40))
    page.messages().intersect('.top', 1)
    await settle()
    expect(bubbles(page.messages())).toEqual(texts(11, 40))
    page.messages().intersect('.top', 1)
    await settle()
    expect(bubbles(page.messages())).toEqual(texts(1, 40))
    expect(page.messages().isWatching('.top')).toBe(false)
  })

  test('one page at a time, however often the top comes near', async () => {
    const page = await loneChat(history(40))
    const answer = page.sdk.hold('getMessageList')
    page.messages().intersect('.top', 1)
    page.messages().intersect('.top', 1)
    await settle()
    expect(page.sdk.calls('getMessageList')).toHaveLength(2)
    expect(page.messages().find('view.older').attr('aria-label')).toBe('Loading earlier messages')
    answer.pass()
    await settle()
    expect(page.messages().has('view.older')).toBe(false)
  })

  test('the top that is far away asks for nothing', async () => {
    const page = await loneChat(history(40))
    page.messages().intersect('.top', 0)
    await settle()
    expect(page.sdk.calls('getMessageList')).toHaveLength(1)
  })

  test('a failure is told in place and waits for a tap, instead of trying for ever', async () => {
    const page = await loneChat(history(40))
    page.sdk.rejectNext('getMessageList', sdkError(2801))
    page.messages().intersect('.top', 1)
    await settle()
    expect(page.messages().find('view.older').text).toContain('Could not load earlier messages')
    expect(page.messages().isWatching('.top')).toBe(false)
    expect(page.sdk.calls('getMessageList')).toHaveLength(2)
    page.messages().find('view.older').tap()
    await settle()
    expect(bubbles(page.messages())).toEqual(texts(11, 40))
  })

  test('a page of which nothing is left is no end: the next one is asked for', async () => {
    const page = await loneChat(history(40))
    page.sdk.resolveNext('getMessageList', { messageList: [], nextReqMessageID: 'sdk-1', isCompleted: false })
    const before = page.messages().watchesStarted('.top')
    page.messages().intersect('.top', 1)
    await settle()
    expect(page.messages().watchesStarted('.top')).toBeGreaterThan(before)
    expect(page.messages().isWatching('.top')).toBe(true)
  })

  test('each page that arrives is watched for anew: the top may still be near', async () => {
    const page = await loneChat(history(100))
    for (let newest = 2; newest <= 4; newest++) {
      const before = page.messages().watchesStarted('.top')
      page.messages().intersect('.top', 1)
      await settle()
      expect(page.messages().watchesStarted('.top')).toBeGreaterThan(before)
    }
  })

  test('cost their own rows only', async () => {
    const page = await loneChat(history(100))
    for (const [at, own] of ['older', 'older[1]'].entries()) {
      const calls = await setDataOf(() => page.messages().intersect('.top', 1))
      const pages = calls
        .flatMap(({ patch }) => Object.keys(patch))
        .filter((path) => /older|newer/.test(path))
      expect(pages).toContain(own)
      // The row that was the first until now may lose what a first row has.
      const before = at ? `older[${at - 1}]` : 'newer[0]'
      const lost = [`${before}.rows[0].time`, `${before}.rows[0].first`]
      expect(pages.filter((path) => ![own, 'loadingOlder', ...lost].includes(path))).toEqual([])
    }
    expect(rows(page.messages())).toHaveLength(45)
  })
})

describe('a long history', () => {
  test('draws what is around the reader; room as high stands for the rest', async () => {
    const page = await loneChat(history(300))
    const list = page.messages()
    const screen = layOut(list)
    for (let scrolled = 0; list.isWatching('.top'); scrolled += 900) {
      screen.scrolled = scrolled
      list.intersect('.top', 1)
      await settle()
      if (list.isWatching('.room-above')) list.intersect('.room-above', 1)
      await settle()
    }
    expect(rows(list).length).toBeLessThan(130)
    expect(bubbles(list)[0]).toBe('message 1')
    expect(list.data.roomBelow).toBeGreaterThan(10_000)
    // All together it is as high as it would be with every row.
    expect(Number(list.data.roomBelow) + rows(list).length * ROW).toBe(300 * ROW)

    // The way back: pages come again, and the others go.
    screen.scrolled = 0
    list.intersect('.room-below', 1)
    await settle()
    expect(bubbles(list).at(-1)).toBe('message 300')
    expect(rows(list).length).toBeLessThan(130)
    expect(list.data.roomBelow).toBe(0)
  })

  test('is left: the next time it opens with its newest messages', async () => {
    const page = await chatPage(history(300))
    const list = page.messages()
    const screen = layOut(list)
    for (let scrolled = 0; scrolled < 9000; scrolled += 900) {
      screen.scrolled = scrolled
      list.intersect('.top', 1)
      await settle()
      if (list.isWatching('.room-above')) list.intersect('.room-above', 1)
      await settle()
    }
    expect(bubbles(list)).not.toContain('message 300')
    page.chat().fire('back')
    await advance(SLIDE)
    await page.openConversation(C2C)
    expect(bubbles(page.messages()).at(-1)).toBe('message 300')
    expect(rows(page.messages()).length).toBeLessThan(60)
  })

  test('takes a message that comes for the price of its row', async () => {
    const page = await loneChat(history(20))
    const list = page.messages()
    layOut(list)
    const calls = await setDataOf(() => receive(page.sdk, incoming('one more')))
    expect(calls).toHaveLength(1)
    expect(Object.keys(calls[0]?.patch ?? {})).toEqual(['newer[0].rows[15]'])
  })
})

describe('new messages', () => {
  test('grow at the end', async () => {
    const page = await loneChat(history(3))
    receive(page.sdk, incoming('new'))
    await settle()
    expect(bubbles(page.messages())).toEqual([...texts(1, 3), 'new'])
  })

  test('30 of them in one tick are one update of the list', async () => {
    const page = await chatPage(history(15))
    const calls = await setDataOf(() => {
      for (let at = 0; at < 30; at++) receive(page.sdk, incoming(`burst ${at}`))
    })
    expect(calls.map(({ tag }) => tag)).toEqual(['message-list'])
    expect(bubbles(page.messages()).slice(-30)).toEqual(Array.from({ length: 30 }, (_, at) => `burst ${at}`))
  })

  test('of other chats change nothing here', async () => {
    const page = await chatPage(history(3))
    const calls = await setDataOf(() =>
      receive(page.sdk, incoming('elsewhere', { conversationID: 'C2Ccarol', from: 'carol' })),
    )
    expect(calls).toEqual([])
  })

  test('that come twice are shown once', async () => {
    const page = await loneChat(history(1))
    const message = incoming('once')
    receive(page.sdk, message)
    page.sdk.emit('MESSAGE_RECEIVED', [message])
    await settle()
    expect(bubbles(page.messages())).toEqual(['message 1', 'once'])
  })

  test('the row of a message that is sent keeps its place and is not made again', async () => {
    const page = await loneChat([own('a')])
    const calls = await setDataOf(async () => {
      page.sdk.emit('MESSAGE_READ_BY_PEER', page.sdk.historyOf(C2C))
      await settle()
    })
    expect(calls.map(({ patch }) => patch)).toEqual([{ 'newer[0].rows[0].receipt': 'Read' }])
  })
})

describe('more unread than a screen shows', () => {
  test('a pill leads up to the first of them, and is gone afterwards', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ unreadCount: 30 }))
    const page = await chatPage(history(60), { sdk })
    expect(page.messages().find('view.above').text).toBe('30 unread')
    page.messages().find('view.above').tap()
    await advance(100)
    const list = page.messages()
    expect(bubbles(list)).toContain('message 31')
    // Line and aim stand right over it.
    expect(rowUnder(list.find('view.unread-line'))).toContain('message 31')
    expect(rowUnder(list.find('view.aim'))).toContain('message 31')
    expect(list.find('view.unread-line').text).toBe('New messages')
    expect(list.find('scroll-view.scroller').attr('scroll-into-view')).toBe('aim')
    expect(list.has('view.above')).toBe(false)
    // The aim is gone again when it was reached.
    await advance(2000)
    expect(list.has('view.aim')).toBe(false)
    expect(list.has('view.unread-line')).toBe(true)
  })

  test('few are on the screen anyway', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ unreadCount: 5 }))
    const page = await chatPage(history(60), { sdk })
    expect(page.messages().has('view.above')).toBe(false)
  })
})
