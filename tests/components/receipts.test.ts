import type { Message as SdkMessage } from '@tencentcloud/chat'
import { GROUP, ME, sdkMessage } from '../fixtures/builders'
import { advance, settle } from './harness'
import { hostSdk, loneChat, receive, rows, type Page } from './page'

const WAIT = 300

const inGroup = (fields: object = {}): SdkMessage =>
  sdkMessage({ conversationID: GROUP, to: 'team', needReadReceipt: true, ...fields })

const told = (page: Page): unknown[] =>
  page.sdk.calls('sendMessageReadReceipt').map(([messages]) => (messages as SdkMessage[]).map(({ ID }) => ID))

const idOf = (page: Page, at: number): string =>
  String((rows(page.messages())[at]?.data.row as { id: string }).id)

test('the sender of a message hears that it was read when it was on the screen, and not before', async () => {
  const sent = [inGroup(), inGroup(), inGroup({ from: ME, flow: 'out' }), inGroup({ needReadReceipt: false })]
  const page = await loneChat(sent, { conversationID: GROUP, sdk: hostSdk() })
  await advance(WAIT)
  expect(told(page)).toEqual([])
  // Rows that nobody asks about are not watched.
  expect(page.messages().all('message-row.due')).toHaveLength(2)

  page.messages().intersect('.due', 1, { id: idOf(page, 1) })
  await settle()
  await advance(WAIT)
  expect(told(page)).toEqual([[sent[1]?.ID]])

  // A new one is watched as well, beside those that were there.
  const next = inGroup()
  receive(page.sdk, next)
  await settle()
  page.messages().intersect('.due', 1, { id: idOf(page, 4) })
  await settle()
  await advance(WAIT)
  expect(told(page)).toEqual([[sent[1]?.ID], [next.ID]])
})

test('a chat in which nobody asks watches nothing', async () => {
  const page = await loneChat([inGroup({ needReadReceipt: false })], {
    conversationID: GROUP,
    sdk: hostSdk(),
  })
  expect(page.messages().isWatching('.due')).toBe(false)
})
