/** What a message is made of, whoever it goes to. `body` is opaque: the elements as the sender's SDK wrote them. */
export interface MessageContent {
  readonly from: string
  /** Chosen by the sender. */
  readonly random: number
  /** Server time in seconds. Never smaller than that of the message before it. */
  readonly time: number
  /** The sender's time in seconds; part of the message ID. */
  readonly clientTime: number
  readonly body: readonly unknown[]
  readonly cloudCustomData: string
  readonly needReadReceipt: number
  readonly supportExtension: number
  /** Does not count as unread. */
  readonly noUnread: boolean
  /** Is not shown as the last message of the conversation. */
  readonly noLastMessage: boolean
  /** Grows by one with each modification; absent: never modified. */
  readonly version?: number
  readonly revoked?: { readonly by: string; readonly reason: string }
}

/** What can be changed in a message that was sent. */
export type MessageEdit = Pick<MessageContent, 'body' | 'cloudCustomData'>
