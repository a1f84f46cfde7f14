import type { Message as SdkMessage } from '@tencentcloud/chat'
import { MESSAGE_GONE } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import type { Conversation, Message } from '../store/types'
import type { ChatInstance, ChatNamespace, SdkReply } from './contract'
import { bindEvents, type ChatListener } from './events'
import { mapConversation, mapMessage } from './map'

export interface HistoryPage {
  /** Oldest first. */
  messages: Message[]
  cursor: string
  complete: boolean
}

/**
 * The SDK as the rest of core sees it: our types in and out. Calls reject with whatever the SDK rejects with;
 * actions turn that into a `ChatError`.
 */
export interface ChatSdk {
  readonly instance: ChatInstance
  /** The user that is logged in; empty before the login. */
  userID(): string
  isReady(): boolean
  /** Milliseconds since 1970 by the server's clock; the phone's may be wrong. SDK: `getServerTime`. */
  now(): number
  /** @returns the function that ends the subscription */
  listen(listener: ChatListener): () => void
  /** SDK: `getConversationList`. `synced` tells whether the first sync with the server is over. */
  conversations(): Promise<{ list: Conversation[]; synced: boolean }>
  /** SDK: `getConversationProfile`; creates the conversation locally if there is none. */
  conversation(conversationID: string): Promise<Conversation | undefined>
  /** SDK: `getUserProfile`. */
  userExists(userID: string): Promise<boolean>
  /** SDK: `getMessageList`, at most 15 messages. An empty cursor asks for the newest page. */
  history(conversationID: string, cursor: string): Promise<HistoryPage>
  /** SDK: `createTextMessage`. The message is not sent yet: its status is `sending`. */
  createText(conversationID: string, text: string): Message
  /** SDK: `sendMessage`, or `resendMessage` when it failed before. */
  send(message: Message): Promise<Message>
  /** SDK: `revokeMessage`. */
  revoke(message: Message): Promise<Message>
  /** SDK: `deleteMessage`. */
  remove(message: Message): Promise<void>
  /** Forgets everything of the messages it has seen: another account has logged in. */
  forget(): void
  /** SDK: `setMessageRead`. */
  markRead(conversationID: string): Promise<void>
}

export function createChatSdk(instance: ChatInstance, namespace: ChatNamespace): ChatSdk {
  const userID = (): string => String(instance.getLoginUser() || '')

  // A row keeps the local id of its message for as long as the kit lives, whatever the SDK does with its own ID.
  let allotted = 0
  const localIDs = new Map<string, string>()
  // Messages that the SDK has not kept (not sent yet, or failed) are needed again for a resend.
  const unsent = new Map<string, SdkMessage>()

  const map = (source: SdkMessage): Message => {
    let id = localIDs.get(source.ID)
    if (!id) {
      id = `m${++allotted}`
      localIDs.set(source.ID, id)
    }
    return { ...mapMessage(source, userID()), id }
  }

  const find = (message: Message): SdkMessage => {
    const source = unsent.get(message.ID) ?? instance.findMessage(message.ID)
    if (!source)
      throw Object.assign(new Error('The message is not in memory any more'), { code: MESSAGE_GONE })
    return source
  }

  return {
    instance,
    userID,
    isReady: () => instance.isReady(),
    // The SDK refuses the question before the login.
    now: () => Number((instance.isReady() && instance.getServerTime?.()) || Date.now()),
    listen: (listener) => bindEvents(instance, namespace, { map, userID }, listener),

    async conversations() {
      const { data } = await instance.getConversationList()
      const list: Conversation[] = []
      for (const source of data.conversationList) {
        const conversation = mapConversation(source, userID())
        if (conversation) list.push(conversation)
      }
      return { list, synced: data.isSyncCompleted !== false }
    },

    async conversation(conversationID) {
      const { data } = await instance.getConversationProfile(conversationID)
      return mapConversation(data.conversation, userID())
    },

    async userExists(id) {
      const { data } = await instance.getUserProfile({ userIDList: [id] })
      return data.some((profile) => profile.userID === id)
    },

    async history(conversationID, cursor) {
      const { data } = await instance.getMessageList(
        cursor ? { conversationID, nextReqMessageID: cursor } : { conversationID },
      )
      const messages = data.messageList.filter((source) => !source.isDeleted).map((source) => map(source))
      return { messages, cursor: data.nextReqMessageID, complete: data.isCompleted }
    },

    createText(conversationID, text) {
      const parsed = parseConversationID(conversationID)
      if (!parsed) throw new Error(`Not a conversation ID: ${conversationID}`)
      const source = instance.createTextMessage({
        to: parsed.target,
        conversationType: parsed.type as unknown as SdkMessage['conversationType'],
        payload: { text },
      })
      unsent.set(source.ID, source)
      return { ...map(source), status: 'sending' }
    },

    async send(message) {
      const source = find(message)
      const request: Promise<SdkReply<{ message: SdkMessage }>> =
        message.status === 'failed' ? instance.resendMessage(source) : instance.sendMessage(source)
      const { data } = await request
      unsent.delete(message.ID)
      // The SDK may give the sent message another ID; it is still the same row.
      localIDs.set(data.message.ID, message.id)
      return map(data.message)
    },

    async revoke(message) {
      const { data } = await instance.revokeMessage(find(message))
      return { ...map(data.message), revoked: true, revoker: userID() }
    },

    async remove(message) {
      await instance.deleteMessage([find(message)])
      unsent.delete(message.ID)
    },

    forget() {
      localIDs.clear()
      unsent.clear()
    },

    async markRead(conversationID) {
      await instance.setMessageRead({ conversationID })
    },
  }
}
