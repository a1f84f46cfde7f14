import type { ServerContext } from '../../../context'
import { Role, type Member } from '../../../domain/groups'
import type { GroupMessage } from '../../../domain/group-messages'
import { ErrorCode } from '../../../errors'
import { readString } from '../../../json'
import { Limits } from '../../../limits'
import type { Service } from '../../../router'
import { revokerInfo } from '../../message-wire'
import { chatOf } from '../access'
import { sharedCommands } from '../commands'
import { readSeqs } from './seqs'
import { groupNotice, messageKey, placeID, readersOf, type Place } from './wire'
import { nowInSeconds } from '../../../clock'

export interface GroupRevoking {
  by: string
  reason?: string
  /** The instance that it comes from, which knows already. */
  origin?: string
}

/**
 * Revokes messages of a group or topic, and tells the members; those that are revoked already are left out. Whether
 * it is allowed is for the caller to check.
 * @returns the messages as they are now
 */
export function revokeGroupMessages(
  { domain, groupDelivery }: ServerContext,
  place: Place,
  seqs: readonly number[],
  { by, reason = '', origin = '' }: GroupRevoking,
): GroupMessage[] {
  const { groupMessages } = domain
  const revoked = seqs
    .filter((seq) => groupMessages.get(place.chatID, seq)?.revoked === undefined)
    .map((seq) => groupMessages.revoke(place.chatID, seq, { by, reason }))
  for (const message of revoked) {
    const info = { ...placeID(place), ...messageKey(message), MsgSeq: message.seq, MsgTime: message.time }
    const event = groupNotice(
      place,
      { GroupWithdrawInfoArray: [info] },
      { RevokerInfo: revokerInfo({ by, reason }) },
    )
    const only = readersOf(domain, place, message)
    groupDelivery.toMembers(place.group.id, event, { only, exceptInstance: origin })
  }
  return revoked
}

/** SDK: `revokeMessage` in groups: of one's own for some time; owner and admins of everybody at any time. */
export function groupRevoke(context: ServerContext): Service {
  const { domain, policy } = context

  /** 0, or why the member may not. */
  function refusal({ chatID }: Place, { userID, role }: Member, seq: number): number {
    const message = domain.groupMessages.get(chatID, seq)
    if (!message || !domain.groupReading.isVisible(chatID, userID, message)) {
      return ErrorCode.GROUP_REVOKE_NOT_FOUND
    }
    if (message.tip) return ErrorCode.GROUP_REVOKE_UNSUPPORTED
    if (role !== Role.MEMBER) return 0
    if (message.from !== userID) return ErrorCode.GROUP_PERMISSION_DENIED
    const tooLate = nowInSeconds() - message.time > policy.revokeWindow
    return tooLate ? ErrorCode.GROUP_REVOKE_TIME_LIMIT : 0
  }

  return {
    commands: sharedCommands({
      group_msg_recall: ({ userID, connection }, body) => {
        const chat = chatOf(domain, body, userID)
        const seqs = readSeqs(body, Limits.messagesPerRevoke)
        const results = seqs.map((seq) => ({ seq, code: refusal(chat, chat.member, seq) }))
        const allowed = results.filter(({ code }) => code === 0).map(({ seq }) => seq)
        const reason = readString(body, 'Reason', '')
        revokeGroupMessages(context, chat, allowed, { by: userID, reason, origin: connection.instanceID })
        return { RecallRetList: results.map(({ seq, code }) => ({ MsgSeq: seq, RetCode: code })) }
      },
    }),
  }
}
