import type { ServerContext } from '../../context'
import { GroupType } from '../../domain/groups'
import type { MessageContent } from '../../domain/message'
import { c2cMessageKey, groupMessageKey } from '../../domain/message-key'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, type JsonObject } from '../../json'
import type { PushEvent } from '../../push'
import { messageKeyToWire } from '../c2c/wire'
import { chatOf } from '../groups/access'

/** A message of either kind that a request names, and that the acting user may see. */
export interface Target {
  /** Of `domain/message-key.ts`. */
  readonly key: string
  readonly message: MessageContent
  /** How the request named it, for replies. */
  readonly named: JsonObject
  /** How pushes name it. */
  readonly info: JsonObject & { TinyId: string }
  readonly kind: 'c2c' | 'group'
  /** Tells everybody who has the message, the acting user included. */
  announce(event: PushEvent): void
}

const notFound = (): ImError => new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the message does not exist')

/** Finds the messages that requests about single messages name. */
export class Targets {
  constructor(private readonly context: ServerContext) {}

  /**
   * By `From_Account`, `To_Account` and the `MsgKey` `"seq_random_time"`.
   * @throws ImError 20022 also for who is not one of the two
   */
  c2c(userID: string, body: JsonObject, key = readID(body, 'MsgKey')): Target {
    const { domain, push } = this.context
    const from = readID(body, 'From_Account')
    const to = readID(body, 'To_Account')
    if (userID !== from && userID !== to) throw notFound()
    const [seq = NaN, random = NaN] = key.split('_').map(Number)
    // A list names the two users once, whichever of them wrote the messages.
    const place = domain.c2cMessages.findBetween(from, to, seq, random)
    const message = place && domain.c2cMessages.get(place.conversation, place.position)
    if (!place || !message) throw notFound()
    const sees = (reader: string): boolean => {
      const newest = domain.c2c.backwards(reader, reader === from ? to : from, place.position + 1).next()
      return newest.done !== true && newest.value.position === place.position
    }
    if (!sees(userID)) throw notFound()
    return {
      key: c2cMessageKey(place),
      message,
      named: { MsgKey: key },
      info: messageKeyToWire(message),
      kind: 'c2c',
      announce: (event) => {
        for (const reader of new Set([from, to])) {
          if (sees(reader)) push.toUser(reader, event)
        }
      },
    }
  }

  /**
   * By `GroupId` (and `TopicId`) and `MsgSeq`.
   * @throws ImError 10010, 10007 for who is not in the group, 20022
   */
  group(userID: string, body: JsonObject, seq = readCount(body, 'MsgSeq')): Target {
    const { domain, groupDelivery } = this.context
    const { group, chatID } = chatOf(domain, body, userID)
    if (group.type === GroupType.LIVE) {
      throw new ImError(ErrorCode.GROUP_PERMISSION_DENIED, 'messages of live rooms have no more to them')
    }
    const message = domain.groupMessages.get(chatID, seq)
    if (!message || message.tip || !domain.groupReading.isVisible(chatID, userID, message)) throw notFound()
    return {
      key: groupMessageKey(chatID, seq),
      message,
      named: { MsgSeq: seq },
      info: messageKeyToWire(message),
      kind: 'group',
      announce: (event) => {
        const only = domain.groups
          .members(group.id)
          .map((member) => member.userID)
          .filter((member) => domain.groupReading.isVisible(chatID, member, message))
        groupDelivery.toMembers(group.id, event, { only })
      },
    }
  }
}

/** For what cannot be done with a revoked message. @throws ImError 20022 */
export function requireNotRevoked({ message }: Target): void {
  if (message.revoked) throw new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the message was revoked')
}
