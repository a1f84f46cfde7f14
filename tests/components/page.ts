import type { Conversation as SdkConversation, Message as SdkMessage } from '@tencentcloud/chat'
import { C2C, ME, NOW_S, PEER, sdkConversation, sdkMessage } from '../fixtures/builders'
import { createFakeSdk, type FakeSdk } from '../fixtures/fake-sdk'
import { mount, setHost, settle, type Mounted, type Node } from './harness'

export { C2C, GROUP, ME, NOW_S, PEER } from '../fixtures/builders'
export { sdkError } from '../fixtures/fake-sdk'

/** The SDK of a host, handed over the way hosts do. */
export function hostSdk(options: Parameters<typeof createFakeSdk>[0] = {}): FakeSdk {
  const sdk = createFakeSdk(options)
  setHost({ $TUIKit: sdk.instance, TencentCloudChat: sdk.namespace })
  return sdk
}

/** `count` texts of the peer, one a second, oldest first, the newest now. */
export const history = (count: number, conversationID = C2C): SdkMessage[] =>
  Array.from({ length: count }, (_, at) =>
    sdkMessage({ conversationID, time: NOW_S - (count - 1 - at), payload: { text: `message ${at + 1}` } }),
  )

/** How long a chat takes to slide away, ms. */
export const SLIDE = 250
/** How long a sheet over the chat takes, ms. */
export const SHEET = 200

export interface Page {
  sdk: FakeSdk
  kit: Mounted
  /** The host calls `init()`. */
  init: () => void
  openConversation(conversationID: string): Promise<void>
  list(): Node
  chat(): Node
  messages(): Node
  input(): Node
}

interface PageOptions {
  sdk?: FakeSdk
  properties?: Record<string, unknown>
  /** False: `init()` is not called, and the page hands no SDK over by itself. */
  started?: boolean
}

/** A host's page with `<TUIKit>` on it. */
export async function kitPage({ started = true, properties, ...given }: PageOptions = {}): Promise<Page> {
  const sdk = given.sdk ?? (started ? hostSdk() : createFakeSdk())
  const kit = mount('', {
    properties: properties ?? {},
    events: ['ready', 'unread', 'error', 'kickedout', 'navigate'],
  })
  const methods = kit.instance<{ init(): void; openConversation(id: string): void }>()
  if (started) methods.init()
  await settle()
  return {
    sdk,
    kit,
    init: () => methods.init(),
    async openConversation(conversationID) {
      methods.openConversation(conversationID)
      await settle()
    },
    list: () => kit.find('TUIConversation'),
    chat: () => kit.find('TUIChat'),
    messages: () => kit.find('message-list'),
    input: () => kit.find('message-input'),
  }
}

/** The page with the chat to the peer open over the list. */
export async function chatPage(messages: SdkMessage[], fields: Partial<PageOptions> = {}): Promise<Page> {
  const sdk = fields.sdk ?? hostSdk()
  if (!sdk.conversations.length) sdk.conversations.push(sdkConversation())
  sdk.historyOf(C2C).push(...messages)
  const page = await kitPage({ ...fields, sdk })
  await page.openConversation(C2C)
  return page
}

/** A chat on its own, without the root. */
export async function loneChat(
  messages: SdkMessage[],
  { conversationID = C2C, sdk = hostSdk() }: { conversationID?: string; sdk?: FakeSdk } = {},
): Promise<Page> {
  sdk.historyOf(conversationID).push(...messages)
  const kit = mount('components/TUIChat', { properties: { conversationID }, events: ['back'] })
  await settle()
  return {
    sdk,
    kit,
    init: () => undefined,
    openConversation: () => Promise.resolve(),
    list: () => kit.find('TUIConversation'),
    chat: () => kit,
    messages: () => kit.find('message-list'),
    input: () => kit.find('message-input'),
  }
}

/** Rows from the oldest on the screen's top to the newest. */
export const rows = (list: Node): Node[] => {
  const older = list.all('view.page').reverse()
  return [...older, list.find('view.newer')].flatMap((page) => page.all('message-row'))
}

export const bubbles = (list: Node): string[] =>
  rows(list).map((row) => row.texts('view.bubble').concat(row.texts('view.notice'))[0] ?? '')

/** What the SDK does when the peer writes: the message, and the whole list with its new preview and badge. */
export function receive(sdk: FakeSdk, ...messages: SdkMessage[]): void {
  for (const message of messages) sdk.historyOf(message.conversationID).push(message)
  sdk.emit('MESSAGE_RECEIVED', messages)
  for (const message of messages) updateConversation(sdk, message)
  sdk.emit('CONVERSATION_LIST_UPDATED', [...sdk.conversations], { isSyncCompleted: true })
}

function updateConversation(sdk: FakeSdk, message: SdkMessage): void {
  const at = sdk.conversations.findIndex((known) => known.conversationID === message.conversationID)
  const before: Partial<SdkConversation> = at < 0 ? {} : (sdk.conversations[at] ?? {})
  if (at >= 0) sdk.conversations.splice(at, 1)
  sdk.conversations.unshift(
    sdkConversation({
      ...before,
      conversationID: message.conversationID,
      unreadCount: (before.unreadCount ?? 0) + (message.from === ME ? 0 : 1),
      lastMessage: {
        lastTime: message.time,
        lastSequence: message.sequence,
        fromAccount: message.from,
        nick: '',
        nameCard: '',
        type: message.type,
        payload: message.payload as unknown,
        isRevoked: false,
      },
    }),
  )
}

export const incoming = (text: string, fields: Record<string, unknown> = {}): SdkMessage =>
  sdkMessage({ from: PEER, time: NOW_S, payload: { text }, ...fields })

export const own = (text: string, fields: Record<string, unknown> = {}): SdkMessage =>
  sdkMessage({ from: ME, to: PEER, time: NOW_S, payload: { text }, ...fields })

/** Types into the field as the platform tells it. */
export function type(input: Node, value: string, cursor = value.length): void {
  input.find('textarea').fire('input', { value, cursor })
}

/** Types a text and taps the button. */
export async function send(page: Page, text: string): Promise<void> {
  type(page.input(), text)
  page.input().find('view.send').tap()
  await settle()
}

/** The row at this place, counted from the oldest; from the newest when negative. */
export function rowAt(page: Page, at = -1): Node {
  const found = rows(page.messages()).at(at)
  if (!found) throw new Error(`There is no row ${at}`)
  return found
}
