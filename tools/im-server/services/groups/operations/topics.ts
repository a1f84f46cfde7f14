import { Role, type Group } from '../../../domain/groups'
import type { Topic } from '../../../domain/topics'
import { ErrorCode, ImError } from '../../../errors'
import { readString, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { requireGroup, requireTopic } from '../access'
import { ReportType } from '../delivery'
import { TipType, type GroupEntry, type OperationContext } from './entry'
import { boundedText, checkTopicID, invalid, isOn, newTopicID } from './fields'
import { denied, requireRole, type Operator } from './operator'
import { nowInSeconds } from '../../../clock'

const TEXTS = [
  { key: 'TopicName', field: 'name', bytes: Limits.groupNameBytes, news: 'TopicName' },
  { key: 'FaceUrl', field: 'avatar', bytes: Limits.groupAvatarBytes, news: 'TopicFaceUrl' },
  {
    key: 'Introduction',
    field: 'introduction',
    bytes: Limits.groupIntroductionBytes,
    news: 'TopicIntroduction',
  },
  {
    key: 'Notification',
    field: 'notification',
    bytes: Limits.groupNotificationBytes,
    news: 'TopicNotification',
  },
  { key: 'CustomString', field: 'customData', bytes: Limits.topicCustomDataBytes, news: 'CustomString' },
] as const

/** Topics of communities: SDK `createTopicInCommunity`, `deleteTopicFromCommunity`, `updateTopicProfile`. */
export class GroupTopics {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /**
   * @param body as `create_topic` has it
   * @throws ImError 10004, 10007, 10010, 10015, 10021
   */
  create(operator: Operator, groupID: string, body: JsonObject): Topic {
    const { domain, groupDelivery } = this.context
    const group = this.requireCommunity(operator, groupID)
    const id = readString(body, 'TopicId', '') || newTopicID(groupID)
    if (body.TopicId) checkTopicID(id, groupID)
    if (domain.topics.get(id)) throw new ImError(ErrorCode.GROUP_ID_TAKEN, `there is a topic ${id} already`)
    if (domain.topics.ofGroup(groupID).length >= Limits.topics)
      throw invalid(`at most ${Limits.topics} topics`)
    const { fields } = textChanges(undefined, body)
    if (!fields.name) throw invalid('a topic needs a name')
    const topic = {
      name: fields.name,
      avatar: '',
      introduction: '',
      notification: '',
      customData: '',
      ...fields,
      id,
      groupID,
      allMuted: false,
      createdAt: nowInSeconds(),
    }
    domain.topics.put(topic)
    // Of an earlier topic with this ID nothing is to be seen.
    const end = domain.groupMessages.end(id)
    for (const { userID } of domain.groups.members(groupID)) {
      if (end > 0) domain.topics.changeState(id, userID, { readSeq: end, hiddenSeq: end })
    }
    const notice = { ReportType: ReportType.TOPIC_CREATED, Operator_Account: operator.userID }
    for (const { userID } of domain.groups.members(groupID)) {
      groupDelivery.notice(userID, group, notice, { exceptInstance: operator.instanceID, topic })
    }
    return topic
  }

  /**
   * @returns for each of the topics whether it was there
   * @throws ImError 10007, 10010 for the community
   */
  remove(
    operator: Operator,
    groupID: string,
    topicIDs: readonly string[],
  ): [topicID: string, done: boolean][] {
    const { domain, groupDelivery } = this.context
    const group = this.requireCommunity(operator, groupID)
    const removed = new Set<string>()
    for (const topicID of topicIDs) {
      const topic = domain.topics.get(topicID)
      if (topic?.groupID !== groupID) continue
      this.entry.removeTopic(topic)
      removed.add(topicID)
    }
    if (removed.size > 0) {
      const notice = {
        ReportType: ReportType.TOPICS_DELETED,
        Operator_Account: operator.userID,
        TopicIdArray: [...removed],
      }
      for (const { userID } of domain.groups.members(groupID)) {
        groupDelivery.notice(userID, group, notice, { exceptInstance: operator.instanceID })
      }
    }
    return topicIDs.map((topicID) => [topicID, removed.has(topicID)])
  }

  /**
   * Changes what the body names, and says what is new.
   * @param body as `modify_topic` has it
   * @throws ImError 10004, 10007, 10010
   */
  change(operator: Operator, groupID: string, topicID: string, body: JsonObject): void {
    const { domain, groupDelivery } = this.context
    const group = this.requireCommunity(operator, groupID)
    const topic = requireTopic(domain, groupID, topicID)
    const { fields, news } = textChanges(topic, body)
    const allMuted = body.ShutUpAllMember === undefined ? topic.allMuted : isOn(body, 'ShutUpAllMember')
    if (allMuted !== topic.allMuted) news.ShutupAll = Number(allMuted)
    if (Object.keys(news).length === 0) return
    const changed = { ...topic, ...fields, allMuted }
    domain.topics.put(changed)
    const body_ = this.entry.tipBody(group, TipType.TOPIC_CHANGED, operator.userID, [])
    groupDelivery.tip(group, { ...body_, MsgTopicNewInfo: news }, changed)
  }

  private requireCommunity(operator: Operator, groupID: string): Group {
    const group = requireGroup(this.context.domain, groupID)
    requireRole(this.context.domain, group, operator, Role.ADMIN)
    if (!group.supportTopic) throw denied('this group has no topics')
    return group
  }
}

function textChanges(
  old: Topic | undefined,
  body: JsonObject,
): { fields: Partial<Record<(typeof TEXTS)[number]['field'], string>>; news: JsonObject } {
  const change = { fields: {} as Partial<Record<string, string>>, news: {} as JsonObject }
  for (const { key, field, bytes, news } of TEXTS) {
    if (body[key] === undefined) continue
    const text = boundedText(body, key, bytes)
    if (key === 'TopicName' && !text) throw invalid('a topic needs a name')
    if (old?.[field] === text) continue
    change.fields[field] = text
    change.news[news] = text
  }
  return change
}
