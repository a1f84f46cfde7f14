import type { ServerContext } from '../../context'
import type { C2cMessage, MessagePlace } from '../../domain/c2c-messages'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObject, readString, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { messageKeyToWire, revokerInfo } from './wire'

/** SDK: `revokeMessage` in C2C conversations. */
export function c2cRevoke({ domain, push, policy }: ServerContext): Service {
  const { inbox, c2cMessages } = domain

  function locate(userID: string, info: JsonObject): { place: MessagePlace; message: C2cMessage } {
    const from = readID(info, 'From_Account')
    const place = c2cMessages.find(from, readCount(info, 'MsgSeq'), readCount(info, 'MsgRandom'))
    const message = place && c2cMessages.get(place.conversation, place.position)
    if (!place || !message || (message.from !== userID && message.to !== userID)) {
      throw new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the message does not exist')
    }
    return { place, message }
  }

  function check(userID: string, message: C2cMessage): void {
    if (message.from !== userID) {
      throw new ImError(ErrorCode.REVOKE_NOT_SENDER, 'only the sender can revoke a message')
    }
    if (Date.now() / 1000 - message.time > policy.revokeWindow) {
      throw new ImError(
        ErrorCode.REVOKE_TIME_LIMIT,
        `a message can be revoked for ${policy.revokeWindow} seconds only`,
      )
    }
  }

  return {
    commands: {
      'openim.msgwithdraw': ({ userID, connection }, body) => {
        const { place, message } = locate(userID, readObject(body, 'MsgInfo'))
        check(userID, message)
        if (message.revoked) return // a repeated request
        const revoked = { by: userID, reason: readString(body, 'Reason', '') }
        c2cMessages.change(place, { revoked })
        const info = {
          ...messageKeyToWire(message),
          From_Account: message.from,
          To_Account: message.to,
          MsgSeq: message.seq,
          MsgTime: message.time,
          RevokerInfo: revokerInfo(revoked),
        }
        const event = {
          Event: 10,
          C2cNotifyMsgArray: [{ WithdrawC2cMsgNotify: { C2cWithdrawInfoArray: [info] } }],
        }
        for (const reader of new Set([message.from, message.to])) {
          const origin = reader === userID ? connection.instanceID : ''
          const acknowledge = String(inbox.add(reader, { kind: 'notice', event, origin }))
          push.toUser(reader, event, { acknowledge, exceptInstance: origin })
        }
      },
    },
  }
}
