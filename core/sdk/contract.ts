import type { ChatSDK, Conversation, Message } from '@tencentcloud/chat'

/** What SDK calls resolve with: `{ code, data }`, which the SDK's own typing leaves as `any`. */
export interface SdkReply<T> {
  code: number
  data: T
}

/**
 * The calls of the SDK that this kit uses, with the results that its typing leaves open. `@tencentcloud/chat`
 * and `@tencentcloud/lite-chat` both have them; so does the fake of the unit tests.
 */
export interface ChatInstance extends Pick<ChatSDK, 'isReady' | 'on' | 'off'> {
  /** Milliseconds since 1970 by the server's clock. `@tencentcloud/lite-chat` declares it and has it not. */
  getServerTime?(): number | Number // eslint-disable-line @typescript-eslint/no-wrapper-object-types
  // `String` in the SDK's typing; a primitive at run time.
  getLoginUser(): string | String // eslint-disable-line @typescript-eslint/no-wrapper-object-types
  getConversationList(): Promise<SdkReply<{ conversationList: Conversation[]; isSyncCompleted?: boolean }>>
  getConversationProfile(conversationID: string): Promise<SdkReply<{ conversation: Conversation }>>
  getUserProfile(options: { userIDList: string[] }): Promise<SdkReply<{ userID: string }[]>>
  getMessageList(options: {
    conversationID: string
    nextReqMessageID?: string
  }): Promise<SdkReply<{ messageList: Message[]; nextReqMessageID: string; isCompleted: boolean }>>
  createTextMessage(options: {
    to: string
    conversationType: Message['conversationType']
    payload: { text: string }
  }): Message
  sendMessage(message: Message): Promise<SdkReply<{ message: Message }>>
  resendMessage(message: Message): Promise<SdkReply<{ message: Message }>>
  revokeMessage(message: Message): Promise<SdkReply<{ message: Message }>>
  deleteMessage(messages: Message[]): Promise<SdkReply<unknown>>
  findMessage(messageID: string): Message | null
  setMessageRead(options: { conversationID: string }): Promise<SdkReply<unknown>>
}

/** The SDK's namespace (`wx.TencentCloudChat`), reduced to the event names that the kit listens to. */
export interface ChatNamespace {
  EVENT: Record<
    | 'SDK_READY'
    | 'SDK_NOT_READY'
    | 'KICKED_OUT'
    | 'NET_STATE_CHANGE'
    | 'MESSAGE_RECEIVED'
    | 'MESSAGE_MODIFIED'
    | 'MESSAGE_REVOKED'
    | 'MESSAGE_READ_BY_PEER'
    | 'CONVERSATION_LIST_UPDATED',
    string
  >
}
