import type { Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import type { Reader } from '../../store/overlays'
import type { Message } from '../../store/types'
import type { CallContext } from '../book'
import { missing } from '../missing'
import { list, record, text } from '../read'
import type { SdkReply } from '../reply'

/** `@tencentcloud/lite-chat` has none of them. */
export interface ReceiptInstance {
  sendMessageReadReceipt?(messages: SdkMessage[]): Promise<SdkReply<unknown>>
  getMessageReadReceiptList?(messages: SdkMessage[]): Promise<SdkReply<unknown>>
  getGroupMessageReadMemberList?(options: {
    message: SdkMessage
    filter: 0 | 1
    cursor: string
    count: number
  }): Promise<SdkReply<unknown>>
  getGroupMemberProfile?(options: {
    groupID: string
    userIDList: string[]
  }): Promise<SdkReply<{ memberList?: unknown }>>
}

export interface ReadersPage {
  readers: Reader[]
  cursor: string
  complete: boolean
}

export interface ReceiptCalls {
  /** Tells the senders that these messages of one conversation were read. SDK: `sendMessageReadReceipt`. */
  sendReceipts(messages: readonly Message[]): Promise<void>
  /** The own messages again, with how many have read them by now. SDK: `getMessageReadReceiptList`. */
  receipts(messages: readonly Message[]): Promise<Message[]>
  /** SDK: `getGroupMessageReadMemberList`, and `getGroupMemberProfile` for the names. */
  readers(message: Message, read: boolean, cursor: string): Promise<ReadersPage>
}

/** Profiles come 50 at a time. */
const PAGE = 50

export function receiptCalls({ instance, book }: CallContext<ReceiptInstance>): ReceiptCalls {
  async function profiles(groupID: string, userIDs: string[]): Promise<Reader[]> {
    const named = new Map<string, Reader>()
    if (userIDs.length && instance.getGroupMemberProfile) {
      const { data } = await instance.getGroupMemberProfile({ groupID, userIDList: userIDs })
      for (const item of list(data.memberList, PAGE)) {
        const { userID, nameCard, nick, avatar } = record(item)
        const id = text(userID)
        named.set(id, { userID: id, name: text(nameCard) || text(nick) || id, avatar: text(avatar) })
      }
    }
    // Whoever has left the group since then has no profile in it.
    return userIDs.map((userID) => named.get(userID) ?? { userID, name: userID, avatar: '' })
  }

  return {
    async sendReceipts(messages) {
      const sources = book.findAll(messages)
      if (instance.sendMessageReadReceipt && sources.length) await instance.sendMessageReadReceipt(sources)
    },

    async receipts(messages) {
      if (!instance.getMessageReadReceiptList) return [...messages]
      const sources = book.findAll(messages)
      if (sources.length) await instance.getMessageReadReceiptList(sources)
      // The answer is written into the messages.
      return sources.map((source) => book.map(source))
    },

    async readers(message, read, cursor) {
      const source = book.find(message)
      if (!instance.getGroupMessageReadMemberList) throw missing('getGroupMessageReadMemberList')
      const { data } = await instance.getGroupMessageReadMemberList({
        message: source,
        filter: read ? 0 : 1,
        cursor,
        count: PAGE,
      })
      const page = record(data)
      const ids = list(read ? page.readUserIDList : page.unreadUserIDList, PAGE)
      const groupID = parseConversationID(message.conversationID)?.target ?? ''
      const readers = await profiles(groupID, ids.map(text).filter(Boolean))
      const next = text(page.cursor)
      return { readers, cursor: next, complete: page.isCompleted === true || !next }
    },
  }
}
