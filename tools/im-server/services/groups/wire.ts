import type { Domain } from '../../domain'
import type { GroupMessage } from '../../domain/group-messages'
import { GroupType, type Group } from '../../domain/groups'
import { tinyIdOf } from '../../identity'
import type { JsonObject } from '../../json'

/** Who speaks in tips and notices. */
export const SYSTEM_USER = '@TIM#SYSTEM'

/** What tells a group message from others in an `EventArray` and in history. */
export const GroupEvent = { MESSAGE: 3, TIP: 4, NOTICE: 5, ONLINE_TIP: 6, MENTION: 12 } as const

const IS_REVOKED = 2

/** A message or a tip as pushes, history and lists carry it. */
export function groupMessageToWire(
  group: Group,
  message: GroupMessage,
  { accounts, groups }: Domain,
): JsonObject {
  const { from, tip, revoked } = message
  return {
    From_Account: from,
    ToGroupId: group.id,
    MsgSeq: message.seq,
    Random: message.random,
    ClientSeq: message.clientSeq,
    MsgTime: message.time,
    MsgTimeStamp: message.time,
    MsgClientTime: message.clientTime,
    TinyId: tinyIdOf(from),
    MsgPriority: message.priority,
    ...(tip ? { Event: GroupEvent.TIP, MsgBody: tip } : { Event: GroupEvent.MESSAGE, MsgBody: message.body }),
    CloudCustomData: message.cloudCustomData,
    NeedReadReceipt: message.needReadReceipt,
    SupportMessageExtension: message.supportExtension,
    MsgVersion: message.version ?? 0,
    GroupAtInfo: message.at,
    IsPlaceMsg: revoked ? IS_REVOKED : 0,
    ...(revoked ? { RevokerInfo: { Revoker_Account: revoked.by, Reason: revoked.reason } } : {}),
    ...(message.noUnread || message.noLastMessage
      ? { SendMsgControl: { NoUnread: Number(message.noUnread), NoLastMsg: Number(message.noLastMessage) } }
      : {}),
    GroupInfo: {
      GroupId: group.id,
      GroupName: group.name,
      GroupType: group.type,
      From_AccountNick: accounts.nick(from),
      From_AccountHeadurl: accounts.avatar(from),
      MsgFrom_AccountExtraInfo: { NameCard: groups.member(group.id, from)?.nameCard ?? '' },
    },
  }
}

/** Communities are served by commands of their own. */
export function isCommunity(group: Group): boolean {
  return group.type === GroupType.COMMUNITY
}
