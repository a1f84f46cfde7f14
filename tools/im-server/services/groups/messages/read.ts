import type { ServerContext } from '../../../context'
import { readCount } from '../../../json'
import type { Caller, Service } from '../../../router'
import { chatOf } from '../access'
import { sharedCommands } from '../commands'
import { groupNotice, placeID, type Place } from './wire'

/**
 * Marks a group or a topic as read up to `seq`.
 * @returns whether that was news
 */
export function markGroupRead({ domain }: ServerContext, { chatID }: Place, userID: string, seq: number) {
  domain.notices.clearMentions(userID, chatID, seq)
  return domain.groupReading.markRead(chatID, userID, seq)
}

/** SDK: `setMessageRead` of groups and topics. */
export function groupRead(context: ServerContext): Service {
  const { domain, push } = context

  function syncRead({ userID, connection }: Caller, place: Place, seq: number): void {
    const body = { GroupReadInfoArray: [{ ...placeID(place), LastReadMsgSeq: seq }] }
    push.toUser(userID, groupNotice(place, body), { exceptInstance: connection.instanceID })
  }

  return {
    commands: sharedCommands({
      msg_read_report: (caller, body) => {
        const chat = chatOf(domain, body, caller.userID)
        const seq = readCount(body, 'MsgReadedSeq')
        if (markGroupRead(context, chat, caller.userID, seq)) syncRead(caller, chat, seq)
      },
    }),
  }
}
