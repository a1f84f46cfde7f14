import type { Domain } from '../../domain'
import { conversationIDOf, type Peer } from '../../domain/conversation-list'
import type { GroupMessage } from '../../domain/group-messages'
import { Remind, type Group } from '../../domain/groups'
import type { MessageContent } from '../../domain/message'
import type { JsonObject } from '../../json'
import { REVOKED_FLAG } from '../c2c/wire'
import { GroupEvent, groupMessageToWire } from '../groups/wire'
import { revokerInfo, visibleContent } from '../message-wire'
import { ConversationType } from './peers'

/** `LastMsgFlags` of a revoked message in a group. */
const GROUP_REVOKED_FLAG = 2
/** `MsgRecvOption` by what a member wants to hear. */
const REMIND_OPTIONS = { [Remind.NOTIFY]: 0, [Remind.NONE]: 1, [Remind.SILENT]: 2 }

function lastContent(message: MessageContent, reader: string): JsonObject {
  return {
    ...visibleContent(message, reader),
    ...(message.revoked ? { RevokerInfo: revokerInfo(message.revoked) } : {}),
  }
}

function lastC2cMessage({ c2c }: Domain, owner: string, peer: string): JsonObject {
  const message = c2c.lastMessage(owner, peer)
  if (!message) return { MsgTimeStamp: 0, MsgSeq: 0, LastMsg: { MsgBody: [] } }
  return {
    MsgTimeStamp: message.time,
    MsgSeq: message.seq,
    LastC2CMsgFrom_Account: message.from,
    LastMsgFlags: message.revoked ? REVOKED_FLAG : 0,
    LastMsg: lastContent(message, owner),
  }
}

function lastGroupMessage(domain: Domain, owner: string, group: Group): JsonObject {
  const message: GroupMessage | undefined = domain.groupReading.lastMessage(group.id, owner)
  if (!message) return { MsgTimeStamp: 0, MsgSeq: 0, LastMsg: { MsgBody: [] } }
  const { from } = message
  return {
    MsgTimeStamp: message.time,
    MsgSeq: message.seq,
    MsgGroupFrom_Account: from,
    MsgGroupFromNickName: domain.accounts.nick(from),
    MsgGroupFromCardName: domain.groups.member(group.id, from)?.nameCard ?? '',
    LastMsgFlags: message.revoked ? GROUP_REVOKED_FLAG : 0,
    LastMsg: message.tip
      ? { Event: GroupEvent.TIP, GroupTips: groupMessageToWire(group, message, domain) }
      : lastContent(message, owner),
  }
}

/** Marks, custom data and groups of a conversation. */
export function annotationsToWire(
  { list, conversationGroups }: Domain,
  owner: string,
  peer: Peer,
): JsonObject {
  const { marks, customData } = list.entry(owner, peer)
  return {
    StandardMark: marks,
    CustomMark: customData,
    ContactGroupId: conversationGroups.of(owner, conversationIDOf(peer)),
  }
}

function c2cItem(domain: Domain, owner: string, peer: string): JsonObject {
  const { accounts, c2c, relations } = domain
  return {
    Type: ConversationType.C2C,
    To_Account: peer,
    C2cNick: accounts.nick(peer),
    C2cImage: accounts.avatar(peer),
    C2cRemark: relations.remark(owner, peer),
    C2cPeerReadTime: c2c.state(peer, owner).readTime,
    MsgRecvOption: c2c.state(owner, peer).muteOption,
    ...lastC2cMessage(domain, owner, peer),
  }
}

/** `undefined` for a group that is gone, or that the user has left. */
function groupItem(domain: Domain, owner: string, groupID: string): JsonObject | undefined {
  const { groups, groupMessages, groupReading } = domain
  const group = groups.get(groupID)
  const member = groups.member(groupID, owner)
  if (!group || !member) return undefined
  const end = groupMessages.end(groupID)
  const { readSeq } = groupReading.state(groupID, owner)
  return {
    Type: ConversationType.GROUP,
    ToAccount: groupID,
    GroupNick: group.name,
    GroupImage: group.avatar,
    GroupType: group.type,
    // Unread is the first of the two less the second.
    UnreadMsgCount: Math.max(0, end - readSeq),
    GroupIgnoredUnreadSeqCount: groupReading.ignoredUnread(groupID, owner),
    GroupNextMsgSeq: end + 1,
    MsgGroupReadedSeq: readSeq,
    MsgRecvOption: REMIND_OPTIONS[member.remind],
    ...lastGroupMessage(domain, owner, group),
  }
}

/** A conversation in the list. */
export function conversationToWire(domain: Domain, owner: string, peer: Peer): JsonObject[] {
  const item =
    peer.kind === 'c2c' ? c2cItem(domain, owner, peer.userID) : groupItem(domain, owner, peer.groupID)
  if (!item) return []
  const { pinned } = domain.list.entry(owner, peer)
  return [{ ...item, TopFlags: Number(pinned), ...annotationsToWire(domain, owner, peer) }]
}

/** The groups of a user's conversations. */
export function groupsToWire({ conversationGroups }: Domain, owner: string): JsonObject[] {
  return conversationGroups.list(owner).map(({ id, name }) => ({ GroupId: id, GroupName: name }))
}
