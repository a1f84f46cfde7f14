import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { readCount, readList, readObjects, readID, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import type { Service } from '../../../router'
import { revokerInfo } from '../../message-wire'
import { chatOf, type Chat } from '../access'
import { sharedCommands } from '../commands'
import { messageToWire, placeholder } from './wire'

/** All of the range was returned. Never 2 ("no more"): the SDK would also stop catching up towards the newer ones. */
const COMPLETE = 1
const MICROSECONDS = 1000

interface Page {
  /** Newest first; with what the reader may not see, so that the client can go on counting. */
  messages: { message: GroupMessage; visible: boolean }[]
  /** Where the next page begins, 0 at the end. */
  next: number
}

/**
 * One page of a group's history as a user sees it. `count` counts what is visible, so that pages are full.
 * @param from the newest `seq` asked for. If the range of `count` below it is all in the future, there is nothing:
 * it is how the SDK finds the end when it reads forwards.
 */
export function groupHistoryPage(
  { domain }: ServerContext,
  chatID: string,
  userID: string,
  { from, count }: { from: number; count: number },
): Page {
  const { groupMessages, groupReading } = domain
  const end = groupMessages.end(chatID)
  const { hiddenSeq } = groupReading.state(chatID, userID)
  const messages: Page['messages'] = []
  let seq = Math.min(from, end)
  if (from - count >= end) return { messages, next: 0 }
  let visibleCount = 0
  while (seq > hiddenSeq && visibleCount < count && messages.length < count + Limits.groupHistoryHidden) {
    const message = groupMessages.get(chatID, seq)
    const visible = message !== undefined && groupReading.isVisible(chatID, userID, message)
    if (message) messages.push({ message, visible })
    if (visible) visibleCount += 1
    seq -= 1
  }
  return { messages, next: seq > hiddenSeq ? seq : 0 }
}

/** The SDK sends some as text. */
function readSeq(seq: unknown): number {
  return typeof seq === 'number' || typeof seq === 'string' ? Number(seq) : NaN
}

/** SDK: `getMessageList`, `getMessageListHopping` and `deleteMessage` of groups and topics. */
export function groupHistory(context: ServerContext): Service {
  const { domain } = context
  const { groupMessages, groupReading } = domain

  function page(chat: Chat, userID: string, body: JsonObject): JsonObject {
    const count = Math.min(readCount(body, 'ReqMsgNumber', 15), Limits.groupHistoryPage)
    const from = readCount(body, 'ReqMsgSeq', 0) || groupMessages.end(chat.chatID)
    const { messages, next } = groupHistoryPage(context, chat.chatID, userID, { from, count })
    return {
      IsFinished: COMPLETE,
      RspMsgList: messages.map(({ message, visible }) =>
        visible ? messageToWire(chat, message, userID, domain) : placeholder(chat, message),
      ),
      NextReqMsgSeq: next,
      InvisibleMsgSeq: messages.filter(({ visible }) => !visible).map(({ message }) => message.seq),
    }
  }

  /** The messages of these numbers that the user may see. */
  function pick(chat: Chat, userID: string, seqs: unknown[]): JsonObject {
    const found = seqs.slice(0, Limits.groupHistoryPage).flatMap((seq) => {
      const message = groupMessages.get(chat.chatID, readSeq(seq))
      return message && groupReading.isVisible(chat.chatID, userID, message) ? [message] : []
    })
    return {
      IsFinished: COMPLETE,
      RspMsgList: found.map((message) => messageToWire(chat, message, userID, domain)),
      NextReqMsgSeq: 0,
      InvisibleMsgSeq: [],
    }
  }

  /** One for each group: the client asks about all of its groups at once. */
  function readNotifyRequests(body: JsonObject): JsonObject[] {
    const items = readObjects(body, 'NotifyReqList').map((item) => [readID(item, 'GroupId'), item] as const)
    return [...new Map(items).values()]
  }

  /** What was revoked in one group while the client was away. */
  function revokedMeanwhile(userID: string, request: JsonObject): JsonObject[] {
    const groupID = readID(request, 'GroupId')
    if (!domain.groups.member(groupID, userID)) return []
    const after = readCount(request, 'BeginTime', 0) / MICROSECONDS
    const revoked = groupMessages.revokedSince(groupID, after).flatMap(({ seq }) => {
      const message = groupMessages.get(groupID, seq)
      return message?.revoked && groupReading.isVisible(groupID, userID, message) ? [message] : []
    })
    const list = revoked.map(({ seq, random, revoked: { by = '', reason = '' } = {} }) => ({
      MsgSeq: seq,
      Random: random,
      RevokerInfo: revokerInfo({ by, reason }),
    }))
    return [{ GroupId: groupID, NextMsgTime: 0, NotifyMsgList: list }]
  }

  return {
    commands: sharedCommands({
      group_msg_get: ({ userID }, body) => {
        const chat = chatOf(domain, body, userID)
        const seqs = readList(body, 'ReqMsgSeqList', [])
        return seqs.length > 0 ? pick(chat, userID, seqs) : page(chat, userID, body)
      },

      batch_get_group_notify: ({ userID }, body) => ({
        NotifyRspList: readNotifyRequests(body).flatMap((item) => revokedMeanwhile(userID, item)),
      }),

      delete_group_ramble_msg_by_seq: ({ userID }, body) => {
        const { chatID } = chatOf(domain, body, userID)
        for (const seq of readList(body, 'Seqs').map(readSeq)) {
          if (groupMessages.get(chatID, seq)) groupReading.deleteMessage(chatID, userID, seq)
        }
      },
    }),
  }
}
