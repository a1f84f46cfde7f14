import type { Topic } from '../../domain/topics'
import type { Member, Group } from '../../domain/groups'
import { ErrorCode } from '../../errors'
import { readID, readStrings, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { requireMember } from './access'
import { COMMUNITIES, commandsOf, type GroupContext } from './commands'
import { operatorOf } from './operations'
import { messageToWire } from './messages/wire'
import { nowInSeconds } from '../../clock'

/** SDK: `createTopicInCommunity`, `deleteTopicFromCommunity`, `updateTopicProfile`, `getTopicList`. */
export function groupTopics({ domain, operations: { topics } }: GroupContext): Service {
  const { groupMessages, groupReading, accounts } = domain

  function lastMessage(group: Group, topic: Topic, userID: string): JsonObject {
    const last = groupReading.lastMessage(topic.id, userID)
    if (!last || last.tip) return {}
    const wire = messageToWire({ group, topic, chatID: topic.id }, last, userID, domain)
    return {
      LastMsg: {
        ...wire,
        From_AccountNick: accounts.nick(last.from),
        From_AccountHeadurl: accounts.avatar(last.from),
      },
    }
  }

  /** Above the read sequence, what does not count: own messages, revoked ones and the like. */
  function ignoredSequences(topicID: string, userID: string): number[] {
    const { readSeq } = domain.topics.state(topicID, userID)
    const found: number[] = []
    for (let seq = readSeq + 1; seq <= groupMessages.end(topicID); seq += 1) {
      const message = groupMessages.get(topicID, seq)
      if (!message || !groupReading.isUnread(topicID, userID, message)) found.push(seq)
    }
    return found
  }

  function toWire(group: Group, member: Member, topic: Topic): JsonObject {
    const { userID } = member
    const state = domain.topics.state(topic.id, userID)
    return {
      ErrorCode: 0,
      TopicInfo: {
        GroupId: group.id,
        TopicId: topic.id,
        TopicName: topic.name,
        FaceUrl: topic.avatar,
        Introduction: topic.introduction,
        Notification: topic.notification,
        CustomString: topic.customData,
        ShutUpAllFlag: Number(topic.allMuted),
        CreateTime: topic.createdAt,
        NextMsgSeq: groupMessages.end(topic.id) + 1,
        ...lastMessage(group, topic, userID),
      },
      SelfInfo: {
        MsgSeq: state.readSeq,
        MsgFlag: state.remind,
        ShutUpTime: Math.max(0, member.mutedUntil - nowInSeconds()),
        NoUnreadSeqList: ignoredSequences(topic.id, userID),
      },
    }
  }

  const missing = (groupID: string, topicID: string): JsonObject => ({
    ErrorCode: ErrorCode.GROUP_NOT_FOUND,
    ErrorInfo: 'the topic does not exist',
    TopicInfo: { GroupId: groupID, TopicId: topicID },
  })

  return {
    commands: commandsOf(COMMUNITIES, {
      create_topic: (caller, body) => ({
        TopicId: topics.create(operatorOf(caller), readID(body, 'GroupId'), body).id,
      }),

      destroy_topic: (caller, body) => {
        const topicIDs = readStrings(body, 'TopicIdList')
        const results = topics.remove(operatorOf(caller), readID(body, 'GroupId'), topicIDs)
        return {
          DestroyResultItem: results.map(([TopicId, done]) => ({
            TopicId,
            ErrorCode: done ? 0 : ErrorCode.GROUP_NOT_FOUND,
            ErrorInfo: done ? '' : 'the topic does not exist',
          })),
        }
      },

      modify_topic: (caller, body) =>
        topics.change(operatorOf(caller), readID(body, 'GroupId'), readID(body, 'TopicId'), body),

      get_topic: ({ userID }, body) => {
        const { group, member } = requireMember(domain, readID(body, 'GroupId'), userID)
        const wanted = readStrings(body, 'TopicIdList', [])
        const all = domain.topics.ofGroup(group.id)
        const found = wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id))
        const unknown = wanted.filter((topicID) => !all.some(({ id }) => id === topicID))
        return {
          TopicAndSelfInfo: [
            ...found.map((topic) => toWire(group, member, topic)),
            ...unknown.map((topicID) => missing(group.id, topicID)),
          ],
        }
      },
    }),
  }
}
