import type { ServerContext } from '../../../context'
import { rulesOf } from '../../../domain/group-rules'
import { Remind, Role, type Group, type Member } from '../../../domain/groups'
import type { Topic } from '../../../domain/topics'
import { ErrorCode, ImError } from '../../../errors'
import type { JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { ReportType } from '../delivery'
import { userToWire } from '../wire'
import { nowInSeconds } from '../../../clock'

export type OperationContext = Pick<ServerContext, 'domain' | 'groupDelivery' | 'policy' | 'sessions'>

/** `OpType` of a tip. */
export const TipType = {
  JOINED: 1,
  QUIT: 2,
  KICKED: 3,
  ADMIN_GIVEN: 4,
  ADMIN_TAKEN: 5,
  GROUP_CHANGED: 6,
  MEMBER_CHANGED: 7,
  TOPIC_CHANGED: 8,
} as const

/** `GroupJoinType` of the tip about newcomers. */
export const JoinType = { APPLIED: 1, INVITED: 2 } as const
export type JoinType = (typeof JoinType)[keyof typeof JoinType]

/** How users come into groups and out of them, whoever asked for it; no permission is checked here. */
export class GroupEntry {
  constructor(private readonly context: OperationContext) {}

  /** What every tip says. @param members whom it is about, and is said of them as they are now */
  tipBody(group: Group, type: number, operator: string, members: readonly string[]): JsonObject {
    const { domain } = this.context
    return {
      OpType: type,
      Operator_Account: operator,
      MemberNum: domain.groups.memberCount(group.id),
      List_Account: members,
      MsgMemberExtraInfo: members.map((userID) => userToWire(domain, group.id, userID)),
      MsgOperatorMemberExtraInfo: userToWire(domain, group.id, operator),
    }
  }

  hasRoom(group: Group): boolean {
    return this.context.domain.groups.memberCount(group.id) < group.maxMembers
  }

  /** Live rooms do not count. */
  mayJoinMore(userID: string): boolean {
    const joined = this.context.domain.groups.groupsOf(userID).filter((group) => rulesOf(group).isListed)
    return joined.length < Limits.groupsPerUser
  }

  /** @throws ImError 10014, 10037 */
  requirePlace(group: Group, userID: string): void {
    if (!this.hasRoom(group)) throw new ImError(ErrorCode.GROUP_FULL, `the group ${group.id} is full`)
    if (rulesOf(group).isListed && !this.mayJoinMore(userID)) {
      throw new ImError(ErrorCode.GROUP_LIMIT_OF_USER, `${userID} is in too many groups`)
    }
  }

  /** Makes somebody a member, and tells nobody. */
  place(group: Group, userID: string, role: Role = Role.MEMBER, custom: Member['custom'] = {}): void {
    const { groups, groupMessages, topics, groupApplications } = this.context.domain
    const end = groupMessages.end(group.id)
    groups.putMember(group.id, {
      userID,
      role,
      joinedAt: nowInSeconds(),
      nameCard: '',
      mutedUntil: 0,
      remind: Remind.NOTIFY,
      custom,
      readSeq: end,
      hiddenSeq: rulesOf(group).historyForNewcomers ? group.startSeq : end,
      lastSentAt: 0,
    })
    for (const { id } of topics.ofGroup(group.id)) {
      topics.changeState(id, userID, { readSeq: groupMessages.end(id), hiddenSeq: 0, remind: Remind.NOTIFY })
    }
    groupApplications.settle(group.id, userID)
  }

  /**
   * Makes users members, and tells everybody.
   * @param operator who let them in: the inviter, or the applicant
   * @param greet what the newcomers are to hear before everybody hears of them
   */
  admit(
    group: Group,
    userIDs: readonly string[],
    operator: string,
    how: JoinType,
    greet: () => void = () => undefined,
  ): void {
    if (userIDs.length === 0) return
    const { groupDelivery } = this.context
    for (const userID of userIDs) this.place(group, userID)
    if (how === JoinType.INVITED) this.tellInvited(group, userIDs, operator)
    greet()
    groupDelivery.tip(group, {
      ...this.tipBody(group, TipType.JOINED, operator, userIDs),
      GroupJoinType: how,
    })
  }

  /** Without this notice the group does not appear. */
  tellInvited(group: Group, userIDs: readonly string[], inviter: string): void {
    for (const userID of userIDs) {
      this.context.groupDelivery.notice(userID, group, {
        ReportType: ReportType.INVITED,
        Operator_Account: inviter,
        ...this.about(group, inviter),
      })
    }
  }

  /** Fields of notices that name who did it. */
  about(group: Group, operator: string): JsonObject {
    return { MsgOperatorMemberExtraInfo: userToWire(this.context.domain, group.id, operator) }
  }

  /** Ends the membership, and what waited for the user because of it. */
  leave(group: Group, userIDs: readonly string[]): void {
    const { groups, list, notices, topics } = this.context.domain
    const chatIDs = [group.id, ...topics.ofGroup(group.id).map(({ id }) => id)]
    for (const userID of userIDs) {
      for (const chatID of chatIDs) notices.clearMentions(userID, chatID)
      groups.removeMember(group.id, userID)
      this.context.groupDelivery.live.leave(group.id, userID)
      list.remove(userID, { kind: 'group', groupID: group.id })
    }
  }

  /** With its messages and what was noted about them; its members are not told. */
  removeTopic(topic: Topic): void {
    const { groups, notices, topics } = this.context.domain
    for (const { userID } of groups.members(topic.groupID)) notices.clearMentions(userID, topic.id)
    this.clearMessages(topic.id)
    topics.remove(topic)
  }

  /** Forgets the messages of a group or topic that ends. */
  clearMessages(chatID: string): void {
    const { groupMessages, groupPins } = this.context.domain
    groupMessages.forget(chatID, groupMessages.end(chatID))
    groupPins.clear(chatID)
  }
}
