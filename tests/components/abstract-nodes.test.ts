import { registerMessageKind } from '../../core/registry/message-kinds'
import { registerHooks, type TapTarget } from '../../core/registry/hooks'
import { sdkConversation, sdkMessage } from '../fixtures/builders'
import { mountHost, settle, type Mounted } from './harness'
import { C2C, hostSdk, ME } from './page'

const poll = (payload: object, from?: string) =>
  sdkMessage({
    type: 'TIMCustomElem',
    payload: { data: JSON.stringify(payload), description: '', extension: '' },
    ...(from && { from, flow: 'out' }),
  })

let undo: (() => void)[]

beforeEach(() => {
  undo = [
    registerMessageKind({
      kind: 'poll',
      match: (content) => content.type === 'custom' && content.data.includes('poll'),
      summary: () => '[Poll]',
      view: (content) =>
        content.type === 'custom'
          ? { title: String((JSON.parse(content.data) as { poll?: unknown }).poll) }
          : undefined,
    }),
  ]
})
afterEach(() => undo.forEach((take) => take()))

/** The host's page; with messages the chat is open. */
async function hostPage(messages: ReturnType<typeof poll>[] | undefined): Promise<Mounted> {
  const sdk = hostSdk()
  if (messages) {
    sdk.conversations.push(sdkConversation())
    sdk.historyOf(C2C).push(...messages)
  }
  const page = mountHost()
  const kit = page.find('tui-kit').instance<{ init(): void; openConversation(id: string): void }>()
  kit.init()
  await settle()
  if (messages) kit.openConversation(C2C)
  await settle()
  return page
}

test("a message of the host's own kind is drawn by its component, from what its view gave", async () => {
  const page = await hostPage([poll({ poll: 'Where to?' }), poll({ poll: 'When?' }, ME), sdkMessage()])
  expect(page.texts('message-row host-card view.card')).toEqual([
    'poll: Where to?, [Poll]',
    'poll: When?, [Poll], own',
  ])
  expect(page.all('message-row message-text')).toHaveLength(1)
})

test('a tap on it reaches the host with the message', async () => {
  const heard: TapTarget[] = []
  undo.push(registerHooks({ onTap: (target) => void heard.push(target) }))
  const page = await hostPage([poll({ poll: 'Where to?' })])
  page.find('host-card view.card').tap()
  await settle()
  expect(heard).toMatchObject([{ type: 'message', message: { content: { type: 'custom' } } }])
})

test('without data of its own it is told in words, and a peer who sends nonsense breaks nothing', async () => {
  const page = await hostPage([
    sdkMessage({ type: 'TIMCustomElem', payload: { data: 'poll {', description: '', extension: '' } }),
  ])
  expect(page.has('host-card')).toBe(false)
  expect(page.find('message-row view.bubble').text).toBe('[Poll]')
})

test("the host's avatar, header and empty screen stand in the list and in the chat", async () => {
  const page = await hostPage(undefined)
  expect(page.find('TUIConversation host-bar').data.title).toBe('Chats')
  expect(page.find('TUIConversation host-nothing').text).toContain('No chats yet')
  expect(page.has('tui-nav-bar')).toBe(false)

  const chat = await hostPage([sdkMessage()])
  expect(chat.find('conversation-item host-face').text).toBe('B 48')
  expect(chat.find('message-row host-face').text).toBe('B 40')
  expect(chat.find('TUIChat host-bar').data).toMatchObject({ title: 'bob', conversationID: C2C })
  chat.find('TUIChat host-bar text.back').tap()
  await settle()
  expect(chat.find('tui-kit').data.leaving).toBe(true)

  const silent = await hostPage([])
  expect(silent.find('message-list host-nothing').data).toMatchObject({
    text: 'No messages yet. Say hello',
    conversationID: C2C,
  })
})
