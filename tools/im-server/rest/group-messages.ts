import type { ServerContext } from '../context'
import { ErrorCode } from '../errors'
import { readCount, readID, readString, type JsonObject } from '../json'
import { Limits } from '../limits'
import { requireGroup, requireTopic } from '../services/groups/access'
import { postGroupMessage } from '../services/groups/messages/post'
import { revokeGroupMessages } from '../services/groups/messages/revoke'
import { readSeqs } from '../services/groups/messages/seqs'
import { readGroupMessage } from '../services/groups/messages/send'
import { messageToWire, type Place } from '../services/groups/messages/wire'
import { requireAccount } from '../services/users/access'
import type { RestCommands } from './command'
import { forBothServices } from './groups'
import { nowInSeconds } from '../clock'

/** Not the author of any message: sees nothing of what is revoked. */
const NOBODY = ''

/** Messages in groups and topics, with the rights of the administrator of the app, who need not be a member. */
export function groupMessageCommands(context: ServerContext): RestCommands {
  const { domain } = context
  const { groupMessages } = domain

  function placeOf(body: JsonObject): Place {
    const group = requireGroup(domain, readID(body, 'GroupId'))
    const topicID = readString(body, 'TopicId', '')
    if (topicID === '') return { group, chatID: group.id }
    return { group, topic: requireTopic(domain, group.id, topicID), chatID: topicID }
  }

  return forBothServices({
    send_group_msg: (body, administrator) => {
      const from = readString(body, 'From_Account', '') || administrator
      if (from === administrator) domain.accounts.ensure(from)
      else requireAccount(domain, from)
      const place = placeOf(body)
      const sent = { MsgClientTime: nowInSeconds(), ...body }
      const message = postGroupMessage(context, place, readGroupMessage(from, sent, place.group), {
        onlineOnly: body.OnlineOnlyFlag === 1,
      })
      return { MsgTime: message.time, MsgSeq: message.seq }
    },

    group_msg_recall: (body, administrator) => {
      const place = placeOf(body)
      const seqs = readSeqs(body, Limits.messagesPerRevoke)
      const known = seqs.filter((seq) => {
        const message = groupMessages.get(place.chatID, seq)
        return message !== undefined && !message.tip
      })
      const reason = readString(body, 'Reason', '')
      revokeGroupMessages(context, place, known, { by: administrator, reason })
      return {
        RecallRetList: seqs.map((seq) => ({
          MsgSeq: seq,
          RetCode: known.includes(seq) ? 0 : ErrorCode.GROUP_REVOKE_NOT_FOUND,
        })),
      }
    },

    group_msg_get_simple: (body) => {
      const place = placeOf(body)
      const newest = readCount(body, 'ReqMsgSeq', groupMessages.end(place.chatID))
      const count = Math.min(readCount(body, 'ReqMsgNumber'), Limits.restHistoryPage)
      const seqs = Array.from({ length: count }, (_, index) => newest - index).filter((seq) => seq > 0)
      const messages = seqs.flatMap((seq) => groupMessages.get(place.chatID, seq) ?? [])
      return {
        GroupId: place.group.id,
        IsFinished: newest - count < 1 ? 1 : 0,
        RspMsgList: messages.map((message) => messageToWire(place, message, NOBODY, domain)),
      }
    },
  })
}
