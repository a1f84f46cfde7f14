import { sdkConversation } from '../fixtures/builders'
import { bytesOf, mount, setDataOf, settle, type Node } from './harness'
import { C2C, GROUP, NOW_S, hostSdk, incoming, kitPage, receive, sdkError, type Page } from './page'

const last = (text: string, fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  lastTime: NOW_S,
  lastSequence: 1,
  fromAccount: 'bob',
  nick: '',
  nameCard: '',
  type: 'TIMTextElem',
  payload: { text },
  isRevoked: false,
  ...fields,
})

async function listOf(...conversations: Record<string, unknown>[]): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(...conversations.map((fields) => sdkConversation(fields)))
  return kitPage({ sdk })
}

const row = (page: Page, at = 0): Node => {
  const found = page.list().all('conversation-item')[at]
  if (!found) throw new Error(`There is no row ${at}`)
  return found
}

/** The rows' keys, from the top. */
const keysOf = (page: Page): string[] =>
  (page.list().data.pieces as { keys: string[] }[]).flatMap(({ keys }) => keys)

describe('loading', () => {
  test('a skeleton until the list is there', async () => {
    const sdk = hostSdk()
    const answer = sdk.hold('getConversationList')
    const { kit } = await kitPage({ sdk })
    expect(kit.find('tui-skeleton').attr('label')).toBe('Loading')
    answer.pass()
    await settle()
    expect(kit.has('tui-skeleton')).toBe(false)
  })

  test('nobody has written yet: a plain sentence', async () => {
    const { kit } = await listOf()
    expect(kit.find('tui-empty').text).toContain('No chats yet')
  })

  test('a failure: what happened, and a button that tries again', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation())
    sdk.rejectNext('getConversationList', sdkError(2801))
    const { kit } = await kitPage({ sdk })
    expect(kit.find('tui-empty').text).toContain('Could not load your chats')
    expect(kit.find('tui-empty').text).toContain('The request timed out. Try again later')
    expect(kit.events.error).toEqual([expect.objectContaining({ code: 2801, op: 'getConversationList' })])
    kit.find('tui-empty view.action').tap()
    await settle()
    expect(kit.has('tui-empty')).toBe(false)
    expect(kit.all('conversation-item')).toHaveLength(1)
  })

  test('pulling down reads the list again', async () => {
    const page = await listOf({})
    const answer = page.sdk.hold('getConversationList')
    const scroller = page.list().find('scroll-view.list')
    scroller.fire('refresherrefresh')
    await settle()
    expect(scroller.attr('refresher-triggered')).toBe(true)
    answer.pass()
    await settle()
    expect(scroller.attr('refresher-triggered')).toBe(false)
  })

  test('a refresh that fails keeps the rows, and is told to the host', async () => {
    const page = await listOf({})
    page.sdk.rejectNext('getConversationList', sdkError(2801))
    page.list().find('scroll-view.list').fire('refresherrefresh')
    await settle()
    expect(page.list().all('conversation-item')).toHaveLength(1)
    expect(page.list().find('scroll-view.list').attr('refresher-triggered')).toBe(false)
    expect(page.kit.events.error).toEqual([expect.objectContaining({ op: 'getConversationList' })])
  })

  test('on its own, without an SDK, it waits', async () => {
    const list = mount('components/TUIConversation')
    await settle()
    expect(list.has('tui-skeleton')).toBe(true)
  })
})

describe('a row', () => {
  test('has the name, the newest message and its time', async () => {
    const page = await listOf({ remark: 'Bob', lastMessage: last('see you\nthere') })
    expect(row(page).find('text.name').text).toBe('Bob')
    expect(row(page).find('text.preview').text).toBe('see you there')
    expect(row(page).find('text.time').text).toBe('Just now')
  })

  test('tells who wrote in a group', async () => {
    const page = await listOf({ conversationID: GROUP, lastMessage: last('hi', { nick: 'Bob' }) })
    expect(row(page).find('text.preview').text).toBe('Bob: hi')
  })

  test.each([
    [0, []],
    [3, ['3']],
    [99, ['99']],
    [100, ['99+']],
  ])('%i unread', async (unreadCount, badges) => {
    const page = await listOf({ unreadCount })
    expect(row(page).texts('view.badge')).toEqual(badges)
  })

  test('a muted chat has a dot without a number, and a sign that says so', async () => {
    const page = await listOf({ unreadCount: 7, messageRemindType: 'AcceptNotNotify' })
    expect(row(page).find('view.badge').classes).toContain('dot')
    expect(row(page).find('view.badge').text).toBe('')
    expect(row(page).find('view.muted view.icon').classes).toContain('icon-muted')
    expect(row(page).find('view.muted').attr('aria-label')).toBe('Muted')
  })

  test('a pinned chat looks like one', async () => {
    const page = await listOf({ isPinned: true }, { conversationID: GROUP })
    expect(row(page, 0).find('view.row').classes).toContain('pinned')
    expect(row(page, 1).find('view.row').classes).not.toContain('pinned')
  })

  test('is told to a screen reader in one sentence', async () => {
    const page = await listOf({ remark: 'Bob', unreadCount: 3, lastMessage: last('hi') })
    expect(row(page).find('view.row').attr('aria-label')).toBe('Bob, 3 unread, hi, Just now')
  })

  test('markup stays text', async () => {
    const page = await listOf({ remark: '<b>Bob</b>', lastMessage: last('<img src=x onerror=alert(1)>') })
    expect(row(page).find('text.name').text).toBe('<b>Bob</b>')
    expect(row(page).find('text.preview').text).toBe('<img src=x onerror=alert(1)>')
    expect(document.querySelector('b, img')).toBeNull()
  })

  test('the sum of what is unread stands in the title, without muted chats', async () => {
    const page = await listOf(
      { unreadCount: 3 },
      { conversationID: GROUP, unreadCount: 50, messageRemindType: 'AcceptNotNotify' },
    )
    expect(page.list().find('view.title').text).toBe('Chats (3)')
  })
})

