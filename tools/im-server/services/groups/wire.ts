import type { Domain } from '../../domain'
import type { GroupMessage } from '../../domain/group-messages'
import { GroupType, type Group, type Member } from '../../domain/groups'
import { roleNumber } from '../../domain/group-rules'
import type { Topic } from '../../domain/topics'
import { tinyIdOf } from '../../identity'
import type { JsonObject } from '../../json'
import { revokerInfo, sendControlToWire } from '../message-wire'

/** Who speaks in tips and notices. */
export const SYSTEM_USER = '@TIM#SYSTEM'

/** What tells a group message from others in an `EventArray` and in history. */
export const GroupEvent = { MESSAGE: 3, TIP: 4, NOTICE: 5, ONLINE_TIP: 6, MENTION: 12 } as const

const IS_REVOKED = 2

/** `MillionGroupFlag`: a community whose messages go to topics. */
const WITH_TOPICS = 2

/** `GroupInfo` of messages, tips and notices. */
export function groupInfoToWire(group: Group, topic?: Topic): JsonObject {
  return {
    GroupId: group.id,
    GroupName: group.name,
    GroupType: group.type,
    ...(group.supportTopic ? { MillionGroupFlag: WITH_TOPICS } : {}),
    ...(topic ? { TopicId: topic.id } : {}),
  }
}

/**
 * A message or a tip as pushes, history and lists carry it.
 * @param topic where it was written, if in a topic
 */
export function groupMessageToWire(
  group: Group,
  message: GroupMessage,
  { accounts, groups }: Domain,
  topic?: Topic,
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
    ...(revoked ? { RevokerInfo: revokerInfo(revoked) } : {}),
    ...sendControlToWire(message),
    GroupInfo: {
      ...groupInfoToWire(group, topic),
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

/** Custom fields of groups and members. */
export function customToWire(custom: Readonly<Record<string, string>>): JsonObject[] {
  return Object.entries(custom).map(([Key, Value]) => ({ Key, Value }))
}

/** A group as lists and lookups give it; `self` for one of its members. */
export function groupToWire(domain: Domain, group: Group, self?: Member): JsonObject {
  const end = domain.groupMessages.end(group.id)
  return {
    ErrorCode: 0,
    GroupId: group.id,
    Type: group.type,
    Name: group.name,
    FaceUrl: group.avatar,
    Introduction: group.introduction,
    Notification: group.notification,
    Owner_Account: group.owner,
    CreateTime: group.createdAt,
    InfoSeq: group.infoSeq,
    LastInfoTime: group.infoTime,
    LastMsgTime: domain.groupMessages.get(group.id, end)?.time ?? 0,
    NextMsgSeq: end + 1,
    LastRecallTime: domain.groupMessages.lastRevocation(group.id) * 1000, // in microseconds; asked for newer ones
    MemberNum: domain.groups.memberCount(group.id),
    MaxMemberNum: group.maxMembers,
    ApplyJoinOption: group.joinOption,
    InviteJoinOption: group.inviteOption,
    ShutUpAllMember: group.allMuted ? 'On' : 'Off',
    AppDefinedData: customToWire(group.custom),
    SupportTopic: Number(group.supportTopic),
    ...(self ? { SelfInfo: selfInfoToWire(self) } : {}),
  }
}

/** What a member is to know of itself. */
export function selfInfoToWire(member: Member): JsonObject {
  return {
    Role: member.role,
    JoinTime: member.joinedAt,
    MsgFlag: member.remind,
    MsgSeq: member.readSeq,
    NameCard: member.nameCard,
  }
}

export function memberToWire(member: Member, isOnline: boolean): JsonObject {
  return {
    Member_Account: member.userID,
    Role: member.role,
    JoinTime: member.joinedAt,
    NameCard: member.nameCard,
    ShutUpUntil: member.mutedUntil,
    LastSendMsgTime: member.lastSentAt,
    OnlineStatus: isOnline ? 'Online' : 'Offline',
    AppMemberDefinedData: customToWire(member.custom),
  }
}

/** Somebody in a tip. The client takes an own role in it for news. */
export function userToWire({ accounts, groups }: Domain, groupID: string, userID: string): JsonObject {
  const member = groups.member(groupID, userID)
  return {
    UserId: userID,
    NickName: accounts.nick(userID),
    ImageUrl: accounts.avatar(userID),
    ...(member ? { Role: roleNumber(member.role), NameCard: member.nameCard } : {}),
  }
}
