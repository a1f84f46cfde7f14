import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { ErrorCode, ImError } from '../../../errors'
import { readCount, readObjects, readString, readStrings, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import type { Service } from '../../../router'
import { requireFew } from '../../bounds'
import { chatOf, type Chat } from '../access'
import { sharedCommands } from '../commands'
import { readSeqs } from './seqs'
import { groupNotice, messageKey, readersOf } from './wire'
import { nowInSeconds } from '../../../clock'

/** `Flag` of the details: who has read, or who has not. */
const READ = 0

/**
 * SDK: `sendMessageReadReceipt`, `getMessageReadReceiptList` and `getGroupMessageReadMemberList` in groups. The
 * author gets `MESSAGE_READ_RECEIPT_RECEIVED`.
 */
export function groupReceipts({ domain, push }: ServerContext): Service {
  const { groupMessages, groupReading, groupReceipts: receipts, groups } = domain

  /** The message, if the user may see it and it wants receipts. */
  function find({ chatID }: Chat, userID: string, seq: number): GroupMessage | undefined {
    const message = groupMessages.get(chatID, seq)
    const asks = message?.needReadReceipt === 1 && !message.revoked
    return asks && groupReading.isVisible(chatID, userID, message) ? message : undefined
  }

  /** The author's own message. @throws ImError 10007 */
  function own(chat: Chat, userID: string, seq: number): GroupMessage {
    const message = find(chat, userID, seq)
    if (message?.from === userID) return message
    throw new ImError(ErrorCode.GROUP_PERMISSION_DENIED, 'only the author can ask who has read a message')
  }

  const readers = (chat: Chat, { seq }: GroupMessage): string[] =>
    receipts.readers(chat.chatID, seq).map(({ userID }) => userID)

  /** The members who could have read it: those who joined later count as well. */
  function nonReaders(chat: Chat, message: GroupMessage): string[] {
    const done = new Set([message.from, ...readers(chat, message)])
    const intended = readersOf(domain, chat, message)
    return groups
      .members(chat.group.id)
      .map(({ userID }) => userID)
      .filter((userID) => !done.has(userID) && (!intended || intended.includes(userID)))
  }

  const counts = (chat: Chat, message: GroupMessage): JsonObject => ({
    ReadNum: readers(chat, message).length,
    UnreadNum: nonReaders(chat, message).length,
  })

  function tellAuthors(chat: Chat, messages: GroupMessage[]): void {
    for (const author of new Set(messages.map(({ from }) => from))) {
      const list = messages
        .filter(({ from }) => from === author)
        .map((message) => ({ ...messageKey(message), MsgSeq: message.seq, ...counts(chat, message) }))
      push.toUser(author, groupNotice(chat, { GroupMsgReceiptList: list }))
    }
  }

  return {
    commands: sharedCommands({
      group_msg_receipt: ({ userID }, body) => {
        const chat = chatOf(domain, body, userID)
        const now = nowInSeconds()
        const confirmed = readSeqs(body, Limits.messagesPerReceipt).flatMap((seq) => {
          const message = find(chat, userID, seq)
          const isNews = message && message.from !== userID && receipts.add(chat.chatID, seq, userID, now)
          return isNews ? [message] : []
        })
        tellAuthors(chat, confirmed)
      },

      get_group_msg_receipt: ({ userID }, body) => {
        const chat = chatOf(domain, body, userID)
        const list = readSeqs(body, Limits.messagesPerReceipt).map((seq) => {
          const message = find(chat, userID, seq)
          if (message?.from !== userID) return { Code: ErrorCode.GROUP_PERMISSION_DENIED, MsgSeq: seq }
          return { Code: 0, MsgSeq: seq, ...counts(chat, message) }
        })
        return { GroupMsgReceiptList: list }
      },

      get_group_msg_receipt_detail: ({ userID }, body) => {
        const chat = chatOf(domain, body, userID)
        const message = own(chat, userID, readCount(body, 'MsgSeq'))
        const wantsReaders = readCount(body, 'Flag', READ) === READ
        const all = wantsReaders ? readers(chat, message) : nonReaders(chat, message)
        const start = Number(readString(body, 'Cursor', '')) || 0
        const end = start + Math.min(readCount(body, 'Num', Limits.receiptPage), Limits.receiptPage)
        const page = all.slice(start, end)
        return {
          Cursor: end < all.length ? String(end) : '',
          IsFinish: end < all.length ? 0 : 1,
          ReadList: wantsReaders ? page.map((Read_Account) => ({ Read_Account })) : [],
          UnreadList: wantsReaders ? [] : page.map((Unread_Account) => ({ Unread_Account })),
        }
      },

      get_group_msg_receipts_by_users: ({ userID }, body) => {
        const chat = chatOf(domain, body, userID)
        const items = requireFew(
          readObjects(body, 'MemberReadMsgList'),
          Limits.messagesPerReceipt,
          ErrorCode.GROUP_INVALID_PARAMETERS,
        )
        const list = items.map((item) => {
          const message = own(chat, userID, readCount(item, 'MsgSeq'))
          const asked = new Set(readStrings(item, 'MemberList_Account', []))
          const times = receipts
            .readers(chat.chatID, message.seq)
            .filter((reader) => asked.has(reader.userID))
          return {
            MsgSeq: message.seq,
            MemberReadList: times.map((reader) => ({ Read_Account: reader.userID, Read_Time: reader.time })),
          }
        })
        return { MsgReadList: list }
      },
    }),
  }
}
