import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { missing } from '../missing'
import { list, number, record } from '../read'
import type { SdkReply } from '../reply'

export interface HistoryInstance {
  getMessageList(options: {
    conversationID: string
    nextReqMessageID?: string
  }): Promise<SdkReply<{ messageList: SdkMessage[]; nextReqMessageID: string; isCompleted: boolean }>>
  getMessageListHopping?(options: {
    conversationID: string
    sequence?: number
    time?: number
    direction: number
    count: number
  }): Promise<SdkReply<unknown>>
}

export interface HistoryPage {
  /** Oldest first. */
  messages: Message[]
  cursor: string
  complete: boolean
}

export interface Hop {
  /** Oldest first. */
  messages: Message[]
  /** Where the next page starts; missing when there is none. */
  next?: number
}

export interface HistoryCalls {
  /** SDK: `getMessageList`, at most 15 messages. An empty cursor asks for the newest page. */
  history(conversationID: string, cursor: string): Promise<HistoryPage>
  /**
   * SDK: `getMessageListHopping`, at most 15 messages from a place in the history on, that one included.
   * @param from a sequence in groups, seconds since 1970 in C2C
   * @throws when the SDK was built without it
   */
  hop(conversationID: string, from: number, direction: 'older' | 'newer'): Promise<Hop>
}

const HOP_SIZE = 15

export function historyCalls({ instance, book }: CallContext<HistoryInstance>): HistoryCalls {
  const shown = (sources: SdkMessage[]): Message[] =>
    sources.filter((source) => !source.isDeleted).map((source) => book.map(source))

  return {
    async history(conversationID, cursor) {
      const { data } = await instance.getMessageList(
        cursor ? { conversationID, nextReqMessageID: cursor } : { conversationID },
      )
      return { messages: shown(data.messageList), cursor: data.nextReqMessageID, complete: data.isCompleted }
    },

    async hop(conversationID, from, direction) {
      if (!instance.getMessageListHopping) throw missing('getMessageListHopping')
      const { data } = await instance.getMessageListHopping({
        conversationID,
        ...(conversationID.startsWith('GROUP') ? { sequence: from } : { time: from }),
        direction: direction === 'newer' ? 1 : 0,
        count: HOP_SIZE,
      })
      const { messageList, isCompleted, nextMessageSeq, nextMessageTime } = record(data)
      const messages = shown(list(messageList, 100) as SdkMessage[])
      const next = number(nextMessageSeq) || number(nextMessageTime)
      return isCompleted === true || !next ? { messages } : { messages, next }
    },
  }
}
