import type { FakeSdk } from '../fixtures/fake-sdk'
import { advance, phone, settle, type Mounted, type Node } from './harness'
import { hostSdk, loneChat, type as typeInto } from './page'

interface Input {
  edit(text: string): void
  close(): void
}

let sdk: FakeSdk
let chat: Node & Partial<Mounted>

async function composer(): Promise<Node> {
  sdk = hostSdk()
  const page = await loneChat([], { sdk })
  chat = page.kit
  return page.input()
}

const sent = (): unknown[] =>
  sdk.calls('sendMessage').map(([message]) => (message as { payload: { text?: string } }).payload.text)

const field = (input: Node) => input.find('textarea')
const text = (input: Node): unknown => field(input).attr('value')
const dockHeight = (input: Node): string | undefined =>
  /height: ?(\d+)px/.exec(input.find('view.dock').raw.$$?.getAttribute('style') ?? '')?.[1]
const keyboard = (input: Node, height: number): void =>
  field(input).fire('keyboardheightchange', { height, duration: 250 })
/** The field loses the cursor, which was at this place. */
const leave = (input: Node, cursor: number): void =>
  field(input).fire('blur', { value: input.data.text, cursor })
const button = (input: Node) => input.find('view.faces')
const pick = (input: Node, emoji: string): void => {
  const found = input.all('view.emoji').find((item) => item.text === emoji)
  if (!found) throw new Error(`No ${emoji} in the panel`)
  found.tap()
}

describe('writing', () => {
  test('the button to send is there as soon as there is something to send', async () => {
    const input = await composer()
    expect(input.has('view.send')).toBe(false)
    typeInto(input, 'hi')
    expect(input.find('view.send').text).toBe('Send')
    typeInto(input, '')
    expect(input.has('view.send')).toBe(false)
  })

  test('sending clears the field and hands the text over', async () => {
    const input = await composer()
    typeInto(input, 'hi\nthere')
    input.find('view.send').tap()
    await settle()
    expect(sent()).toEqual(['hi\nthere'])
    expect(text(input)).toBe('')
    expect(input.has('view.send')).toBe(false)
  })

  test("the keyboard's own button sends as well", async () => {
    const input = await composer()
    typeInto(input, 'hi')
    field(input).fire('confirm', { value: 'hi' })
    await settle()
    expect(sent()).toEqual(['hi'])
  })

  test('a second tap sends nothing more', async () => {
    const input = await composer()
    typeInto(input, 'hi')
    const send = input.find('view.send')
    send.tap()
    send.tap()
    await settle()
    expect(sent()).toEqual(['hi'])
  })

  test.each([' ', '\n\n', '\t \u3000'])('white space alone is not sent: %j', async (blank) => {
    const input = await composer()
    typeInto(input, blank)
    expect(input.has('view.send')).toBe(false)
    input.find('textarea').fire('confirm')
    await settle()
    expect(sent()).toEqual([])
    expect(text(input)).toBe(blank)
  })

  test('edit() puts a text in front of what is there, ready to go on', async () => {
    const input = await composer()
    typeInto(input, 'later')
    input.instance<Input>().edit('recalled ')
    expect(text(input)).toBe('recalled later')
    expect(field(input).attr('focus')).toBe(true)
  })
})

describe('emoji', () => {
  test('go where the cursor is, one after the other', async () => {
    const input = await composer()
    typeInto(input, 'ab')
    leave(input, 1)
    button(input).tap()
    pick(input, '😀')
    pick(input, '👍')
    expect(text(input)).toBe('a😀👍b')
  })

  test('go to the end of a field that was never touched', async () => {
    const input = await composer()
    input.instance<Input>().edit('ab')
    button(input).tap()
    pick(input, '😀')
    expect(text(input)).toBe('ab😀')
  })

  test.each([
    ['a joined family', 'a👨‍👩‍👧', 'a'],
    ['a hand with its colour', 'a👍🏽', 'a'],
    ['a flag', 'a🇨🇳', 'a'],
    ['a heart', 'a❤️', 'a'],
    ['a letter', 'ab', 'a'],
  ])('the delete key takes %s as one', async (_name, before, after) => {
    const input = await composer()
    typeInto(input, before)
    button(input).tap()
    input.find('view.delete').tap()
    expect(text(input)).toBe(after)
  })

  test('the delete key takes what is before the cursor, and stops at the start', async () => {
    const input = await composer()
    typeInto(input, 'abc')
    leave(input, 2)
    button(input).tap()
    input.find('view.delete').tap()
    expect(text(input)).toBe('ac')
    input.find('view.delete').tap()
    input.find('view.delete').tap()
    expect(text(input)).toBe('c')
  })
})

