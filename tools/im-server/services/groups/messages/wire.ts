import type { Domain } from '../../../domain'
import type { GroupMessage } from '../../../domain/group-messages'
import { Remind } from '../../../domain/groups'
import { tinyIdOf } from '../../../identity'
import type { JsonObject } from '../../../json'
import type { PushEvent } from '../../../push'
import { visibleContent } from '../../message-wire'
import type { Chat } from '../access'
import { GroupEvent, groupInfoToWire, groupMessageToWire, SYSTEM_USER } from '../wire'

/** A group or a topic as such, for what needs no member. */
export type Place = Pick<Chat, 'group' | 'topic' | 'chatID'>

/** `IsPlaceMsg`: there is a message, but not for this reader. */
const IS_HIDDEN = 1

/** A message as `reader` may see it: once revoked, only its author has the content. */
export function messageToWire(
  { group, topic }: Place,
  message: GroupMessage,
  reader: string,
  domain: Domain,
): JsonObject {
  const wire = groupMessageToWire(group, message, domain, topic)
  return message.tip ? wire : { ...wire, ...visibleContent(message, reader) }
}

/** In the place of a message that is not for the reader, so that the client can go on counting. */
export function placeholder({ group, topic }: Place, { seq, time }: GroupMessage): JsonObject {
  return {
    Event: GroupEvent.MESSAGE,
    From_Account: '',
    ToGroupId: group.id,
    MsgSeq: seq,
    Random: 0,
    MsgTime: time,
    MsgTimeStamp: time,
    MsgClientTime: time,
    TinyId: '',
    MsgBody: [],
    IsPlaceMsg: IS_HIDDEN,
    GroupInfo: { ...groupInfoToWire(group, topic), Invisible: 1 },
  }
}

/** Identifies a message in notices about it. */
export function messageKey({ from, clientTime, random }: GroupMessage): JsonObject {
  return { TinyId: tinyIdOf(from), MsgClientTime: clientTime, Random: random }
}

/** A notice of the server about messages of a group: not kept, and not shown as a message. */
export function groupNotice({ group, topic }: Place, body: JsonObject, extras: JsonObject = {}): PushEvent {
  const notice = {
    Event: GroupEvent.NOTICE,
    From_Account: SYSTEM_USER,
    ToGroupId: group.id,
    GroupInfo: groupInfoToWire(group, topic),
    MsgBody: body,
    ...extras,
  }
  return { Event: GroupEvent.NOTICE, GroupTips: [notice] }
}

/** The group or topic as lists in notices name it. */
export function placeID({ group, topic }: Place): JsonObject {
  return topic ? { GroupId: group.id, TopicId: topic.id } : { GroupId: group.id }
}

/** Who the message is for: all members (`undefined`), or of those the ones it was targeted to and its sender. */
export function readersOf(
  { groups }: Domain,
  { group }: Place,
  { targets, from }: GroupMessage,
): readonly string[] | undefined {
  return targets && [...new Set([from, ...targets])].filter((userID) => groups.member(group.id, userID))
}

/** The members who can see the message: not who has come later, or has deleted it. */
export function viewersOf(
  { groups, groupReading }: Domain,
  { group, chatID }: Place,
  message: GroupMessage,
): string[] {
  const members = groups.members(group.id).map(({ userID }) => userID)
  return members.filter((userID) => groupReading.isVisible(chatID, userID, message))
}

/** Whether a member wants to get the messages of a group or topic; who does not finds them in the history. */
export function wantsMessages({ groupReading }: Domain, { chatID }: Place, userID: string): boolean {
  return groupReading.state(chatID, userID).remind !== Remind.NONE
}
