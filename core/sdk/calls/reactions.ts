import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { Message, Reaction } from '../../store/types'
import type { CallContext } from '../book'
import { mapReactions } from '../map-reactions'
import { missing } from '../missing'
import { list, record, text } from '../read'
import type { SdkReply } from '../reply'

/** The smaller builds of `@tencentcloud/lite-chat` have none of them. */
export interface ReactionInstance {
  addMessageReaction?(message: SdkMessage, reactionID: string): Promise<SdkReply<unknown>>
  removeMessageReaction?(message: SdkMessage, reactionID: string): Promise<SdkReply<unknown>>
  getMessageReactions?(options: {
    messageList: SdkMessage[]
    maxUserCountPerReaction?: number
  }): Promise<SdkReply<{ resultList?: unknown }>>
}

export interface ReactionCalls {
  /** SDK: `addMessageReaction`, or `removeMessageReaction`. */
  react(message: Message, reactionID: string, given: boolean): Promise<void>
  /** SDK: `getMessageReactions`. All messages are of one conversation. @returns by the SDK's message ID */
  reactions(messages: readonly Message[]): Promise<Map<string, Reaction[]>>
}

const MAX_MESSAGES = 100
/** How many names of each reaction are asked for. */
const NAMES = 10

export function reactionCalls({ instance, book, userID }: CallContext<ReactionInstance>): ReactionCalls {
  return {
    async react(message, reactionID, given) {
      const source = book.find(message)
      if (!instance.addMessageReaction || !instance.removeMessageReaction) throw missing('addMessageReaction')
      if (given) await instance.addMessageReaction(source, reactionID)
      else await instance.removeMessageReaction(source, reactionID)
    },

    async reactions(messages) {
      if (!instance.getMessageReactions) throw missing('getMessageReactions')
      const found = new Map<string, Reaction[]>()
      const messageList = book.findAll(messages)
      if (!messageList.length) return found
      const { data } = await instance.getMessageReactions({ messageList, maxUserCountPerReaction: NAMES })
      for (const item of list(data.resultList, MAX_MESSAGES)) {
        const { messageID, reactionList } = record(item)
        found.set(text(messageID), mapReactions(reactionList, userID()))
      }
      return found
    },
  }
}
