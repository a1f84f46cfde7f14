import { rulesOf } from '../../../domain/group-rules'
import { GroupType, type Group, type Member, Role } from '../../../domain/groups'
import type { JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { requireGroup } from '../access'
import { ReportType } from '../delivery'
import { groupMessageToWire } from '../wire'
import { JoinType, TipType, type GroupEntry, type OperationContext } from './entry'
import { invalid } from './fields'
import { denied, requireAbove, requireRole, type Operator } from './operator'
import { nowInSeconds } from '../../../clock'

/** Live rooms (AVChatRoom): SDK `joinGroup`, `getGroupMemberList`, `markGroupMemberList`, `deleteGroupMember`. */
export class LiveRoomOperations {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /** @throws ImError 10010, 10007 for groups of other types */
  require(groupID: string): Group {
    const group = requireGroup(this.context.domain, groupID)
    if (group.type !== GroupType.LIVE) throw denied(`${groupID} is not a live room`)
    return group
  }

  /**
   * Who is in already may come in again: a client that was restarted does not know.
   * @throws ImError 10010, 10007 for who is banned
   */
  enter(userID: string, groupID: string): Group {
    const { domain } = this.context
    const group = this.require(groupID)
    if (domain.groups.isBanned(groupID, userID))
      throw denied(`${userID} is banned from the live room ${groupID}`)
    if (domain.groups.member(groupID, userID)) return group
    this.sweep(group)
    const role = group.owner === userID ? Role.OWNER : Role.MEMBER
    this.entry.place(group, userID, role)
    this.context.groupDelivery.live.hear(groupID, userID)
    const body = this.entry.tipBody(group, TipType.JOINED, userID, [userID])
    this.context.groupDelivery.tip(group, { ...body, GroupJoinType: JoinType.APPLIED })
    return group
  }

  /** The latest messages from before somebody came in, oldest first. */
  history(group: Group): JsonObject[] {
    const { domain } = this.context
    const end = domain.groupMessages.end(group.id)
    const found: JsonObject[] = []
    for (let seq = end; seq > group.startSeq && found.length < Limits.liveHistory; seq -= 1) {
      const message = domain.groupMessages.get(group.id, seq)
      if (!message) break
      if (!message.tip && !message.revoked) found.unshift(groupMessageToWire(group, message, domain))
    }
    return found
  }

  /** The members that are there, the latest first. */
  present(groupID: string, mark?: number): Member[] {
    const { domain, sessions } = this.context
    return domain.groups
      .members(groupID)
      .filter(({ userID, marks }) => {
        return sessions.online(userID).length > 0 && (mark === undefined || marks?.includes(mark))
      })
      .reverse()
  }

  /**
   * @param marks from 1000 on
   * @returns those who have been marked: who is not in the room cannot be
   * @throws ImError 10004, 10007, 10010
   */
  mark(
    operator: Operator,
    groupID: string,
    changes: readonly { userID: string; marks: readonly number[] }[],
    isSet: boolean,
  ): string[] {
    const { domain } = this.context
    const group = this.require(groupID)
    requireRole(domain, group, operator, Role.OWNER)
    if (changes.some(({ marks }) => marks.some((mark) => mark < Limits.firstMark))) {
      throw invalid(`a mark is a number from ${Limits.firstMark} on`)
    }
    return changes.flatMap(({ userID, marks }) => {
      const member = domain.groups.member(groupID, userID)
      if (!member) return []
      const others = (member.marks ?? []).filter((mark) => !marks.includes(mark))
      domain.groups.changeMember(groupID, userID, { marks: isSet ? [...others, ...marks] : others })
      return [userID]
    })
  }

  /**
   * @param duration seconds
   * @throws ImError 10004, 10007, 10010: then nobody is banned
   */
  ban(
    operator: Operator,
    groupID: string,
    userIDs: readonly string[],
    duration: number,
    reason: string,
  ): void {
    const { domain, groupDelivery } = this.context
    const group = this.require(groupID)
    requireRole(domain, group, operator, rulesOf(group).mayBan)
    if (duration === 0 || duration > Limits.banSeconds) throw invalid(`1 to ${Limits.banSeconds} seconds`)
    const members = userIDs.flatMap((userID) => domain.groups.member(groupID, userID) ?? [])
    for (const member of members) requireAbove(domain, group, operator, member)
    if (userIDs.includes(group.owner)) throw denied('the owner stays')
    const memberIDs = members.map(({ userID }) => userID)
    const tip = this.entry.tipBody(group, TipType.KICKED, operator.userID, memberIDs)
    const until = nowInSeconds() + duration
    for (const userID of userIDs) domain.groups.ban(groupID, userID, until)
    this.entry.leave(group, memberIDs)
    const notice = {
      ReportType: ReportType.BANNED,
      Operator_Account: operator.userID,
      BanDuration: duration,
      BanDescription: reason,
      ...this.entry.about(group, operator.userID),
    }
    for (const userID of memberIDs) groupDelivery.notice(userID, group, notice)
    if (memberIDs.length === 0) return
    groupDelivery.tip(group, { ...tip, MemberNum: domain.groups.memberCount(groupID) })
  }

  /** Takes out who has gone without a word; who only lost the connection goes on polling. */
  private sweep(group: Group): void {
    const { domain, groupDelivery } = this.context
    for (const { userID } of domain.groups.members(group.id)) {
      if (groupDelivery.live.isLost(group.id, userID)) this.entry.leave(group, [userID])
    }
  }
}
