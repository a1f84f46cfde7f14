import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readString, readStrings, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { readCloudCustomData, readElements } from '../message-elements'
import { requireWritable } from '../users/access'
import { findSent, sendC2cMessage, type C2cDraft } from './deliver'

/** What a request says of the message that it sends. @throws ImError 20001, 80002 */
export function readC2cMessage(from: string, request: JsonObject): C2cDraft {
  if (readString(request, 'From_Account', from) !== from) {
    throw new ImError(ErrorCode.INVALID_REQUEST, 'From_Account must be the user who is logged in')
  }
  // `NoMsgCheck` spares a message the moderation, of which there is none here.
  const control = readStrings(request, 'SendMsgControl', [])
  return {
    from,
    to: readID(request, 'To_Account'),
    seq: readCount(request, 'MsgSeq'),
    random: readCount(request, 'MsgRandom'),
    clientTime: readCount(request, 'MsgClientTime', 0),
    body: readElements(request),
    cloudCustomData: readCloudCustomData(request),
    needReadReceipt: readCount(request, 'IsNeedReadReceipt', 0),
    supportExtension: readCount(request, 'SupportMessageExtension', 0),
    noUnread: control.includes('NoUnread'),
    noLastMessage: control.includes('NoLastMsg'),
  }
}

/** SDK: `sendMessage` to a user, with messages of every kind. */
export function c2cSend(context: ServerContext): Service {
  return {
    commands: {
      'openim.sendmsg': ({ userID, connection }, body) => {
        const draft = readC2cMessage(userID, body)
        const sent = findSent(context, draft) // the answer was lost, and much may have changed since
        if (sent) return { MsgTime: sent.time }
        requireWritable(context.domain, context.policy, userID, draft.to)
        const { time } = sendC2cMessage(context, draft, {
          origin: connection.instanceID,
          onlineOnly: body.MsgLifeTime === 0,
        })
        return { MsgTime: time }
      },
    },
  }
}
