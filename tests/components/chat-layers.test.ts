import { sdkConversation, sdkMessage } from '../fixtures/builders'
import { choose, tap, touch } from './chat-touch'
import { advance, phone, settle, type Node } from './harness'
import {
  C2C,
  GROUP,
  ME,
  NOW_S,
  SHEET,
  SLIDE,
  chatPage,
  history,
  hostSdk,
  loneChat,
  own,
  rows,
  sdkError,
  type Page,
} from './page'

const CAROL = 'C2Ccarol'

async function withChats(messages = history(3)): Promise<Page> {
  const sdk = hostSdk()
  sdk.conversations.push(
    sdkConversation({ remark: 'Bob' }),
    sdkConversation({ conversationID: CAROL, remark: 'Carol' }),
    sdkConversation({ conversationID: GROUP }),
    sdkConversation({ conversationID: '@TIM#SYSTEM', type: '@TIM#SYSTEM' }),
  )
  return chatPage(messages, { sdk })
}

describe('forwarding', () => {
  const names = (page: Page): string[] => page.chat().texts('forward-picker view.name')
  const sent = (page: Page): unknown[] =>
    page.sdk.calls('sendMessage').map(([message]) => (message as { conversationID: string }).conversationID)

  test('one message to two chats, with words', async () => {
    const page = await withChats()
    await choose(page, -1, 'Forward')
    expect(names(page).sort()).toEqual(['Bob', 'Carol', 'team'])
    expect(page.chat().has('forward-picker view.confirm')).toBe(false)
    const row = (name: string) =>
      page
        .chat()
        .all('forward-picker view.row')
        .find((one) => one.text.includes(name))
    await tap(row('Carol'))
    await tap(row('Bob'))
    await tap(row('Bob'))
    await tap(row('team'))
    expect(row('Carol')?.attr('aria-checked')).toBe(true)
    expect(page.chat().find('forward-picker view.preview').text).toBe('[Forward] message 3')
    expect(page.chat().find('forward-picker view.send').text).toBe('Send (2)')
    page.chat().find('forward-picker input.words').fire('input', { value: 'see this' })
    await tap(page.chat().find('forward-picker view.send'))
    await advance(SHEET)
    expect(page.chat().has('forward-picker')).toBe(false)
    expect(sent(page)).toEqual([CAROL, CAROL, GROUP, GROUP])
    expect(phone.toasts).toEqual(['Forwarded'])
  })

  test('a search finds a chat by its name, or says that there is none', async () => {
    const page = await withChats()
    await choose(page, -1, 'Forward')
    const search = async (value: string): Promise<void> => {
      page.chat().all('forward-picker input.field')[0]?.fire('input', { value })
      await settle()
    }
    await search(' caR')
    expect(names(page)).toEqual(['Carol'])
    await search('nobody')
    expect(page.chat().find('forward-picker tui-empty').text).toBe('Nothing found for “nobody”')
  })

  test('what cannot be sent is told', async () => {
    const page = await withChats()
    page.sdk.rejectNext('sendMessage', sdkError(20007))
    await choose(page, -1, 'Forward')
    await tap(page.chat().all('forward-picker view.row')[0])
    await tap(page.chat().find('forward-picker view.send'))
    expect(phone.toasts).toEqual(['The recipient did not accept your message'])
  })
})

