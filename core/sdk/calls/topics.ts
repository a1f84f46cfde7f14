import type { Topic } from '../../store/topics'
import type { CallContext } from '../book'
import { mapLast } from '../map-conversation'
import { optionalCalls } from '../optional-call'
import { amount, list, record, text } from '../read'
import type { SdkReply } from '../reply'

type Call<Options> = (options: Options) => Promise<SdkReply<unknown>>

/** Part of some plans only; `@tencentcloud/lite-chat` has none of them. */
export interface TopicInstance {
  getTopicList?: Call<{ groupID: string; topicIDList: string[] | undefined }>
  createTopicInCommunity?: Call<{ groupID: string; topicName: string }>
}

export interface TopicCalls {
  /** SDK: `getTopicList`. */
  topics(groupID: string): Promise<Topic[]>
  /** SDK: `createTopicInCommunity`. @returns its ID */
  createTopic(groupID: string, name: string): Promise<string>
}

/** More than a community has. */
const MOST = 1000

export function topicCalls({ instance, userID }: CallContext<TopicInstance>): TopicCalls {
  const call = optionalCalls(instance)
  const topic = (source: unknown): Topic => {
    const { topicID, topicName, unreadCount, lastMessage } = record(source)
    const last = mapLast(lastMessage, userID())
    return {
      topicID: text(topicID),
      name: text(topicName),
      unread: amount(unreadCount),
      ...(last && { last }),
    }
  }
  return {
    async topics(groupID) {
      const data = await call('getTopicList', { groupID, topicIDList: undefined })
      return list(record(data).successTopicList, MOST)
        .map(topic)
        .filter(({ topicID }) => topicID)
    },

    async createTopic(groupID, topicName) {
      return text(record(await call('createTopicInCommunity', { groupID, topicName })).topicID)
    },
  }
}
