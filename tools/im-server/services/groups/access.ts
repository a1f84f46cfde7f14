import type { Domain } from '../../domain'
import { Role, type Group, type Member } from '../../domain/groups'
import type { Topic } from '../../domain/topics'
import { ErrorCode, ImError } from '../../errors'
import { readID, readString, type JsonObject } from '../../json'
import { nowInSeconds } from '../../clock'

/** @throws ImError 10010 */
export function requireGroup({ groups }: Domain, groupID: string): Group {
  const group = groups.get(groupID)
  if (!group) throw new ImError(ErrorCode.GROUP_NOT_FOUND, `the group ${groupID} does not exist`)
  return group
}

/**
 * For everything that only members may see or do.
 * @throws ImError 10010, or 10007 for who is not in the group
 */
export function requireMember(
  domain: Domain,
  groupID: string,
  userID: string,
): { group: Group; member: Member } {
  const group = requireGroup(domain, groupID)
  const member = domain.groups.member(groupID, userID)
  if (!member)
    throw new ImError(ErrorCode.GROUP_PERMISSION_DENIED, `${userID} is not in the group ${groupID}`)
  return { group, member }
}

/** Where messages go: a group, or a topic of a community. */
export interface Chat {
  readonly group: Group
  readonly member: Member
  readonly topic?: Topic
  /** The name of its log in `GroupMessages`: the ID of the topic, else that of the group. */
  readonly chatID: string
}

/**
 * The group or topic that a request names (`GroupId`, `TopicId`), for one of its members.
 * @throws ImError 10010 if there is no such group or topic, 10007 for who is not in the group
 */
export function chatOf(domain: Domain, body: JsonObject, userID: string): Chat {
  return findChat(domain, readID(body, 'GroupId'), readString(body, 'TopicId', ''), userID)
}

/** Like {@link chatOf}. @param topicID empty: the group itself */
export function findChat(domain: Domain, groupID: string, topicID: string, userID: string): Chat {
  const { group, member } = requireMember(domain, groupID, userID)
  if (topicID === '' || topicID === groupID) return { group, member, chatID: groupID }
  const topic = requireTopic(domain, groupID, topicID)
  return { group, member, topic, chatID: topicID }
}

/** @throws ImError 10010 */
export function requireTopic(domain: Domain, groupID: string, topicID: string): Topic {
  const topic = domain.topics.get(topicID)
  if (topic?.groupID === groupID) return topic
  throw new ImError(ErrorCode.GROUP_NOT_FOUND, `the topic ${topicID} does not exist in ${groupID}`)
}

/**
 * For sending messages.
 * @throws ImError as {@link chatOf}, or 10017 while the member or everybody is muted
 */
export function speakerOf(domain: Domain, body: JsonObject, userID: string): Chat {
  const chat = chatOf(domain, body, userID)
  const { group, member, topic } = chat
  const mutedAlone = member.mutedUntil > nowInSeconds()
  const allMuted = group.allMuted || topic?.allMuted === true
  if (!mutedAlone && !(allMuted && member.role === Role.MEMBER)) return chat
  throw new ImError(ErrorCode.GROUP_MUTED, mutedAlone ? `${member.userID} is muted` : 'everybody is muted')
}