describe('changes', () => {
  test('a message in the first chat sends the paths of its row only', async () => {
    const page = await listOf(
      { remark: 'Bob', lastMessage: last('old') },
      ...Array.from({ length: 30 }, (_, at) => ({ conversationID: `C2Cuser${at}` })),
    )
    const key = keysOf(page)[0]
    const calls = await setDataOf(() => receive(page.sdk, incoming('new')))
    expect(calls.map(({ tag }) => tag)).toEqual(['TUIConversation'])
    expect(calls[0]?.patch).toEqual({
      title: 'Chats (1)',
      'tabs[1].count': '1',
      [`rows.${key}.preview`]: 'new',
      [`rows.${key}.unread`]: '1',
      [`rows.${key}.label`]: 'Bob, 1 unread, new, Just now',
    })
    expect(row(page).find('text.preview').text).toBe('new')
    expect(row(page).find('view.badge').text).toBe('1')
  })

  test('a chat that moves from the last place to the first sends its own words and the order', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      conversationID: `C2Cuser${at}`,
      lastMessage: last('see you there', { lastTime: NOW_S - at }),
    }))
    const page = await listOf(...many)
    const before = keysOf(page)
    const moving = incoming('new', { conversationID: 'C2Cuser299', from: 'user299' })
    const calls = await setDataOf(() => receive(page.sdk, moving))
    expect(calls.map(({ tag }) => tag)).toEqual(['TUIConversation'])
    // One row is new; of the 29 that stay on the screen only the places are told.
    expect(bytesOf(calls)).toBeLessThan(1500)
    expect(keysOf(page).slice(1)).toEqual(before.slice(0, -1))
    expect(page.list().texts('text.name').slice(0, 2)).toEqual(['user299', 'user0'])
  })

  test('a chat with a new message moves to the top, the others stay as they are', async () => {
    const page = await listOf({ remark: 'First' }, { conversationID: 'C2Ccarol', remark: 'Carol' })
    receive(page.sdk, incoming('hello', { conversationID: 'C2Ccarol', from: 'carol' }))
    await settle()
    expect(page.list().texts('text.name')).toEqual(['Carol', 'First'])
    expect(row(page).find('text.preview').text).toBe('hello')
  })

  test('a chat that is gone leaves the list', async () => {
    const page = await listOf({ remark: 'Bob' }, { conversationID: 'C2Ccarol', remark: 'Carol' })
    page.sdk.conversations.shift()
    page.sdk.emit('CONVERSATION_LIST_UPDATED', [...page.sdk.conversations])
    await settle()
    expect(page.list().texts('text.name')).toEqual(['Carol'])
  })

  test('the same list once more sends nothing', async () => {
    const page = await listOf({}, { conversationID: GROUP })
    const calls = await setDataOf(() =>
      page.sdk.emit('CONVERSATION_LIST_UPDATED', [...page.sdk.conversations]),
    )
    expect(calls).toEqual([])
  })

  test('while a chat covers it the list is silent, and catches up in one piece', async () => {
    const page = await listOf({ remark: 'Bob', lastMessage: last('old') })
    await page.openConversation(C2C)
    const covered = await setDataOf(async () => {
      for (let at = 0; at < 5; at++) {
        receive(page.sdk, incoming(`message ${at}`, { conversationID: 'C2Ccarol', from: 'carol' }))
        await settle()
      }
    })
    expect(covered.filter(({ tag }) => tag === 'TUIConversation')).toEqual([])
    const uncovered = await setDataOf(() => page.chat().find('view.back').tap())
    expect(uncovered.filter(({ tag }) => tag === 'TUIConversation')).toHaveLength(1)
    expect(page.list().texts('text.name')).toEqual(['carol', 'Bob'])
  })
})
