import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import type { SdkReply } from '../reply'

export interface HistoryInstance {
  getMessageList(options: {
    conversationID: string
    nextReqMessageID?: string
  }): Promise<SdkReply<{ messageList: SdkMessage[]; nextReqMessageID: string; isCompleted: boolean }>>
}

export interface HistoryPage {
  /** Oldest first. */
  messages: Message[]
  cursor: string
  complete: boolean
}

export interface HistoryCalls {
  /** SDK: `getMessageList`, at most 15 messages. An empty cursor asks for the newest page. */
  history(conversationID: string, cursor: string): Promise<HistoryPage>
}

export function historyCalls({ instance, book }: CallContext<HistoryInstance>): HistoryCalls {
  return {
    async history(conversationID, cursor) {
      const { data } = await instance.getMessageList(
        cursor ? { conversationID, nextReqMessageID: cursor } : { conversationID },
      )
      const messages = data.messageList
        .filter((source) => !source.isDeleted)
        .map((source) => book.map(source))
      return { messages, cursor: data.nextReqMessageID, complete: data.isCompleted }
    },
  }
}