describe('the dock under the field', () => {
  test('is as high as the home indicator while nothing is in it', async () => {
    const input = await composer()
    expect(dockHeight(input)).toBe('34')
  })

  test('is as high as the keyboard, and the panel takes exactly its place', async () => {
    const input = await composer()
    keyboard(input, 336)
    expect(dockHeight(input)).toBe('336')
    button(input).tap()
    expect(dockHeight(input)).toBe('336')
    keyboard(input, 0)
    expect(dockHeight(input)).toBe('336')
    expect(input.has('emoji-panel')).toBe(true)
  })

  test('the keyboard takes the place of the panel without a gap', async () => {
    const input = await composer()
    button(input).tap()
    const before = dockHeight(input)
    button(input).tap()
    expect(field(input).attr('focus')).toBe(true)
    expect(dockHeight(input)).toBe(before)
    expect(input.has('emoji-panel')).toBe(true)
    keyboard(input, 300)
    expect(dockHeight(input)).toBe('300')
    expect(input.has('emoji-panel')).toBe(false)
  })

  test('falls back when the keyboard goes', async () => {
    const input = await composer()
    keyboard(input, 336)
    keyboard(input, 0)
    expect(dockHeight(input)).toBe('34')
  })

  test('close() puts panel and keyboard away', async () => {
    const input = await composer()
    button(input).tap()
    input.instance<Input>().close()
    expect(input.has('emoji-panel')).toBe(false)
    expect(field(input).attr('focus')).toBe(false)
  })

  test('a keyboard that came with a tap on the field is taken away by the panel', async () => {
    const input = await composer()
    // The platform hides the keyboard when `focus` turns from true to false, not when it was false already.
    field(input).fire('focus', { value: '', height: 336 })
    keyboard(input, 336)
    expect(field(input).attr('focus')).toBe(true)
    button(input).tap()
    expect(field(input).attr('focus')).toBe(false)
  })

  test('a field that was left can be focused again', async () => {
    const input = await composer()
    input.instance<Input>().edit('a')
    leave(input, 1)
    expect(field(input).attr('focus')).toBe(false)
    input.instance<Input>().edit('b')
    expect(field(input).attr('focus')).toBe(true)
  })

  test('the button tells what it leads to', async () => {
    const input = await composer()
    expect(button(input).attr('aria-label')).toBe('Emoji')
    expect(button(input).find('tui-icon').attr('name')).toBe('emoji')
    button(input).tap()
    expect(button(input).attr('aria-label')).toBe('Keyboard')
    expect(button(input).find('tui-icon').attr('name')).toBe('keyboard')
  })
})

describe('recently used emoji', () => {
  const recent = (input: Node): string[] => input.all('view.grid')[0]?.texts('view.emoji') ?? []
  const reopen = async (input: Node): Promise<void> => {
    input.instance<Input>().close()
    await advance(0)
    button(input).tap()
  }

  test('come first the next time, the newest in front, each once', async () => {
    const input = await composer()
    button(input).tap()
    expect(input.find('emoji-panel').text).not.toContain('Recent')
    for (const emoji of ['😀', '👍', '😀', '🎉']) pick(input, emoji)
    expect(input.find('emoji-panel').text).not.toContain('Recent')
    await reopen(input)
    expect(input.find('emoji-panel').text).toContain('Recent')
    expect(recent(input)).toEqual(['🎉', '😀', '👍'])
  })

  test('are kept for the next visit, and at most 16', async () => {
    const input = await composer()
    button(input).tap()
    const all = input.texts('view.emoji').slice(0, 20)
    for (const emoji of all) pick(input, emoji)
    chat.detach?.()
    const again = await composer()
    button(again).tap()
    expect(recent(again)).toEqual(all.reverse().slice(0, 16))
  })

  test.each([
    ['no list', { length: 3 }],
    ['not emoji', ['<b>', 7, null, 'long text', '👍']],
  ])('what a phone has stored may be anything: %s', async (_name, stored) => {
    phone.storage.set('tui.recentEmoji', stored)
    const input = await composer()
    button(input).tap()
    expect(input.find('emoji-panel').text.includes('Recent')).toBe(Array.isArray(stored))
    if (Array.isArray(stored)) expect(recent(input)).toEqual(['👍'])
  })

  test('a phone that cannot store does without', async () => {
    phone.storageBroken = true
    const input = await composer()
    button(input).tap()
    pick(input, '😀')
    await reopen(input)
    expect(text(input)).toBe('😀')
    expect(input.find('emoji-panel').text).not.toContain('Recent')
  })
})
