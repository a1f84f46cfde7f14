import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import type { SdkReply } from '../reply'

export interface ChangeInstance {
  revokeMessage(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage }>>
  deleteMessage(messages: SdkMessage[]): Promise<SdkReply<unknown>>
}

export interface ChangeCalls {
  /** SDK: `revokeMessage`. */
  revoke(message: Message): Promise<Message>
  /** SDK: `deleteMessage`. */
  remove(message: Message): Promise<void>
}

export function changeCalls({ instance, book, userID }: CallContext<ChangeInstance>): ChangeCalls {
  return {
    async revoke(message) {
      const { data } = await instance.revokeMessage(book.find(message))
      return { ...book.map(data.message), revoked: true, revoker: userID() }
    },

    async remove(message) {
      await instance.deleteMessage([book.find(message)])
      book.drop(message)
    },
  }
}
