import { createFakeSdk, sdkError, type FakeSdk } from '../../tests/fixtures/fake-sdk'
import { ME, sdkConversation, sdkMessage } from '../../tests/fixtures/builders'

export { createFakeSdk, sdkError, type FakeSdk }

/** The user of the gallery, and the one that is written with. */
export { ME, PEER } from '../../tests/fixtures/builders'

const MINUTE = 60

/** So many minutes ago, in seconds since 1970. */
export const ago = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * MINUTE

/** An SDK in memory: nothing leaves the page. */
export const chatSdk = (): FakeSdk => createFakeSdk()

/** Hands an SDK to the components that are attached from now on. */
export function handOver({ instance, namespace }: FakeSdk): void {
  Object.assign(wx, { $TUIKit: instance, TencentCloudChat: namespace, $chat_userID: ME })
}

interface Chat {
  conversationID: string
  name: string
  unread?: number
  /** Fields of the conversation as the SDK has it. */
  fields?: Record<string, unknown>
  text?: string
  minutes?: number
}

/** A conversation whose newest message is a text of the peer. */
export function addChat(sdk: FakeSdk, chat: Chat): void {
  const { conversationID, name, unread = 0, fields, text = '', minutes = 1 } = chat
  const group = conversationID.startsWith('GROUP')
  sdk.conversations.push(
    sdkConversation({
      conversationID,
      unreadCount: unread,
      remark: group ? '' : name,
      groupProfile: group ? { groupID: conversationID.slice(5), name, avatar: '' } : undefined,
      lastMessage: {
        lastTime: ago(minutes),
        fromAccount: 'bob',
        nick: '',
        nameCard: '',
        type: 'TIMTextElem',
        payload: { text },
        isRevoked: false,
      },
      ...fields,
    }),
  )
}

export interface Line {
  text?: string
  /** User ID; the peer when there is none. */
  from?: string
  /** Fields of the message as the SDK has it. */
  fields?: Record<string, unknown>
}

/** The history of a chat, oldest first, one message a minute up to now. */
export function addHistory(sdk: FakeSdk, conversationID: string, lines: readonly Line[]): void {
  lines.forEach(({ text, from = 'bob', fields }, at) => {
    sdk.historyOf(conversationID).push(
      sdkMessage({
        conversationID,
        conversationType: conversationID.startsWith('GROUP') ? 'GROUP' : 'C2C',
        from,
        payload: { text },
        time: ago(lines.length - at),
        ...fields,
      }),
    )
  })
}
