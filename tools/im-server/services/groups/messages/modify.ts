import type { ServerContext } from '../../../context'
import { GroupType } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { readCount } from '../../../json'
import type { Service } from '../../../router'
import { contentToWire, readEdit } from '../../message-edit'
import { chatOf } from '../access'
import { GroupEvent } from '../wire'
import { placeID, viewersOf } from './wire'

/** SDK: `modifyMessage` in groups: every member may, but not in live rooms. */
export function groupModify({ domain, push }: ServerContext): Service {
  const { groupMessages, groupReading, inbox } = domain

  return {
    commands: {
      // Not of the group service, also for communities.
      'openim.modify_group_msg': ({ userID, connection }, body) => {
        const chat = chatOf(domain, body, userID)
        const { chatID, group } = chat
        const message = groupMessages.get(chatID, readCount(body, 'MsgSeq'))
        const visible = message && groupReading.isVisible(chatID, userID, message)
        if (!visible || message.tip || group.type === GroupType.LIVE) {
          throw new ImError(ErrorCode.MODIFY_NOT_FOUND, 'the message does not exist')
        }
        const edit = readEdit(message, body)
        if ('conflict' in edit) return edit.conflict
        const changed = groupMessages.change(chatID, message.seq, edit)
        const notify = {
          From_Account: message.from,
          ...placeID(chat),
          MsgSeq: message.seq,
          MsgRandom: message.random,
          MsgTime: message.time,
          ...contentToWire(changed),
        }
        const event = { Event: GroupEvent.MESSAGE, GroupMsgModNotifys: [notify] }
        for (const reader of viewersOf(domain, chat, message)) {
          const origin = reader === userID ? connection.instanceID : ''
          const acknowledge = String(inbox.add(reader, { kind: 'notice', event, origin }))
          push.toUser(reader, event, { acknowledge, exceptInstance: origin })
        }
        return contentToWire(changed)
      },
    },
  }
}
