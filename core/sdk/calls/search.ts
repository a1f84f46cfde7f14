import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { FoundIn, MessageQuery, SearchKind } from '../../store/searches'
import type { CallContext } from '../book'
import { optionalCalls } from '../optional-call'
import { amount, list, record, text } from '../read'
import type { SdkReply } from '../reply'

export interface SearchInstance {
  searchCloudMessages?(options: {
    keywordList?: string[]
    keywordListMatchType?: 'or' | 'and'
    senderUserIDList?: string[]
    messageTypeList?: string[]
    conversationID?: string
    timePosition?: number
    timePeriod?: number
    count: number
    cursor: string
  }): Promise<SdkReply<unknown>>
}

export interface FoundPage {
  /** Newest first. */
  found: FoundIn[]
  /** Of conversations when all of them are searched, else of messages. */
  total: number
  /** Where the next page starts; empty when there is none. */
  cursor: string
}

export interface SearchCalls {
  /**
   * SDK: `searchCloudMessages`, 20 conversations or messages at a time; rejects with 60020 where the app's plan has no
   * search. Of a conversation with several messages only their number is told while all conversations are searched.
   * @throws when the SDK was built without it
   */
  searchMessages(query: MessageQuery, cursor: string): Promise<FoundPage>
}

const PAGE_SIZE = 20
/** More than a page has. */
const MOST_FOUND = 100
/** The SDK takes no more. */
const MOST_WORDS = 5

const TYPES: Readonly<Record<SearchKind, string>> = {
  text: 'TIMTextElem',
  image: 'TIMImageElem',
  video: 'TIMVideoFileElem',
  audio: 'TIMSoundElem',
  file: 'TIMFileElem',
  location: 'TIMLocationElem',
  merger: 'TIMRelayElem',
  custom: 'TIMCustomElem',
}

/** The SDK wants something to look for: words, senders or types. */
function kindsOf({ words, senders, kinds }: MessageQuery): readonly SearchKind[] {
  return kinds.length || words.length || senders.length ? kinds : (Object.keys(TYPES) as SearchKind[])
}

export function searchCalls({ instance, book }: CallContext<SearchInstance>): SearchCalls {
  const call = optionalCalls(instance)
  return {
    async searchMessages(query, cursor) {
      const { conversationID, words, senders, from, until } = query
      const kinds = kindsOf(query)
      const reply = await call('searchCloudMessages', {
        ...(words.length && { keywordList: words.slice(0, MOST_WORDS), keywordListMatchType: 'and' }),
        ...(senders.length && { senderUserIDList: [...senders] }),
        ...(kinds.length && { messageTypeList: kinds.map((kind) => TYPES[kind]) }),
        ...(conversationID && { conversationID }),
        ...(from && until && { timePosition: until, timePeriod: until - from }),
        count: PAGE_SIZE,
        cursor,
      })
      const data = record(reply)
      const found = list(data.searchResultList, MOST_FOUND).map((source): FoundIn => {
        const one = record(source)
        const messages = list(one.messageList, MOST_FOUND)
          .filter((message) => typeof message === 'object' && message !== null)
          .map((message) => book.map(message as SdkMessage))
        const count = Math.max(amount(one.messageCount), messages.length)
        return { conversationID: text(one.conversationID), count, messages }
      })
      return {
        found: found.filter((one) => one.conversationID),
        total: amount(data.totalCount),
        cursor: text(data.cursor),
      }
    },
  }
}
