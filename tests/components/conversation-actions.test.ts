import { MARKS } from '../../core/store/marks'
import { sdkConversation } from '../fixtures/builders'
import {
  bob,
  cell,
  choose,
  items,
  last,
  listOf,
  longPress,
  names,
  row,
  swipe,
  team,
} from './conversation-page'
import { phone, setDataOf, settle, type Node } from './harness'
import { C2C, GROUP, hostSdk, incoming, kitPage, receive, sdkError, type Page } from './page'

describe('a row pushed aside', () => {
  test('uncovers what can be done, one row at a time', async () => {
    const page = await listOf([bob, team])
    await swipe(page)
    expect(row(page).texts('view.action')).toEqual(['Mute', 'Pin', 'Delete'])
    expect(cell(page).attr('open')).toBe(true)
    await swipe(page, 'Team')
    expect([cell(page).attr('open'), cell(page, 'Team').attr('open')]).toEqual([false, true])
  })

  test('a tap on what is left of it closes it, and opens no chat', async () => {
    const page = await listOf([bob])
    await swipe(page)
    cell(page).find('view.cover').tap()
    await settle()
    expect(cell(page).attr('open')).toBe(false)
    expect(page.kit.has('TUIChat')).toBe(false)
  })

  test('pins it: at once at the top, and the word turns over', async () => {
    const page = await listOf([bob, team])
    await swipe(page, 'Team')
    row(page, 'Team').find('view.action.pin').tap()
    await settle()
    expect(names(page)).toEqual(['Team', 'Bob'])
    expect(page.sdk.calls('pinConversation')).toEqual([[{ conversationID: GROUP, isPinned: true }]])
    expect(cell(page, 'Team').attr('open')).toBe(false)
    expect(row(page, 'Team').find('view.action.pin').text).toBe('Unpin')
  })

  test('mutes it: the number becomes a dot', async () => {
    const page = await listOf([{ ...bob, unreadCount: 3 }])
    row(page).find('view.action.mute').tap()
    await settle()
    expect(row(page).find('view.badge').classes).toContain('dot')
    expect(row(page).find('text.preview').text).toBe('[3] hi')
    expect(page.list().find('view.title').text).toBe('Chats')
  })

  test('deletes it after one question, with the verb on the button', async () => {
    const page = await listOf([bob, team])
    row(page).find('view.action.delete').tap()
    await settle()
    expect(phone.sheet().items).toEqual(['Delete chat and messages', 'Delete chat, keep messages'])
    expect(names(page)).toEqual(['Bob', 'Team'])
    await choose('Delete chat, keep messages')
    expect(names(page)).toEqual(['Team'])
    expect(page.sdk.calls('deleteConversation')).toEqual([
      [{ conversationIDList: [C2C], clearHistoryMessage: false }],
    ])
  })

  test('what fails goes back, with a sentence', async () => {
    const page = await listOf([bob, team])
    page.sdk.rejectNext('pinConversation', sdkError(2801))
    row(page, 'Team').find('view.action.pin').tap()
    await settle()
    expect(names(page)).toEqual(['Bob', 'Team'])
    expect(phone.toasts).toEqual(['The request timed out. Try again later'])
    expect(page.kit.events.error).toEqual([expect.objectContaining({ op: 'pinConversation' })])
  })

  test('notices of the system cannot be muted', async () => {
    const page = await listOf([{ conversationID: '@TIM#SYSTEM', lastMessage: last('x') }])
    expect(row(page, 'System notices').texts('view.action')).toEqual(['Pin', 'Delete'])
  })
})

