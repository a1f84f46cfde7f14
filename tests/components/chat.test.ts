import { sdkMessage } from '../fixtures/builders'
import { advance, phone, settle } from './harness'
import {
  C2C,
  GROUP,
  ME,
  NOW_S,
  bubbles,
  chatPage,
  history,
  hostSdk,
  incoming,
  loneChat,
  own,
  receive,
  rowAt,
  rows,
  sdkError,
  send,
} from './page'

describe('rows', () => {
  test('others on one side, own ones on the other, in the order of writing', async () => {
    const page = await loneChat([incoming('hello'), own('hi'), incoming('bye')])
    expect(bubbles(page.messages())).toEqual(['hello', 'hi', 'bye'])
    expect(rows(page.messages()).map((item) => item.find('view.row').classes.includes('own'))).toEqual([
      false,
      true,
      false,
    ])
  })

  test('a time stands before the first one, and after a pause of more than five minutes', async () => {
    const page = await loneChat([
      incoming('a', { time: NOW_S - 700 }),
      incoming('b', { time: NOW_S - 400 }),
      incoming('c', { time: NOW_S - 99 }),
    ])
    expect(rows(page.messages()).map((item) => item.texts('view.time'))).toEqual([['11:48'], [], ['11:58']])
  })

  test('only the first of a run has a face', async () => {
    const page = await loneChat([incoming('a'), incoming('b'), own('c'), own('d')])
    expect(rows(page.messages()).map((item) => item.has('tui-avatar'))).toEqual([true, false, true, false])
  })

  test('in a group the first of a run tells who wrote', async () => {
    const fields = { conversationID: GROUP, conversationType: 'GROUP' }
    const page = await loneChat(
      [
        incoming('a', { ...fields, nick: 'Bob' }),
        incoming('b', { ...fields, nick: 'Bob' }),
        own('c', fields),
      ],
      { conversationID: GROUP },
    )
    expect(rows(page.messages()).map((item) => item.texts('view.name'))).toEqual([['Bob'], [], []])
  })

  test('a kind that is not known yet is told in words', async () => {
    const page = await loneChat([
      sdkMessage({ type: 'TIMFaceElem', payload: {} }),
      sdkMessage({ type: 'TIMCustomElem', payload: { data: '{}', description: 'An order', extension: '' } }),
      sdkMessage({ type: 'TIMFutureElem', payload: null }),
    ])
    expect(bubbles(page.messages())).toEqual(['[Sticker]', 'An order', '[Unsupported message]'])
  })

  test.each([
    ['markup', '<script>alert(1)</script> {{labels}} &amp; <b>b</b>'],
    ['as much as a bubble has room for', 'long '.repeat(600)],
    ['right to left', 'שלום \u202eabc\u202c مرحبا'],
    ['zero width', 'a\u200bb\u200dc\ufeff'],
    ['line breaks and spaces', 'a\n\n  b\t\tc'],
  ])('%s stays exactly what was written', async (_name, text) => {
    const page = await loneChat([incoming(text)])
    expect(rowAt(page).find('message-text').text).toBe(text)
    expect(document.querySelector('script, b')).toBeNull()
  })
})

describe('sending', () => {
  test('what cannot be sent at all comes back into the field, with a sentence', async () => {
    const page = await chatPage([])
    const long = 'x'.repeat(11_001)
    await send(page, long)
    expect(phone.toasts).toEqual(['The message is too long to send'])
    expect(page.input().find('textarea').attr('value')).toBe(long)
    expect(page.sdk.calls('sendMessage')).toEqual([])
    expect(bubbles(page.messages())).toEqual([])

    page.sdk.emit('KICKED_OUT', { type: 'multipleAccount' })
    page.input().instance<{ setData(data: object): void }>().setData({ text: '' })
    await send(page, 'after the kick')
    expect(page.input().find('textarea').attr('value')).toBe('after the kick')
    expect(bubbles(page.messages())).toEqual([])
  })

  test('the row is there at once, on its way, then sent and unread', async () => {
    const page = await chatPage([incoming('hello')])
    const answer = page.sdk.hold('sendMessage')
    await send(page, '  hi there ')
    expect(bubbles(page.messages())).toEqual(['hello', 'hi there'])
    expect(rowAt(page).find('view.state').attr('aria-label')).toBe('Sending')
    answer.pass()
    await settle()
    expect(rowAt(page).has('view.state')).toBe(false)
    expect(rowAt(page).find('text.receipt').text).toBe('Unread')
    expect(page.sdk.calls('sendMessage')).toHaveLength(1)
  })

  test('failed: a sign on the row, whose tap sends again', async () => {
    const page = await chatPage([])
    page.sdk.rejectNext('sendMessage', sdkError(2801))
    await send(page, 'hi')
    expect(rowAt(page).find('view.failed').attr('aria-label')).toBe('Not sent. Tap to resend')
    expect(page.kit.events.error).toEqual([expect.objectContaining({ code: 2801, op: 'sendMessage' })])
    rowAt(page).find('view.failed').tap()
    await settle()
    expect(phone.sheet().items).toEqual(['Send again', 'Delete'])
    phone.sheet().choose(0)
    await settle()
    expect(page.sdk.calls('resendMessage')).toHaveLength(1)
    expect(bubbles(page.messages())).toEqual(['hi'])
    expect(rowAt(page).has('view.state')).toBe(false)
  })

  test('failed: it can be deleted, or left alone', async () => {
    const page = await chatPage([incoming('hello')])
    page.sdk.rejectNext('sendMessage', sdkError(2801))
    await send(page, 'hi')
    rowAt(page).find('view.failed').tap()
    await settle()
    phone.sheet().cancel()
    await settle()
    expect(bubbles(page.messages())).toEqual(['hello', 'hi'])
    rowAt(page).find('view.failed').tap()
    await settle()
    phone.sheet().choose(1)
    await settle()
    expect(bubbles(page.messages())).toEqual(['hello'])
  })

  test('only the last own message tells whether it was read', async () => {
    const first = own('a')
    const second = own('b')
    const page = await loneChat([first, second])
    expect(rows(page.messages()).map((item) => item.texts('text.receipt'))).toEqual([[], ['Unread']])
    page.sdk.emit('MESSAGE_READ_BY_PEER', [first, second])
    await settle()
    expect(rows(page.messages()).map((item) => item.texts('text.receipt'))).toEqual([[], ['Read']])
  })

  test('in a group there is no receipt', async () => {
    const fields = { conversationID: GROUP, conversationType: 'GROUP', to: 'team' }
    const page = await loneChat([own('a', fields)], { conversationID: GROUP })
    expect(page.messages().has('text.receipt')).toBe(false)
  })
})

