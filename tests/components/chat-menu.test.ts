import { sdkMessage } from '../fixtures/builders'
import { advance, phone, settle, type Node } from './harness'
import {
  C2C,
  GROUP,
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
  sdkError,
  type Page,
  SHEET,
} from './page'

/** A long press on the bubble, which is where `rect` says. */
async function press(target: Node, rect: Partial<DOMRect> = { top: 400, bottom: 440, left: 60, right: 200 }) {
  const bubble = target.find('view.bubble')
  if (bubble.raw.$$) bubble.raw.$$.getBoundingClientRect = () => rect as DOMRect
  bubble.fire('longpress')
  await settle()
}

const menu = (page: Page): string[] => page.chat().texts('message-menu text.label')
const choose = async (page: Page, label: string): Promise<void> => {
  page
    .chat()
    .all('message-menu view.item')
    .find((item) => item.text === label)
    ?.tap()
  await settle()
}

describe('the menu of a message', () => {
  test('a long press offers what can be done with it', async () => {
    const page = await loneChat([incoming('theirs'), own('mine'), own('old', { time: NOW_S - 121 })])
    const usual = ['Copy', 'Quote', 'Forward', 'Translate', 'Select text', 'Select', 'Delete']
    await press(rowAt(page, 0))
    expect(menu(page)).toEqual(usual)
    await press(rowAt(page, 1))
    expect(menu(page)).toEqual(expect.arrayContaining(['Edit', 'Recall']))
    await press(rowAt(page, 2))
    expect(menu(page)).not.toContain('Recall')
    expect(phone.vibrations).toBe(3)
  })

  test('what is no text cannot be copied', async () => {
    const page = await loneChat([sdkMessage({ type: 'TIMImageElem', payload: {} })])
    await press(rowAt(page))
    expect(menu(page)).not.toContain('Copy')
    expect(menu(page)).toContain('Delete')
  })

  test('an emoji at its head is a reaction; all others are behind the last button', async () => {
    const page = await loneChat([incoming('a')])
    await press(rowAt(page))
    page.chat().all('message-menu view.reaction')[0]?.tap()
    await settle()
    expect(page.chat().has('message-menu')).toBe(false)
    expect(page.sdk.calls('addMessageReaction').map(([, id]) => id)).toEqual(['[TUIEmoji_Like]'])
    expect(rowAt(page).texts('message-reactions view.chip').join()).toContain('👍')
    await press(rowAt(page))
    expect(page.chat().all('message-menu view.reaction')[0]?.classes).toContain('mine')
    page.chat().all('message-menu view.reaction').slice(-1)[0]?.tap()
    await settle()
    page.chat().all('reaction-picker view.choice')[3]?.tap()
    await settle()
    await advance(SHEET)
    expect(page.chat().has('reaction-picker')).toBe(false)
    expect(page.sdk.calls('addMessageReaction')).toHaveLength(2)
  })

  test('reactions are not offered where the plan has none', async () => {
    const sdk = hostSdk()
    sdk.actions.enabled = false
    const page = await loneChat([incoming('a')], { sdk })
    await press(rowAt(page))
    expect(page.chat().has('message-menu view.reaction')).toBe(false)
    expect(menu(page)).not.toContain('Translate')
  })

  test('copy', async () => {
    const page = await loneChat([incoming('<b>exactly</b>\nthis')])
    await press(rowAt(page))
    await choose(page, 'Copy')
    expect(phone.clipboard).toEqual(['<b>exactly</b>\nthis'])
    expect(menu(page)).toEqual([])
  })

  test('recall: a notice in its place, and the text back in the field on demand', async () => {
    const page = await loneChat([incoming('hello'), own('oops')])
    await press(rowAt(page))
    await choose(page, 'Recall')
    expect(bubbles(page.messages())).toEqual(['hello', 'You recalled a messageEdit again'])
    rowAt(page).find('text.reedit').tap()
    await settle()
    expect(page.input().data.text).toBe('oops')
    expect(page.input().find('textarea').attr('focus')).toBe(true)
  })

  test('recall that comes too late: the message stays, and a sentence says why', async () => {
    const page = await chatPage([own('oops')])
    page.sdk.rejectNext('revokeMessage', sdkError(20016))
    await press(rowAt(page))
    await choose(page, 'Recall')
    expect(bubbles(page.messages())).toEqual(['oops'])
    expect(phone.toasts).toEqual(['Too late to recall this message'])
  })

  test('delete', async () => {
    const page = await loneChat([incoming('a'), incoming('b')])
    await press(rowAt(page, 0))
    await choose(page, 'Delete')
    expect(phone.sheet().items).toEqual(['Delete'])
    phone.sheet().cancel()
    await settle()
    expect(bubbles(page.messages())).toEqual(['a', 'b'])
    await press(rowAt(page, 0))
    await choose(page, 'Delete')
    phone.sheet().choose(0)
    await settle()
    expect(bubbles(page.messages())).toEqual(['b'])
  })

  test('a message that comes in closes it: the bubble has moved; one that changes does not', async () => {
    const page = await loneChat([incoming('a'), own('b')])
    await press(rowAt(page, 1))
    page.sdk.emit('MESSAGE_READ_BY_PEER', [...page.sdk.historyOf(C2C)].slice(-1))
    await settle()
    expect(page.chat().has('message-menu')).toBe(true)
    receive(page.sdk, incoming('c'))
    await settle()
    expect(page.chat().has('message-menu')).toBe(false)
  })

  test('a touch beside it closes it', async () => {
    const page = await loneChat([incoming('a')])
    await press(rowAt(page))
    page.chat().find('message-menu view.mask').fire('touchstart')
    await settle()
    expect(page.chat().has('message-menu')).toBe(false)
  })

  test('a message that the peer recalls: a notice without a second try', async () => {
    const message = incoming('secret', { nick: 'Bob' })
    const page = await loneChat([message])
    message.isRevoked = true
    Object.assign(message, { revoker: 'bob' })
    page.sdk.emit('MESSAGE_REVOKED', [message])
    await settle()
    expect(bubbles(page.messages())).toEqual(['Bob recalled a message'])
    expect(page.messages().text).not.toContain('secret')
    expect(page.messages().has('text.reedit')).toBe(false)
  })

  test('the menu is gone when its message is: nothing is done to another one', async () => {
    const message = incoming('a')
    const page = await loneChat([message, incoming('b')])
    await press(rowAt(page, 0))
    message.isRevoked = true
    page.sdk.emit('MESSAGE_REVOKED', [message])
    await settle()
    await choose(page, 'Copy')
    expect(phone.clipboard).toEqual([])
  })

  test.each([
    [
      'above the bubble',
      { top: 400, bottom: 440, left: 60, right: 200 },
      { top: 211, left: 30, below: false },
    ],
    [
      'below it where there is no room',
      { top: 100, bottom: 140, left: 60, right: 200 },
      { top: 57, below: true },
    ],
    ['inside the window at its edge', { top: 400, bottom: 440, left: 350, right: 380 }, { left: 182 }],
  ])('it stands %s', async (_name, bubble, place) => {
    const rects: Record<string, Partial<DOMRect>> = {
      'message-menu--area': { top: 91, left: 0, width: 390, height: 660 },
      'message-menu--menu': { width: 200, height: 90 },
    }
    jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const known = Object.keys(rects).find((name) => this.classList.contains(name))
      return {
        top: 0,
        bottom: 0,
        left: 0,
        right: 0,
        width: 0,
        height: 0,
        ...(known && rects[known]),
      } as DOMRect
    })
    const page = await loneChat([incoming('a')])
    await press(rowAt(page), bubble)
    expect(page.chat().find('message-menu').data).toMatchObject({ ...place, placed: true })
  })

  test('it does not stay over another chat', async () => {
    const page = await chatPage(history(1))
    await press(rowAt(page))
    expect(menu(page)).not.toEqual([])
    await page.openConversation(GROUP)
    expect(page.chat().has('message-menu')).toBe(false)
  })
})