describe('a long press', () => {
  test('offers most used things first, the others behind the last one', async () => {
    const page = await listOf([{ ...bob, unreadCount: 1 }])
    expect(await longPress(page)).toEqual(['Mark as read', 'Pin', 'Mute', 'Hide chat', 'Delete chat', 'More'])
    expect(phone.vibrations).toBe(1)
    await choose('More')
    expect(phone.sheet().items).toEqual(['Fold chat', 'Clear messages', 'Select'])
  })

  test('what the plan does not have is not offered', async () => {
    const sdk = hostSdk()
    sdk.actions.enabled = false
    sdk.conversations.push(sdkConversation(bob))
    const page = await kitPage({ sdk })
    expect(await longPress(page)).toEqual(['Pin', 'Mute', 'Delete chat', 'Clear messages', 'Select'])
  })

  test('reads it without opening it', async () => {
    const page = await listOf([{ ...bob, unreadCount: 4 }])
    await longPress(page)
    await choose('Mark as read')
    expect(row(page).has('view.badge')).toBe(false)
    expect(page.sdk.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
  })

  test('marks it as unread until it is opened', async () => {
    const page = await listOf([bob])
    await longPress(page)
    await choose('Mark as unread')
    expect(row(page).find('view.badge').classes).toContain('dot')
    expect(page.list().find('view.title').text).toBe('Chats (1)')
    row(page).find('view.row').tap()
    await settle()
    expect(page.sdk.calls('markConversation').map(([options]) => options)).toEqual([
      { conversationIDList: [C2C], markType: MARKS.unread, enableMark: true },
      { conversationIDList: [C2C], markType: MARKS.unread, enableMark: false },
    ])
  })

  test('hides it until somebody writes', async () => {
    const page = await listOf([bob, team])
    await longPress(page)
    await choose('Hide chat')
    expect(names(page)).toEqual(['Team'])
    receive(page.sdk, incoming('are you there'))
    await settle()
    expect(page.sdk.calls('markConversation')[1]).toEqual([
      { conversationIDList: [C2C], markType: MARKS.hide, enableMark: false },
    ])
    page.sdk.emit('CONVERSATION_LIST_UPDATED', [...page.sdk.conversations])
    await settle()
    expect(names(page)).toEqual(['Bob', 'Team'])
  })

  test('clears its messages, and it stays where it is', async () => {
    const page = await listOf([bob])
    await longPress(page)
    await choose('More')
    await choose('Clear messages')
    expect(page.sdk.calls('clearHistoryMessage')).toEqual([])
    await choose('Clear messages')
    expect(page.sdk.calls('clearHistoryMessage')).toEqual([[C2C]])
    expect(row(page).find('text.preview').text).toBe('')
  })

  test('a sheet that is left does nothing', async () => {
    const page = await listOf([bob])
    await longPress(page)
    phone.sheet().cancel()
    await settle()
    expect(names(page)).toEqual(['Bob'])
  })
})

describe('the folder', () => {
  const folded = { ...team, markList: [MARKS.fold], unreadCount: 2 }

  test('is one row, and its chats are behind it', async () => {
    const page = await listOf([bob, folded])
    expect(names(page)).toEqual(['Folded chats', 'Bob'])
    row(page, 'Folded chats').find('view.row').tap()
    await settle()
    expect(names(page)).toEqual(['Team'])
    expect(page.list().find('view.title').text).toBe('Folded chats')
    page.list().find('view.back').tap()
    await settle()
    expect(names(page)).toEqual(['Folded chats', 'Bob'])
  })

  test('a chat is folded and unfolded by a long press', async () => {
    const page = await listOf([bob, team])
    await longPress(page, 'Team')
    await choose('More')
    await choose('Fold chat')
    expect(names(page)).toEqual(['Folded chats', 'Bob'])
    row(page, 'Folded chats').find('view.row').tap()
    await settle()
    await longPress(page, 'Team')
    await choose('More')
    await choose('Unfold chat')
    expect(page.list().find('tui-empty').text).toContain('No chats here yet')
  })

  test('has nothing to push aside and no menu', async () => {
    const page = await listOf([folded])
    expect(row(page, 'Folded chats').has('view.action')).toBe(false)
    row(page, 'Folded chats').find('view.row').fire('longpress')
    await settle()
    expect(phone.sheets).toEqual([])
  })
})

describe('choosing several', () => {
  async function choosing(): Promise<Page> {
    const page = await listOf([{ ...bob, unreadCount: 2 }, team])
    await longPress(page)
    await choose('More')
    await choose('Select')
    return page
  }
  const tool = (page: Page, at: number): Node =>
    page.list().all('view.tool')[at] ?? page.list().find('view.tool')

  test('begins with the one that was pressed, and a tap chooses another', async () => {
    const page = await choosing()
    expect(page.list().find('view.title').text).toBe('1 selected')
    const calls = await setDataOf(() => row(page, 'Team').find('view.row').tap())
    expect(page.list().find('view.title').text).toBe('2 selected')
    expect(items(page).map((item) => item.find('view.check').classes.includes('checked'))).toEqual([
      true,
      true,
    ])
    expect(calls.flatMap(({ patch }) => Object.keys(patch)).some((path) => path.startsWith('rows'))).toBe(
      false,
    )
    expect(page.kit.has('TUIChat')).toBe(false)
  })

  test('reads all of them', async () => {
    const page = await choosing()
    tool(page, 1).tap()
    await settle()
    expect(page.sdk.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
    expect(page.list().has('view.bar.tool')).toBe(false)
    expect(page.list().find('view.title').text).toBe('Chats')
  })

  test('deletes all of them after one question', async () => {
    const page = await choosing()
    row(page, 'Team').find('view.row').tap()
    await settle()
    tool(page, 2).tap()
    await settle()
    expect(phone.sheet().items[0]).toBe('Delete chats (2)')
    await choose('Delete chats (2)')
    expect(page.sdk.calls('deleteConversation')).toEqual([
      [{ conversationIDList: [C2C, GROUP], clearHistoryMessage: true }],
    ])
    expect(page.list().find('tui-empty').text).toContain('No chats yet')
  })

  test.each([
    ['the button of the bar', (page: Page) => page.list().find('view.back').tap()],
    ['the host', (page: Page) => page.kit.instance<{ back(): void }>().back()],
  ])('ends with a step back by %s', async (_, back) => {
    const page = await choosing()
    back(page)
    await settle()
    expect(page.list().find('view.title').text).toBe('Chats (2)')
    expect(page.list().has('view.check')).toBe(false)
  })
})