describe('reading', () => {
  test('what is seen is reported as read, at most once a second', async () => {
    const page = await chatPage([incoming('a')])
    await advance(5000)
    expect(page.sdk.calls('setMessageRead')).toEqual([])
    receive(page.sdk, incoming('b'))
    receive(page.sdk, incoming('c'))
    await advance(500)
    expect(page.sdk.calls('setMessageRead')).toEqual([[{ conversationID: C2C }]])
  })

  test('what came while the page was behind another one is reported when it is in front again', async () => {
    const page = await chatPage([incoming('a')])
    page.kit.page('hide')
    receive(page.sdk, incoming('b'))
    await advance(5000)
    expect(page.sdk.calls('setMessageRead')).toEqual([])
    page.kit.page('show')
    await advance(5000)
    expect(page.sdk.calls('setMessageRead')).not.toEqual([])
  })

  test('who reads further up is told how much is new, and gets there with a tap', async () => {
    const page = await chatPage(history(5))
    page.messages().intersect('.bottom', 0)
    receive(page.sdk, incoming('b'))
    await settle()
    receive(page.sdk, incoming('c'))
    await settle()
    expect(page.messages().find('view.pill').text).toBe('2 new')
    await advance(5000)
    expect(page.sdk.calls('setMessageRead')).toEqual([])
    page.messages().find('view.pill').tap()
    expect(page.messages().find('scroll-view.scroller').attr('scroll-into-view')).toBe('bottom')
    page.messages().intersect('.bottom', 1)
    await advance(5000)
    expect(page.messages().has('view.pill')).toBe(false)
    expect(page.sdk.calls('setMessageRead')).not.toEqual([])
  })

  test('sending brings the end of the list into sight', async () => {
    const page = await chatPage(history(5))
    page.messages().intersect('.bottom', 0)
    await send(page, 'hi')
    expect(page.messages().find('scroll-view.scroller').attr('scroll-into-view')).toBe('bottom')
    // Another value, or a second message would not scroll.
    await send(page, 'hi again')
    expect(page.messages().find('scroll-view.scroller').attr('scroll-into-view')).toBe('end')
    expect(page.messages().find('view.bottom').attr('id')).toBe('bottom')
    expect(page.messages().find('view.bottom view').attr('id')).toBe('end')
  })
})

describe('another chat in the same place', () => {
  const fields = { conversationID: GROUP, conversationType: 'GROUP' }

  test('starts with an empty field: what was meant for one must not reach the other', async () => {
    const page = await chatPage(history(1))
    page.sdk.historyOf(GROUP).push(incoming('in the group', fields))
    page.input().find('textarea').fire('input', { value: 'only for bob', cursor: 12 })
    await page.openConversation(GROUP)
    expect(bubbles(page.messages())).toEqual(['in the group'])
    expect(page.input().data.text).toBe('')
    expect(page.input().has('view.send')).toBe(false)
  })

  test('starts at its newest message', async () => {
    const page = await chatPage(history(5))
    await page.openConversation(GROUP)
    expect(page.messages().find('scroll-view.scroller').attr('scroll-into-view')).toBe('bottom')
  })

  test('keeps what was typed when it is the same one', async () => {
    const page = await chatPage(history(1))
    page.input().find('textarea').fire('input', { value: 'still here', cursor: 10 })
    await page.openConversation(C2C)
    expect(page.input().data.text).toBe('still here')
  })
})

test('a system conversation can only be read', async () => {
  const page = await loneChat(
    [sdkMessage({ conversationID: '@TIM#SYSTEM', type: 'TIMGroupSystemNoticeElem' })],
    {
      conversationID: '@TIM#SYSTEM',
    },
  )
  expect(page.chat().has('message-input')).toBe(false)
  expect(page.chat().find('view.readonly').text).toBe('Messages here are read-only')
})

test('a tap on the list puts the panel away', async () => {
  const page = await loneChat([incoming('a')])
  page.input().find('view.faces').tap()
  expect(page.input().has('emoji-panel')).toBe(true)
  page.messages().find('view.list').tap()
  expect(page.input().has('emoji-panel')).toBe(false)
})

test('a lost connection is told over the messages', async () => {
  const page = await loneChat([incoming('a')], { sdk: hostSdk({ userID: ME }) })
  page.sdk.emit('NET_STATE_CHANGE', { state: 'connecting' })
  await settle()
  expect(page.chat().find('view.notice').text).toBe('Connecting…')
})