describe('choosing several', () => {
  test('rows get boxes; the bar forwards them merged', async () => {
    const page = await withChats()
    await choose(page, 0, 'Select')
    expect(page.chat().has('message-input')).toBe(false)
    expect(rows(page.messages()).map((row) => row.attr('selecting'))).toEqual([true, true, true])
    expect(page.chat().find('tui-nav-bar').attr('title')).toBe('1 selected')
    await touch(page, 2, 'select')
    expect(rows(page.messages()).map((row) => Boolean(row.attr('selected')))).toEqual([true, false, true])
    await tap(page.chat().all('select-bar view.tool')[2])
    await tap(page.chat().all('forward-picker view.row')[0])
    expect(page.chat().find('forward-picker view.preview').text).toContain('[Forward merged]')
    await tap(page.chat().find('forward-picker view.send'))
    expect(page.sdk.calls('sendMessage').map(([message]) => (message as { type: string }).type)).toEqual([
      'TIMRelayElem',
    ])
    expect(page.chat().has('select-bar')).toBe(false)
    expect(page.chat().has('message-input')).toBe(true)
  })

  test('deletes them after a question', async () => {
    const page = await withChats()
    await choose(page, 0, 'Select')
    await touch(page, 1, 'select')
    await tap(page.chat().all('select-bar view.tool')[3])
    expect(phone.sheet().items).toEqual(['Delete 2 messages'])
    phone.sheet().choose(0)
    await settle()
    expect(rows(page.messages())).toHaveLength(1)
    expect(page.chat().has('select-bar')).toBe(false)
  })

  test('with nothing chosen nothing can be done', async () => {
    const page = await withChats()
    await choose(page, 0, 'Select')
    await touch(page, 0, 'select')
    expect(page.chat().find('tui-nav-bar').attr('title')).toBe('Select messages')
    for (const tool of page.chat().all('select-bar view.tool').slice(1)) await tap(tool)
    expect(phone.sheets).toEqual([])
    expect(page.chat().has('forward-picker')).toBe(false)
  })
})

describe('a merged history', () => {
  const entry = (text: string) => ({
    from: 'carol',
    nick: 'Carol',
    time: NOW_S,
    messageBody: [{ type: 'TIMTextElem', payload: { text } }],
  })
  const merger = (payload: object) => sdkMessage({ type: 'TIMRelayElem', payload })

  test('opens over the chat with the same rows, and another one over it', async () => {
    const inner = {
      messageBody: [{ type: 'TIMRelayElem', payload: { title: 'inner', messageList: [entry('deep')] } }],
    }
    const page = await loneChat([merger({ title: 'A talk', messageList: [entry('one'), inner] })])
    await touch(page, 0, 'open')
    const viewers = () => page.chat().all('history-viewer')
    expect(viewers()[0]?.texts('view.title')).toEqual(['A talk'])
    expect(
      viewers()[0]
        ?.all('message-row')
        .map((row) => row.texts('view.bubble')[0]),
    ).toEqual(['one', expect.stringContaining('inner')])
    const nested = viewers()[0]?.all('message-row')[1]
    nested?.fire('open', { id: (nested.attr('row') as { id: string }).id })
    await settle()
    expect(viewers().map((viewer) => viewer.texts('view.title')[0])).toEqual(['A talk', 'inner'])
    await tap(viewers()[1]?.find('view.close'))
    // It slides away, with all that is on it.
    expect(viewers()[1]?.classes).toContain('leaving')
    expect(viewers()[1]?.text).toContain('inner')
    await advance(SHEET)
    expect(viewers()).toHaveLength(1)
  })

  test('that cannot be loaded says so and can be tried again', async () => {
    const sdk = hostSdk()
    sdk.rejectNext('downloadMergerMessage', sdkError(2452))
    const page = await loneChat([merger({ title: 'Large', downloadKey: 'k', messageList: [] })], { sdk })
    await touch(page, 0, 'open')
    expect(page.chat().find('history-viewer tui-empty').text).toContain('Could not load the chat history')
    sdk.actions.histories.set('k', [entry('far')])
    page.chat().find('history-viewer tui-empty').fire('action')
    await settle()
    expect(page.chat().all('history-viewer message-row')).toHaveLength(1)
  })
})

