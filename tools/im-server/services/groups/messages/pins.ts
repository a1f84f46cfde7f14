import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { Role } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { tinyIdOf } from '../../../identity'
import { readCount, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import type { Caller, Service } from '../../../router'
import { chatOf, type Chat } from '../access'
import { sharedCommands } from '../commands'
import { messageToWire } from './wire'

/** `OpType` of the tips, which are for who is connected only. */
const PinTip = { PINNED: 16, UNPINNED: 17 } as const

/** SDK: `pinGroupMessage`, `getPinnedGroupMessageList`; members get `PINNED_GROUP_MESSAGE_UPDATED`. */
export function groupPins({ domain, groupDelivery }: ServerContext): Service {
  const { accounts, groupMessages, groupPins: pins, groupReading } = domain

  /** Owner and admins may. @throws ImError 10007 */
  function managerOf(body: JsonObject, userID: string): Chat {
    const chat = chatOf(domain, body, userID)
    if (chat.member.role !== Role.MEMBER) return chat
    throw new ImError(ErrorCode.GROUP_PERMISSION_DENIED, 'only the owner and admins can pin messages')
  }

  function find({ chatID }: Chat, userID: string, seq: number): GroupMessage {
    const message = groupMessages.get(chatID, seq)
    const visible = message && groupReading.isVisible(chatID, userID, message)
    if (visible && !message.tip && !message.revoked && !message.targets) return message
    throw new ImError(ErrorCode.GROUP_REVOKE_NOT_FOUND, 'there is no such message to pin')
  }

  /** Those whose message is still there. */
  function current(chatID: string): { message: GroupMessage; by: string }[] {
    return pins.of(chatID).flatMap(({ seq, by }) => {
      const message = groupMessages.get(chatID, seq)
      return message && !message.revoked ? [{ message, by }] : []
    })
  }

  function announce({ userID, connection }: Caller, { group, topic }: Chat, body: JsonObject): void {
    const operator = { UserId: userID, NickName: accounts.nick(userID), ImageUrl: accounts.avatar(userID) }
    groupDelivery.onlineTip(
      group,
      { ...body, Operator_Account: userID, MsgOperatorMemberExtraInfo: operator },
      { exceptInstance: connection.instanceID, topic },
    )
  }

  return {
    commands: sharedCommands({
      pin_message: (caller, body) => {
        const chat = managerOf(body, caller.userID)
        const message = find(chat, caller.userID, readCount(body, 'MsgSeq'))
        if (pins.has(chat.chatID, message.seq)) {
          throw new ImError(ErrorCode.GROUP_PIN_EXISTS, 'the message is pinned already')
        }
        if (current(chat.chatID).length >= Limits.pinnedMessages) {
          throw new ImError(ErrorCode.GROUP_PIN_LIMIT, `at most ${Limits.pinnedMessages} pinned messages`)
        }
        pins.add(chat.chatID, { seq: message.seq, by: caller.userID })
        const wire = messageToWire(chat, message, caller.userID, domain)
        announce(caller, chat, { OpType: PinTip.PINNED, PinnedMsg: wire })
      },

      unpin_message: (caller, body) => {
        const chat = managerOf(body, caller.userID)
        const message = groupMessages.get(chat.chatID, readCount(body, 'MsgSeq'))
        if (!message || !pins.has(chat.chatID, message.seq)) return
        pins.remove(chat.chatID, message.seq)
        const id = {
          ClientTime: message.clientTime,
          MsgRandom: message.random,
          SenderTinyId: tinyIdOf(message.from),
          ServerTime: message.time,
          MsgSeq: message.seq,
        }
        announce(caller, chat, { OpType: PinTip.UNPINNED, SdkGroupMessageId: id })
      },

      get_pinned_messages: ({ userID }, body) => {
        const { chatID } = chatOf(domain, body, userID)
        const visible = current(chatID).filter(({ message }) =>
          groupReading.isVisible(chatID, userID, message),
        )
        return {
          PinnedMsgList: visible.map(({ message, by }) => ({ MsgSeq: message.seq, Pinner_Account: by })),
        }
      },
    }),
  }
}
