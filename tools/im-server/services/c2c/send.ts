import type { ServerContext } from '../../context'
import { conversationOf, type C2cMessage } from '../../domain/c2c-messages'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObjects, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { asSyncMessage, c2cMessageToWire } from './wire'

function readBody(request: JsonObject): JsonObject[] {
  const elements = readObjects(request, 'MsgBody')
  if (elements.length === 0) throw new ImError(ErrorCode.INVALID_REQUEST, 'MsgBody must not be empty')
  if (Buffer.byteLength(JSON.stringify(elements)) > Limits.messageBytes) {
    throw new ImError(ErrorCode.MESSAGE_TOO_LONG, `the message is larger than ${Limits.messageBytes} bytes`)
  }
  return elements
}

function readMessage(from: string, request: JsonObject): Omit<C2cMessage, 'time'> {
  if (readString(request, 'From_Account', from) !== from) {
    throw new ImError(ErrorCode.INVALID_REQUEST, 'From_Account must be the user who is logged in')
  }
  const control = readStrings(request, 'SendMsgControl', [])
  return {
    from,
    to: readID(request, 'To_Account'),
    seq: readCount(request, 'MsgSeq'),
    random: readCount(request, 'MsgRandom'),
    clientTime: readCount(request, 'MsgClientTime', 0),
    body: readBody(request),
    cloudCustomData: readString(request, 'CloudCustomData', ''),
    needReadReceipt: readCount(request, 'IsNeedReadReceipt', 0),
    supportExtension: readCount(request, 'SupportMessageExtension', 0),
    noUnread: control.includes('NoUnread'),
    noLastMessage: control.includes('NoLastMsg'),
  }
}

/** SDK: `sendMessage` to a user, with messages of every kind. */
export function c2cSend({ domain, push, policy }: ServerContext): Service {
  const { accounts, c2cMessages } = domain

  /** To the receiver, and to the other instances of the sender. */
  function deliver(
    message: C2cMessage,
    origin: string,
    options: { inbox?: Map<string, number>; wireExtras?: JsonObject } = {},
  ): void {
    const acknowledge = (userID: string): string | undefined => options.inbox?.get(userID)?.toString()
    const wire = { ...c2cMessageToWire(message, message.to, accounts), ...options.wireExtras }
    if (message.to !== message.from) {
      push.toUser(message.to, { Event: 9, C2cMsgArray: [wire] }, { acknowledge: acknowledge(message.to) })
    }
    push.toUser(
      message.from,
      { Event: 9, C2cMsgArray: [asSyncMessage(wire)] },
      { acknowledge: acknowledge(message.from), exceptInstance: origin },
    )
  }

  return {
    commands: {
      'openim.sendmsg': ({ userID, connection }, body) => {
        const draft = readMessage(userID, body)
        if (!policy.openUsers && !accounts.exists(draft.to)) {
          throw new ImError(ErrorCode.ACCOUNT_NOT_FOUND, `the account ${draft.to} does not exist`)
        }
        // The SDK repeats a request whose answer was lost with its socket.
        const place = c2cMessages.find(userID, draft.seq, draft.random)
        const known = place && c2cMessages.get(place.conversation, place.position)
        if (known) return { MsgTime: known.time }

        const message = { ...draft, time: c2cMessages.nextTime(conversationOf(userID, draft.to)) }
        if (body.MsgLifeTime === 0) {
          deliver(message, connection.instanceID, { wireExtras: { MsgLifeTime: 0 } }) // online only: not kept
        } else {
          const { inbox } = domain.keepMessage(message, connection.instanceID)
          deliver(message, connection.instanceID, { inbox })
        }
        return { MsgTime: message.time }
      },
    },
  }
}
