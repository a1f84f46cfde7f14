import { sdkConversation, sdkMessage } from '../../tests/fixtures/builders'
import { testKit, textsOf, type TestKit } from '../../tests/fixtures/kit'
import { messageListView } from '../views/message-list'
import { chatView } from '../views/chat'
import { sdkGroup } from '../../tests/fixtures/fake-contacts'
import { sdkError } from '../../tests/fixtures/fake-sdk'
import { applySettings } from './settings'
import { showChat } from './mark-read'
import { openChat } from './open-chat'

const ROOM = 'GROUProom'
let chat: TestKit
let said = 0

beforeEach(async () => {
  jest.useFakeTimers()
  said = 0
  chat = testKit()
  chat.sdk.groups.set('room', {
    profile: sdkGroup('room', { type: 'AVChatRoom' }),
    members: Array.from({ length: 1234 }, () => ({})),
  })
  showChat(chat.kit, { conversationID: ROOM, shown: true, atBottom: true })
  await openChat(chat.kit, ROOM)
})
afterEach(() => {
  chat.release()
  jest.useRealTimers()
})

/** Somebody says as many things as are given, at once. */
function say(count: number, fields: Record<string, unknown> = {}): void {
  const list = Array.from({ length: count }, () =>
    sdkMessage({ conversationID: ROOM, time: 2000 + said, payload: { text: `t${said++}` }, ...fields }),
  )
  chat.sdk.emit('MESSAGE_RECEIVED', list)
}
const shown = (): string[] => textsOf(chat.messages(ROOM))
const room = () => chat.kit.store.get().live[ROOM]
const view = () => chatView(chat.kit.store.get(), ROOM, chat.kit.t())
const later = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms)

test('a live room is joined before it is shown, and once', async () => {
  await openChat(chat.kit, ROOM)
  expect(chat.sdk.calls('joinGroup')).toEqual([
    [expect.objectContaining({ groupID: 'room', type: 'AVChatRoom' })],
  ])
  expect(chat.thread(ROOM)?.phase).toBe('ready')
})

test('of other groups nothing is asked, and nothing is joined', async () => {
  chat.sdk.emit('CONVERSATION_LIST_UPDATED', [sdkConversation({ conversationID: 'GROUPteam' })])
  await openChat(chat.kit, 'GROUPteam')
  expect(chat.sdk.calls('joinGroup')).toHaveLength(1)
})

test('a room that takes this user not in says so', async () => {
  chat.sdk.groups.set('other', { profile: sdkGroup('other', { type: 'AVChatRoom' }) })
  chat.sdk.rejectNext('joinGroup', sdkError(10007))
  await expect(openChat(chat.kit, 'GROUPother')).resolves.toMatchObject({ ok: false, error: { code: 10007 } })
  expect(chat.thread('GROUPother')?.phase).toBe('failed')
})

test('those who are there are counted by the SDK, again each minute', async () => {
  await later(0)
  expect(view().count).toBe('(1234)')
  chat.sdk.groups.set('room', { members: [{}] })
  await later(60_000)
  expect(view().count).toBe('(1)')
})

test('a few messages are all shown, in their order', async () => {
  say(12)
  await later(1000)
  expect(shown()).toEqual(Array.from({ length: 12 }, (_, at) => `t${at}`))
  expect(view().sampled).toBe('')
})

test('of more than anybody can read a part is shown, and people are told until it is over', async () => {
  for (let n = 0; n < 100; n++) {
    say(10)
    await later(100)
  }
  expect(shown().length).toBeGreaterThan(150)
  expect(shown().length).toBeLessThan(300)
  expect(view().sampled).toBe('Too many messages: only some are shown')
  await later(10_000)
  expect(view().sampled).toBe('')
  expect(shown()[shown().length - 1]).toBe('t999')
})

test('what mentions the user is shown whatever else there is', async () => {
  say(1, { atUserList: ['alice'], payload: { text: 'alice?' } })
  say(500)
  await later(3000)
  expect(shown()).toContain('alice?')
})

test('a room that goes on for hours keeps its last minutes', async () => {
  for (let n = 0; n < 400; n++) {
    say(5)
    await later(250)
  }
  expect(shown().length).toBeLessThanOrEqual(400)
  expect(shown()[shown().length - 1]).toBe('t1999')
  expect(chat.thread(ROOM)?.complete).toBe(true)
})

test('nothing moves under a reader who looks at something older; coming back shows what came', async () => {
  say(3)
  await later(1000)
  showChat(chat.kit, { conversationID: ROOM, shown: true, atBottom: false })
  say(20)
  await later(5000)
  expect(shown()).toHaveLength(3)
  expect(messageListView(chat.kit.store.get(), ROOM, chat.kit.t()).pill).toBe('20 new')
  showChat(chat.kit, { conversationID: ROOM, shown: true, atBottom: true })
  await later(1000)
  expect(shown()).toHaveLength(23)
  expect(room()?.waiting).toBe(0)
})

test('what was recalled while it waited is not shown', async () => {
  say(1, { ID: 'oops' })
  chat.sdk.emit('MESSAGE_REVOKED', [sdkMessage({ ID: 'oops', conversationID: ROOM, isRevoked: true })])
  await later(1000)
  expect(shown()).toEqual([])
})

test('the room is left with its chat only where the host wants it, and joined again later', async () => {
  showChat(chat.kit, undefined)
  expect(chat.sdk.calls('quitGroup')).toHaveLength(0)
  showChat(chat.kit, { conversationID: ROOM, shown: true, atBottom: true })
  applySettings(chat.kit, { leaveLiveRooms: true })
  showChat(chat.kit, undefined)
  await later(0)
  expect(chat.sdk.calls('quitGroup')).toEqual([['room']])
  showChat(chat.kit, { conversationID: ROOM, shown: true, atBottom: true })
  await openChat(chat.kit, ROOM)
  expect(chat.sdk.calls('joinGroup')).toHaveLength(2)
})

test('a new login joins again', async () => {
  chat.sdk.becomeReady('alice')
  chat.sdk.emit('SDK_NOT_READY', undefined)
  chat.sdk.becomeReady('alice')
  await openChat(chat.kit, ROOM)
  expect(chat.sdk.calls('joinGroup')).toHaveLength(2)
})
