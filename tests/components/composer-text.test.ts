import { sdkConversation, sdkMessage } from '../fixtures/builders'
import type { FakeSdk } from '../fixtures/fake-sdk'
import { tap, field, text, sent, send, groupSdk, groupChat } from './composing'
import { advance, settle } from './harness'
import {
  bubbles,
  C2C,
  chatPage,
  GROUP,
  hostSdk,
  incoming,
  loneChat,
  own,
  receive,
  rowAt,
  sdkError,
  SHEET,
  type,
} from './page'

describe('mentions', () => {
  test('an @ in a group asks whom, and the name takes its place', async () => {
    const page = await groupChat()
    type(page.input(), 'hi ')
    type(page.input(), 'hi @')
    await settle()
    const picker = page.chat().find('mention-picker')
    expect(picker.find('member-list').texts('view.title')).toEqual(['BOB', 'CAROL'])
    picker.find('input').fire('input', { value: 'car' })
    await settle()
    expect(picker.find('member-list').texts('view.title')).toEqual(['CAROL'])
    picker.find('member-list').all('view.row')[0]?.tap()
    await advance(SHEET)
    expect(page.chat().has('mention-picker')).toBe(false)
    expect(text(page)).toBe('hi @CAROL ')
    expect(field(page).attr('focus')).toBe(true)
    expect(field(page).attr('cursor')).toBe(10)
    await send(page)
    expect(sent(page.sdk)[0]).toMatchObject({ payload: { text: 'hi @CAROL' }, atUserList: ['carol'] })
  })

  test('whoever leads the group may call everybody', async () => {
    const page = await groupChat({ selfInfo: { role: 'Owner' } })
    type(page.input(), '@')
    await settle()
    expect(page.chat().find('mention-picker').find('member-list').texts('view.title')).toEqual([
      'Everyone',
      'BOB',
      'CAROL',
    ])
  })

  test('neither an address nor a chat of two asks', async () => {
    const page = await groupChat()
    type(page.input(), 'bob')
    type(page.input(), 'bob@')
    await settle()
    expect(page.chat().has('mention-picker')).toBe(false)
    const two = await loneChat([])
    type(two.input(), '@')
    await settle()
    expect(two.chat().has('mention-picker')).toBe(false)
  })

  test('members that cannot be loaded are asked for again with a tap', async () => {
    const sdk = groupSdk()
    sdk.rejectNext('getGroupMemberList', sdkError(2801))
    const page = await loneChat([], { conversationID: GROUP, sdk })
    type(page.input(), '@')
    await settle()
    const picker = page.chat().find('mention-picker')
    expect(picker.find('view.problem').text).toContain('could not be loaded')
    picker.find('view.problem').tap()
    await settle()
    expect(picker.find('member-list').texts('view.title')).toEqual(['BOB', 'CAROL'])
  })
})

describe('drafts', () => {
  test('each chat keeps its own, also with the SDK', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation(), sdkConversation({ conversationID: 'C2Ccarol' }))
    sdk.users.add('carol')
    const page = await chatPage([], { sdk })
    type(page.input(), 'for bob')
    await page.openConversation('C2Ccarol')
    expect(text(page)).toBe('')
    type(page.input(), 'for carol')
    await page.openConversation(C2C)
    expect(text(page)).toBe('for bob')
    expect(page.input().has('view.send')).toBe(true)
    expect(field(page).attr('focus')).toBe(false)
    expect(sdk.calls('setConversationDraft').map(([draft]) => draft)).toEqual([
      { conversationID: C2C, draftText: 'for bob' },
      { conversationID: 'C2Ccarol', draftText: 'for carol' },
    ])
  })

  test('one of a former visit is there again', async () => {
    const sdk = hostSdk()
    sdk.conversations.push(sdkConversation({ draftText: 'from before' }))
    const page = await chatPage([], { sdk })
    expect(text(page)).toBe('from before')
  })
})

describe('what reads from right to left', () => {
  test.each([
    ['שלום', true],
    ['hello', false],
    ['', false],
  ])('%s stands on its own side', async (words, right) => {
    const page = await loneChat([])
    type(page.input(), words)
    expect(field(page).classes.includes('from-right')).toBe(right)
  })
})

describe('typing', () => {
  const told = (sdk: FakeSdk): boolean[] =>
    sdk.notices.map(({ payload }) => (payload as { data: string }).data.includes('_Ing'))

  test('is told to the peer, and its end when the field is left', async () => {
    const page = await loneChat([incoming('hi')])
    type(page.input(), 'a')
    type(page.input(), 'ab')
    field(page).fire('blur', { value: 'ab', cursor: 2 })
    expect(told(page.sdk)).toEqual([true, false])
  })

  test('ends without a word when the message is sent', async () => {
    const page = await loneChat([incoming('hi')])
    type(page.input(), 'a')
    await send(page)
    field(page).fire('blur', { value: '', cursor: 0 })
    expect(told(page.sdk)).toEqual([true])
  })

  test('of the peer stands in the title while it lasts', async () => {
    const page = await loneChat([incoming('hi')])
    const data = '{"businessID":"user_typing_status","typingStatus":1,"version":1,"userAction":14}'
    page.sdk.emit('MESSAGE_RECEIVED', [sdkMessage({ type: 'TIMCustomElem', payload: { data } })])
    await settle()
    expect(page.chat().find('view.title').text).toBe('Typing…')
    await advance(6000)
    expect(page.chat().find('view.title').text).toBe('bob')
    expect(bubbles(page.messages())).toEqual(['hi'])
  })
})

describe('who may not write', () => {
  test('reads why, and gets the field back with what was written', async () => {
    const page = await groupChat()
    type(page.input(), 'wait')
    const tip = (muteAllMembers: boolean) =>
      sdkMessage({
        conversationID: GROUP,
        type: 'TIMGroupTipElem',
        payload: { operationType: 6, newGroupProfile: { muteAllMembers } },
      })
    receive(page.sdk, tip(true))
    await settle()
    expect(page.chat().has('message-input')).toBe(false)
    expect(page.chat().find('view.readonly').text).toBe('Only administrators can write now')
    receive(page.sdk, tip(false))
    await settle()
    expect(text(page)).toBe('wait')
  })

  test('a refusal that will come again is told over the field', async () => {
    const page = await loneChat([])
    page.sdk.rejectNext('sendMessage', sdkError(20009))
    type(page.input(), 'hi')
    await send(page)
    expect(page.input().find('view.hint').text).toBe('You are not friends, so the message was not sent')
    page.sdk.resolveNext('sendMessage', { message: own('again') })
    type(page.input(), 'again')
    await send(page)
    expect(page.input().has('view.hint')).toBe(false)
  })
})

test('a quote stands over the field, and can be dropped', async () => {
  const page = await loneChat([incoming('lunch?')])
  rowAt(page).find('view.bubble').fire('longpress')
  await settle()
  const menu = page.chat().find('message-menu')
  menu
    .all('view.item')
    .find((item) => item.text === 'Quote')
    ?.tap()
  await settle()
  expect(page.input().find('compose-bar').text).toBe('bob: lunch?')
  expect(field(page).attr('focus')).toBe(true)
  await tap(page, 'Remove quote')
  expect(page.input().has('compose-bar')).toBe(false)
})
