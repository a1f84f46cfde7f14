import type { Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import type { CustomBody } from '../../store/outgoing'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import type { SdkReply } from '../reply'
import type { CreateInstance } from './create'

export interface SendInstance {
  sendMessage(
    message: SdkMessage,
    options?: { onlineUserOnly: boolean },
  ): Promise<SdkReply<{ message: SdkMessage }>>
  resendMessage(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage }>>
}

export interface SendCalls {
  /** SDK: `sendMessage`, or `resendMessage` when it failed before. */
  send(message: Message): Promise<Message>
  /**
   * Keeps a message that is being uploaded from being sent afterwards. The SDK cannot end an upload; it asks the
   * message whether it can be sent (`isSendable`) when the upload is over. Its send then fails with 2403.
   */
  withhold(message: Message): void
  /**
   * Takes a message that was not sent off the memory of this kit and of the SDK.
   * SDK: `deleteMessage`, which asks no server for such a message.
   */
  discard(message: Message): Promise<void>
  /** A custom message that is neither kept nor counted, for whoever is online. SDK: `sendMessage` with `onlineUserOnly`. */
  sendOnline(conversationID: string, body: CustomBody): Promise<void>
}

type Needs = SendInstance & CreateInstance & { deleteMessage(messages: SdkMessage[]): Promise<unknown> }

export function sendCalls({ instance, book }: CallContext<Needs>): SendCalls {
  return {
    async send(message) {
      const source = book.find(message)
      const request =
        message.status === 'failed' ? instance.resendMessage(source) : instance.sendMessage(source)
      const { data } = await request
      return book.sent(message, data.message)
    },

    withhold(message) {
      Object.assign(book.find(message), { isSendable: () => false })
    },

    async discard(message) {
      const source = book.find(message)
      book.drop(message)
      await instance.deleteMessage([source])
    },

    async sendOnline(conversationID, body) {
      const parsed = parseConversationID(conversationID)
      if (!parsed || !instance.createCustomMessage) return
      const source = instance.createCustomMessage({
        to: parsed.target,
        conversationType: parsed.type as unknown as SdkMessage['conversationType'],
        payload: { ...body },
      })
      await instance.sendMessage(source, { onlineUserOnly: true })
    },
  }
}
