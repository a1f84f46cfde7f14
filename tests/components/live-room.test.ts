import { sdkGroup } from '../fixtures/fake-contacts'
import { sdkMessage } from '../fixtures/builders'
import { advance } from './harness'
import { bubbles, hostSdk, loneChat, NOW_S, type Page } from './page'

const ROOM = 'GROUProom'
let page: Page

beforeEach(async () => {
  const sdk = hostSdk()
  sdk.groups.set('room', {
    profile: sdkGroup('room', { type: 'AVChatRoom' }),
    members: Array.from({ length: 320 }, () => ({})),
  })
  page = await loneChat([], { conversationID: ROOM, sdk })
  await advance(0)
})

let said = 0
const say = (count: number): void => {
  const list = Array.from({ length: count }, () =>
    sdkMessage({ conversationID: ROOM, time: NOW_S + ++said, from: 'bob', payload: { text: `t${said}` } }),
  )
  page.sdk.emit('MESSAGE_RECEIVED', list)
}
const TOO_MANY = 'Too many messages: only some are shown'

test('a live room tells how many are there, and what an empty one is waiting for', () => {
  expect(page.chat().text).toContain('(320)')
  expect(page.messages().text).toContain('What is said from now on appears here')
  expect(page.chat().has('message-input')).toBe(true)
})

test('what is said appears; of too much a part does, and a bar says so until it is over', async () => {
  say(3)
  await advance(500)
  expect(bubbles(page.messages())).toHaveLength(3)
  expect(page.chat().text).not.toContain(TOO_MANY)
  for (let n = 0; n < 12; n++) {
    say(25)
    await advance(100)
  }
  const shown = bubbles(page.messages()).length
  expect(shown).toBeGreaterThan(12)
  expect(shown).toBeLessThan(100)
  expect(page.chat().text).toContain(TOO_MANY)
  await advance(10_000)
  expect(page.chat().text).not.toContain(TOO_MANY)
})