describe('in a group', () => {
  const mine = () =>
    sdkMessage({
      conversationID: GROUP,
      conversationType: 'GROUP',
      from: ME,
      needReadReceipt: true,
      time: NOW_S - 99,
    })

  test('the read count leads to who has read it, and who has not', async () => {
    const sdk = hostSdk()
    const message = mine()
    sdk.actions.readers.set(message.ID, { read: ['bob'], unread: [] })
    const page = await loneChat([message], { conversationID: GROUP, sdk })
    await touch(page, 0, 'readers')
    const list = () => page.chat().find('reader-list')
    expect(list().texts('view.tab')).toEqual(['Read 1', 'Unread 0'])
    expect(list().texts('view.name')).toEqual(['BOB'])
    await tap(list().all('view.tab')[1])
    expect(list().find('tui-empty').text).toBe('Everybody has read it')
    await advance(1000)
  })

  test('what is pinned stands over the list, newest first; who leads the group takes it down', async () => {
    const sdk = hostSdk()
    const [first, second] = [mine(), mine()]
    Object.assign(first.payload, { text: 'rules' })
    Object.assign(second.payload, { text: 'place' })
    sdk.actions.pinned.set('team', [first, second])
    const page = await loneChat([first, second], { conversationID: GROUP, sdk })
    await advance(1000)
    expect(page.chat().find('pinned-bar view.bar').text).toContain('place')
    expect(page.chat().find('pinned-bar text.count').text).toBe('2 pinned')
    await tap(page.chat().find('pinned-bar view.bar'))
    expect(
      page
        .chat()
        .texts('pinned-list view.text')
        .map((text) => text.split(': ')[1]),
    ).toEqual(['place', 'rules'])
    await tap(page.chat().all('pinned-list view.main')[1])
    await advance(3000)
    expect(page.chat().has('pinned-list')).toBe(false)
  })

  test('a long press on a face mentions its owner', async () => {
    const page = await loneChat(
      [sdkMessage({ conversationID: GROUP, conversationType: 'GROUP', nick: 'Bob' })],
      { conversationID: GROUP },
    )
    await touch(page, 0, 'mention')
    expect(page.input().find('textarea').attr('value')).toBe('@Bob ')
  })
})

describe('going back', () => {
  const container = (page: Page): Node => page.kit.find('page-container')

  test('the back gesture closes the front layer, then the selection, then the chat', async () => {
    const page = await withChats()
    await choose(page, 0, 'Select')
    await tap(page.chat().all('select-bar view.tool')[1])
    for (const left of [true, true]) {
      expect(container(page).attr('show')).toBe(true)
      container(page).fire('afterleave')
      expect(container(page).attr('show')).toBe(false)
      await settle()
      await advance(SLIDE)
      expect(page.kit.has('TUIChat')).toBe(left)
    }
    expect(page.chat().has('select-bar')).toBe(false)
    container(page).fire('afterleave')
    await advance(SLIDE)
    expect(page.kit.has('TUIChat')).toBe(false)
  })

  test('in a chat without the list the gesture is taken only while something lies over it', async () => {
    const sdk = hostSdk()
    sdk.historyOf(C2C).push(...history(1))
    const page = await chatPage([], { sdk, properties: { conversationID: C2C } })
    expect(container(page).attr('show')).toBe(false)
    await choose(page, 0, 'Select')
    expect(container(page).attr('show')).toBe(true)
    container(page).fire('afterleave')
    await advance(SLIDE)
    expect(page.chat().has('select-bar')).toBe(false)
    expect(container(page).attr('show')).toBe(false)
  })

  test('the button of the bar does the same, and a chat that is left keeps nothing open', async () => {
    const page = await withChats()
    await choose(page, 0, 'Select')
    await tap(page.chat().find('tui-nav-bar view.back'))
    expect(page.kit.has('TUIChat')).toBe(true)
    expect(page.chat().has('select-bar')).toBe(false)
    await choose(page, 0, 'Forward')
    await page.openConversation(GROUP)
    expect(page.chat().has('forward-picker')).toBe(false)
  })
})

test('an own text is changed in the field', async () => {
  const page = await loneChat([own('frist')])
  await choose(page, 0, 'Edit')
  expect(page.input().find('textarea').attr('value')).toBe('frist')
})
