import type { Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import type { SdkReply } from '../reply'

export interface SendInstance {
  createTextMessage(options: {
    to: string
    conversationType: SdkMessage['conversationType']
    payload: { text: string }
  }): SdkMessage
  sendMessage(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage }>>
  resendMessage(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage }>>
}

export interface SendCalls {
  /** SDK: `createTextMessage`. The message is not sent yet: its status is `sending`. */
  createText(conversationID: string, text: string): Message
  /** SDK: `sendMessage`, or `resendMessage` when it failed before. */
  send(message: Message): Promise<Message>
}

export function sendCalls({ instance, book }: CallContext<SendInstance>): SendCalls {
  return {
    createText(conversationID, text) {
      const parsed = parseConversationID(conversationID)
      if (!parsed) throw new Error(`Not a conversation ID: ${conversationID}`)
      return book.keep(
        instance.createTextMessage({
          to: parsed.target,
          conversationType: parsed.type as unknown as SdkMessage['conversationType'],
          payload: { text },
        }),
      )
    },

    async send(message) {
      const source = book.find(message)
      const request =
        message.status === 'failed' ? instance.resendMessage(source) : instance.sendMessage(source)
      const { data } = await request
      return book.sent(message, data.message)
    },
  }
}
