import { ME, sdkMessage } from '../fixtures/builders'
import { phone, settle, sound } from './harness'
import { chatPage, incoming, loneChat, PEER, receive, rowAt, type Page } from './page'

const voice = (name: string, fields: Record<string, unknown> = {}) =>
  sdkMessage({
    ID: name,
    type: 'TIMSoundElem',
    payload: { url: `https://c/${name}.mp3`, second: 12 },
    ...fields,
  })

const body = (page: Page, at = -1) => rowAt(page, at).find('message-voice')
const bubble = (page: Page, at = -1) => body(page, at).find('view.voice')
const isNew = (page: Page, at = -1): boolean => body(page, at).has('view.dot')
const isPlaying = (page: Page, at = -1): boolean => bubble(page, at).classes.includes('playing')

async function tap(page: Page, at = -1): Promise<void> {
  bubble(page, at).tap()
  await settle()
}

/** The sound of what is being played begins. */
async function begin(): Promise<void> {
  sound.audio().begin()
  await settle()
}

async function end(): Promise<void> {
  sound.audio().end()
  await settle()
}

test('a voice message is as wide as it is long, with its seconds, and new ones have a dot', async () => {
  const page = await loneChat([
    voice('short', { payload: { url: 'https://c/s.mp3', second: 2 } }),
    voice('long'),
    voice('mine', { from: ME }),
  ])
  const width = (at: number): number =>
    Number(/min-width: ?(\d+)px/.exec(String(bubble(page, at).attr('style')))?.[1])
  expect(width(0)).toBeGreaterThan(60)
  expect(width(1)).toBeGreaterThan(width(0))
  expect(bubble(page, 0).text).toContain('2"')
  expect(bubble(page, 1).attr('aria-label')).toBe('New voice message, 12 s')
  expect([0, 1, 2].map((at) => isNew(page, at))).toEqual([true, true, false])
  expect(rowAt(page, 2).find('message-voice').attr('own')).toBe(true)
})

test('a tap plays it: it opens, its waves move, and it is no longer new', async () => {
  const page = await loneChat([voice('a')])
  await tap(page)
  expect(sound.audio().src).toBe('https://c/a.mp3')
  expect(bubble(page).classes).toContain('loading')
  expect(isNew(page)).toBe(true)
  await begin()
  expect(isPlaying(page)).toBe(true)
  expect(isNew(page)).toBe(false)
  expect(body(page).find('view.fill').attr('style')).toBe('animation-duration: 12s')
  await end()
  expect(isPlaying(page)).toBe(false)
})

test('a second tap stops it, and one on another goes over to that one', async () => {
  const page = await loneChat([voice('a'), voice('b')])
  await tap(page, 0)
  await begin()
  await tap(page, 1)
  expect([isPlaying(page, 0), sound.audio().src]).toEqual([false, 'https://c/b.mp3'])
  await tap(page, 1)
  expect(sound.left().audios).toBe(0)
})

test('the next new one follows by itself', async () => {
  const page = await loneChat([voice('a'), incoming('and'), voice('b')])
  await tap(page, 0)
  await begin()
  await end()
  expect(sound.audio().src).toBe('https://c/b.mp3')
  await begin()
  expect(isPlaying(page, 2)).toBe(true)
  await end()
  expect(sound.left().audios).toBe(0)
})

test('what was listened to has no dot when the chat is opened another time', async () => {
  const first = await loneChat([voice('a'), voice('b', { from: PEER })])
  await tap(first, 1)
  await begin()
  await end()
  first.kit.detach()
  const again = await loneChat([voice('a'), voice('b', { from: PEER })])
  expect([isNew(again, 0), isNew(again, 1)]).toEqual([true, false])
})

describe('nothing goes on playing when', () => {
  test.each<[string, (page: Page) => void]>([
    ['the chat is left', (page) => page.kit.detach()],
    ['the page is hidden', (page) => page.kit.page('hide')],
    ['another chat is opened', (page) => page.kit.set({ conversationID: 'C2Ccarol' })],
    ['a call comes', () => sound.call()],
    ['it is revoked', (page) => page.sdk.emit('MESSAGE_REVOKED', [voice('a', { isRevoked: true })])],
  ])('%s', async (_what, happens) => {
    const page = await loneChat([voice('a')])
    await tap(page)
    await begin()
    happens(page)
    await settle()
    expect(sound.left()).toEqual({ audios: 0, interruptions: 0, microphone: false })
  })

  test('but it does while messages arrive', async () => {
    const page = await loneChat([voice('a')])
    await tap(page)
    await begin()
    receive(page.sdk, incoming('hello'))
    await settle()
    expect(isPlaying(page, 0)).toBe(true)
  })
})

test('what cannot be played says so, and stays new', async () => {
  const page = await chatPage([voice('a')])
  await tap(page)
  sound.audio().fail()
  await settle()
  expect(isNew(page)).toBe(true)
  expect(bubble(page).classes).not.toContain('loading')
  expect(phone.toasts).toEqual(['This voice message cannot be played. Try again later'])
})
