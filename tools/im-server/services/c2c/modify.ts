import type { ServerContext } from '../../context'
import type { MessageContent } from '../../domain/message'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID } from '../../json'
import type { Service } from '../../router'
import { contentToWire, readEdit } from '../message-edit'

/** SDK: `modifyMessage` in C2C conversations: either of the two may. */
export function c2cModify({ domain, push }: ServerContext): Service {
  const { c2cMessages, inbox } = domain

  return {
    commands: {
      'openim.modify_c2c_msg': ({ userID, connection }, body) => {
        const from = readID(body, 'From_Account')
        const to = readID(body, 'To_Account')
        const place = c2cMessages.find(from, to, readCount(body, 'MsgSeq'), readCount(body, 'MsgRandom'))
        const message = place && c2cMessages.get(place.conversation, place.position)
        const mine = from === userID || to === userID
        if (!mine || !message) {
          throw new ImError(ErrorCode.MODIFY_NOT_FOUND, 'the message does not exist')
        }
        const edit = readEdit(message, body)
        if ('conflict' in edit) return edit.conflict
        const changed: MessageContent = c2cMessages.change(place, edit)
        const notify = {
          From_Account: from,
          To_Account: to,
          MsgSeq: message.seq,
          MsgRandom: message.random,
          MsgTime: message.time,
          ...contentToWire(changed),
        }
        const event = { Event: 9, C2cMsgModNotifys: [notify] }
        for (const reader of new Set([from, to])) {
          if (reader === message.to && message.discarded) continue
          const origin = reader === userID ? connection.instanceID : ''
          const acknowledge = String(inbox.add(reader, { kind: 'notice', event, origin }))
          push.toUser(reader, event, { acknowledge, exceptInstance: origin })
        }
        return contentToWire(changed)
      },
    },
  }
}
