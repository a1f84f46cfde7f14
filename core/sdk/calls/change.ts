import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { missing } from '../missing'
import { list, record } from '../read'
import type { SdkReply } from '../reply'

export interface ChangeInstance {
  revokeMessage(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage }>>
  deleteMessage(messages: SdkMessage[]): Promise<SdkReply<unknown>>
  modifyMessage?(message: SdkMessage): Promise<SdkReply<{ message: SdkMessage | null }>>
  pinGroupMessage?(options: {
    groupID: string
    message: SdkMessage
    isPinned: boolean
  }): Promise<SdkReply<unknown>>
  getPinnedGroupMessageList?(groupID: string): Promise<SdkReply<{ messageList?: unknown }>>
}

export interface ChangeCalls {
  /** SDK: `revokeMessage`. */
  revoke(message: Message): Promise<Message>
  /** SDK: `deleteMessage`, at most 30 of one conversation. */
  remove(messages: readonly Message[]): Promise<void>
  /** Writes another text into a message of text. SDK: `modifyMessage`. */
  edit(message: Message, text: string): Promise<Message>
  /** SDK: `pinGroupMessage`. */
  pinMessage(groupID: string, message: Message, pinned: boolean): Promise<void>
  /** SDK: `getPinnedGroupMessageList`; oldest first. */
  pinnedMessages(groupID: string): Promise<Message[]>
}

/** More than a group may have. */
const MAX_PINNED = 100

export function changeCalls({ instance, book, userID }: CallContext<ChangeInstance>): ChangeCalls {
  return {
    async revoke(message) {
      const { data } = await instance.revokeMessage(book.find(message))
      return { ...book.map(data.message), revoked: true, revoker: userID() }
    },

    async remove(messages) {
      await instance.deleteMessage(messages.map((message) => book.find(message)))
      for (const message of messages) book.drop(message)
    },

    async edit(message, text) {
      const source = book.find(message)
      if (!instance.modifyMessage) throw missing('modifyMessage')
      // The SDK sends what the message holds, and takes nothing back when the server refuses it.
      const payload = record(source.payload)
      const before = payload.text
      payload.text = text
      try {
        const { data } = await instance.modifyMessage(source)
        return book.map(data.message ?? source)
      } catch (error) {
        // After a conflict it holds the newer text already.
        if (record(source.payload).text === text) record(source.payload).text = before
        throw error
      }
    },

    async pinMessage(groupID, message, pinned) {
      if (!instance.pinGroupMessage) throw missing('pinGroupMessage')
      await instance.pinGroupMessage({ groupID, message: book.find(message), isPinned: pinned })
    },

    async pinnedMessages(groupID) {
      if (!instance.getPinnedGroupMessageList) return []
      const { data } = await instance.getPinnedGroupMessageList(groupID)
      return list(data.messageList, MAX_PINNED).map((source) => book.map(source as SdkMessage))
    },
  }
}
