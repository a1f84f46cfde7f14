import { sdkConversation } from '../fixtures/builders'
import { bob, items, last, listOf, names, row, team, type Fields } from './conversation-page'
import { advance, phone, settle } from './harness'
import { C2C, SLIDE, hostSdk, incoming, kitPage, receive, sdkError, send, type Page } from './page'

describe('filters', () => {
  const tabs = (page: Page) => page.list().all('view.tab')
  const pick = async (page: Page, label: string) => {
    tabs(page)
      .find((tab) => tab.text.startsWith(label))
      ?.tap()
    await settle()
  }

  test('show what is unread, what mentions me, and groups', async () => {
    const mention = { groupAtInfoList: [{ messageSequence: 7, atTypeArray: [1] }], unreadCount: 1 }
    const page = await listOf([bob, { ...team, ...mention }])
    expect(tabs(page).map(({ text }) => text)).toEqual(['All', 'Unread1', '@Me1', 'Groups'])
    for (const label of ['Unread', '@Me', 'Groups']) {
      await pick(page, label)
      expect(names(page)).toEqual(['Team'])
    }
    expect(row(page, 'Team').find('text.tag').text).toBe('[Mentioned you] ')
    await pick(page, 'All')
    expect(names(page)).toEqual(['Bob', 'Team'])
  })

  test('that nothing passes say so', async () => {
    const page = await listOf([bob])
    await pick(page, 'Unread')
    expect(page.list().find('tui-empty').text).toBe('Nothing unread')
    expect(tabs(page)).toHaveLength(4)
  })

  test("are the host's to leave out", async () => {
    expect(tabs(await listOf([bob], { filters: false }))).toEqual([])
  })

  test('by option, conversation groups are filters', async () => {
    const page = await listOf([{ ...bob, conversationGroupList: ['Work'] }, team], {
      conversationGroups: true,
    })
    await pick(page, 'Work')
    expect(names(page)).toEqual(['Bob'])
  })
})

describe('a long list', () => {
  const many = (count: number): Fields[] =>
    Array.from({ length: count }, (_, at) => ({
      conversationID: at % 2 ? `C2Cuser${at}` : `GROUPgroup${at}`,
      lastMessage: last('x', at),
    }))

  test('of a thousand has the rows near the screen only', async () => {
    const page = await listOf(many(1000))
    expect(items(page)).toHaveLength(30)
    expect(page.list().all('view.piece')).toHaveLength(100)
    const list = page.list()
    list.intersect('.piece', 1, { at: 50 })
    list.intersect('.piece', 1, { at: 51 })
    await settle()
    expect(names(page)).toHaveLength(20)
    expect(names(page)[0]).toBe('group500')
  })

  test('asks about the people on the screen, and leaves them alone when they are not', async () => {
    const page = await listOf(many(1000))
    await advance(300)
    expect(page.sdk.presence.subscribed.size).toBe(15)
    page.sdk.presence.online.add('user501')
    page.list().intersect('.piece', 1, { at: 50 })
    await settle()
    await advance(300)
    expect([...page.sdk.presence.subscribed]).toEqual(['user501', 'user503', 'user505', 'user507', 'user509'])
    expect(row(page, 'user501').has('view.online')).toBe(true)
    expect(row(page, 'user503').has('view.online')).toBe(false)
  })

  test('one update asks nobody about anything', async () => {
    const page = await listOf(many(1000))
    await advance(300)
    const asked = () => page.sdk.calls('getUserStatus').length + page.sdk.calls('subscribeUserStatus').length
    const before = asked()
    receive(page.sdk, incoming('hello', { conversationID: 'C2Cuser1', from: 'user1' }))
    await settle()
    await advance(1000)
    expect(asked()).toBe(before)
  })

  test('groups without a picture show their members once they are seen', async () => {
    const page = await listOf(many(40))
    expect(page.sdk.calls('getGroupMemberList').length).toBe(15)
    page.sdk.groups.set('group0', {
      members: ['ann', 'ben', 'cat'].map((userID) => ({ userID, nick: userID })),
    })
    page.sdk.emit('CONVERSATION_LIST_UPDATED', [
      sdkConversation({ ...many(1)[0], unreadCount: 1 }),
      ...page.sdk.conversations.slice(1),
    ])
    await settle()
    expect(row(page, 'group0').texts('view.tile')).toEqual(['A', 'B', 'C'])
  })

  test('the host may do without the dot', async () => {
    const page = await listOf(many(10), { onlineStatus: false })
    await advance(300)
    expect(page.sdk.presence.subscribed.size).toBe(0)
  })
})

describe('what is unread in all chats', () => {
  test('is told to the host when it is known and when it changes, and stands on the tab', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ ...bob, unreadCount: 2 }))
    const page = await kitPage({ sdk, properties: { config: { tabBarIndex: 1 } } })
    expect(page.kit.events.unread).toEqual([{ count: 2 }])
    receive(sdk, incoming('three'))
    await settle()
    expect(page.kit.events.unread).toEqual([{ count: 2 }, { count: 3 }])
    expect(phone.badges).toEqual({ 1: '3' })
    await page.openConversation(C2C)
    await advance(1000)
    expect(page.kit.events.unread?.at(-1)).toEqual({ count: 0 })
    expect(phone.badges).toEqual({ 1: '' })
  })

  test('without the option no tab is touched', async () => {
    await listOf([{ ...bob, unreadCount: 2 }])
    expect(phone.badges).toEqual({})
  })
})

describe('what is under way', () => {
  test('a text that was not sent off is told as a draft', async () => {
    const page = await listOf([bob])
    await page.openConversation(C2C)
    page.input().find('textarea').fire('input', { value: 'see you', cursor: 7 })
    await settle()
    page.chat().find('view.back').tap()
    await advance(SLIDE)
    expect(row(page).find('text.tag').text).toBe('[Draft] ')
    expect(row(page).find('text.preview').text).toBe('see you')
  })

  test('a message that failed says so', async () => {
    const page = await listOf([bob])
    await page.openConversation(C2C)
    page.sdk.rejectNext('sendMessage', sdkError(2801))
    await send(page, 'lost')
    page.chat().find('view.back').tap()
    await settle()
    expect(row(page).find('view.state').classes).toContain('failed')
    expect(row(page).find('text.preview').text).toBe('lost')
  })
})

describe('the next start', () => {
  test('shows the list in its first frame, and what the SDK says afterwards', async () => {
    const first = await listOf([bob, team])
    first.kit.detach()
    await settle()
    const sdk = hostSdk({ ready: false })
    const page = await kitPage({ sdk })
    expect(names(page)).toEqual(['Bob', 'Team'])
    expect(page.list().has('tui-skeleton')).toBe(false)
    sdk.conversations.push(sdkConversation({ ...bob, remark: 'Bobby' }))
    sdk.becomeReady()
    await settle()
    expect(names(page)).toEqual(['Bobby'])
  })
})
