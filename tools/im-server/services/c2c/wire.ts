import type { Accounts } from '../../domain/accounts'
import type { C2cMessage } from '../../domain/c2c-messages'
import type { MessageContent } from '../../domain/message'
import { tinyIdOf } from '../../identity'
import type { JsonObject } from '../../json'
import { revokerInfo, sendControlToWire, visibleContent } from '../message-wire'

/** `MsgFlagBits` of a revoked message. */
export const REVOKED_FLAG = 8

/** A message as pushes, `getmsg` and `getroammsg` carry it. Nick and avatar are the current ones. */
export function c2cMessageToWire(message: C2cMessage, reader: string, accounts: Accounts): JsonObject {
  return {
    From_Account: message.from,
    To_Account: message.to,
    MsgSeq: message.seq,
    MsgRandom: message.random,
    MsgTimeStamp: message.time,
    MsgClientTime: message.clientTime,
    ...visibleContent(message, reader),
    TinyId: tinyIdOf(message.from),
    From_AccountNick: accounts.nick(message.from),
    From_AccountHeadurl: accounts.avatar(message.from),
    IsNeedReadReceipt: message.needReadReceipt,
    IsPeerRead: message.receiptTime === undefined ? 0 : 1,
    PeerReadTime: message.receiptTime ?? 0,
    SupportMessageExtension: message.supportExtension,
    MsgVersion: message.version ?? 0,
    MsgFlagBits: message.revoked ? REVOKED_FLAG : 0,
    ...(message.revoked ? { RevokerInfo: revokerInfo(message.revoked) } : {}),
    ...sendControlToWire(message),
  }
}

/**
 * The same for the sender's own other instances: the SDK expects the two users exchanged and swaps them back.
 */
export function asSyncMessage(wire: JsonObject): JsonObject {
  return { ...wire, IsSyncMsg: 1, From_Account: wire.To_Account, To_Account: wire.From_Account }
}

/** Identifies a message in notices about it. */
export function messageKeyToWire(message: MessageContent): JsonObject & { TinyId: string } {
  return { TinyId: tinyIdOf(message.from), MsgClientTime: message.clientTime, MsgRandom: message.random }
}
