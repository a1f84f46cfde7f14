import { rulesOf } from '../../../domain/group-rules'
import { Remind, Role, type Group, type Member } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { readCount, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { findChat, requireGroup } from '../access'
import { ReportType } from '../delivery'
import { TipType, type GroupEntry, type OperationContext } from './entry'
import { boundedText, invalid, mergeCustom, oneOf } from './fields'
import { denied, requireAbove, requireRole, type Operator } from './operator'
import { nowInSeconds } from '../../../clock'

/** What `modify_group_member_info` can change of a member. */
const MEMBER_ROLES = { admin: Role.ADMIN, member: Role.MEMBER } as const

/** Members and what they are allowed: SDK `deleteGroupMember`, `quitGroup`, `setGroupMember…`. */
export class GroupMembers {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /**
   * Who is not in the group is passed over.
   * @throws ImError 10010, 10007: then everybody stays
   */
  remove(operator: Operator, groupID: string, userIDs: readonly string[], reason: string): void {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    requireRole(domain, group, operator, rulesOf(group).mayKick)
    const removed = userIDs.flatMap((userID) => domain.groups.member(groupID, userID) ?? [])
    for (const member of removed) {
      requireAbove(domain, group, operator, member)
      if (member.role === Role.OWNER) throw denied('the owner stays')
    }
    if (removed.length === 0) return
    const removedIDs = removed.map(({ userID }) => userID)
    const body = this.entry.tipBody(group, TipType.KICKED, operator.userID, removedIDs)
    this.entry.leave(group, removedIDs)
    groupDelivery.tip(group, {
      ...body,
      MemberNum: domain.groups.memberCount(groupID),
      // Either both or none: the client writes the reason into the second.
      MsgMemberInfo: removedIDs.map((userID) => ({ User_Account: userID })),
      MemberExtraInfo: { Reason: reason },
    })
    for (const userID of removedIDs) {
      groupDelivery.notice(userID, group, {
        ReportType: ReportType.KICKED,
        Operator_Account: operator.userID,
        RemarkInfo: reason,
        ...this.entry.about(group, operator.userID),
      })
    }
  }

  /** @throws ImError 10010, 10007 for who is not in the group, 10009 */
  quit(operator: Operator, groupID: string): void {
    const { domain, groupDelivery } = this.context
    const { userID } = operator
    const group = requireGroup(domain, groupID)
    const member = domain.groups.member(groupID, userID)
    if (!member) throw denied(`${userID} is not in the group ${groupID}`)
    const isLeavingOwner = group.owner === userID && rulesOf(group).isListed
    if (isLeavingOwner && !rulesOf(group).ownerMayQuit) {
      throw new ImError(ErrorCode.GROUP_OWNER_CANNOT_QUIT, 'the owner of such a group cannot quit')
    }
    const body = this.entry.tipBody(group, TipType.QUIT, userID, [userID])
    this.entry.leave(group, [userID])
    const left = isLeavingOwner ? domain.groups.change(groupID, { owner: '' }) : group
    groupDelivery.tip(left, { ...body, MemberNum: domain.groups.memberCount(groupID) })
    const notice = { ReportType: ReportType.QUIT, Operator_Account: userID }
    groupDelivery.notice(userID, left, notice, { exceptInstance: operator.instanceID })
  }

  /**
   * @param body as `modify_group_member_info` has it
   * @throws ImError 10004, 10007, 10010, 10019: then nothing is changed
   */
  change(operator: Operator, groupID: string, userID: string, body: JsonObject): void {
    const { domain } = this.context
    const group = requireGroup(domain, groupID)
    if (!operator.isAdministrator) requireRole(domain, group, operator, Role.MEMBER)
    const member = domain.groups.member(groupID, userID)
    if (!member) throw new ImError(ErrorCode.GROUP_ACCOUNT_NOT_FOUND, `${userID} is not in the group`)
    // All of them are checked before the first is done.
    const changes = [
      body.Role !== undefined && this.changeRole(operator, group, member, body),
      body.ShutUpTime !== undefined && this.changeMute(operator, group, member, body),
      (body.NameCard !== undefined || body.AppMemberDefinedData !== undefined) &&
        this.changeCard(operator, group, member, body),
      body.MsgFlag !== undefined && this.changeRemind(operator, group, member, body),
    ]
    for (const change of changes) if (change) change()
  }

  private changeRole(operator: Operator, group: Group, member: Member, body: JsonObject): () => void {
    const { domain, groupDelivery } = this.context
    const role = oneOf(body, 'Role', MEMBER_ROLES)
    const { admins } = rulesOf(group)
    if (admins === 0) throw denied('there are no administrators in such a group')
    requireRole(domain, group, operator, Role.OWNER)
    if (member.role === Role.OWNER) throw denied('the owner stays the owner')
    const count = domain.groups.members(group.id).filter((other) => other.role === Role.ADMIN).length
    const isNew = role !== member.role
    if (isNew && role === Role.ADMIN && count >= admins) throw invalid(`at most ${admins} administrators`)
    return () => {
      if (!isNew) return
      domain.groups.changeMember(group.id, member.userID, { role })
      const given = role === Role.ADMIN
      const type = given ? TipType.ADMIN_GIVEN : TipType.ADMIN_TAKEN
      groupDelivery.tip(group, this.entry.tipBody(group, type, operator.userID, [member.userID]))
      groupDelivery.notice(member.userID, group, {
        ReportType: given ? ReportType.ADMIN_GIVEN : ReportType.ADMIN_TAKEN,
        Operator_Account: operator.userID,
        ...this.entry.about(group, operator.userID),
      })
    }
  }

  /** `ShutUpTime` says for how many seconds; 0 lets speak again. */
  private changeMute(operator: Operator, group: Group, member: Member, body: JsonObject): () => void {
    const { domain, groupDelivery } = this.context
    const seconds = readCount(body, 'ShutUpTime')
    requireRole(domain, group, operator, rulesOf(group).mayMute)
    requireAbove(domain, group, operator, member)
    return () => {
      const mutedUntil = seconds === 0 ? 0 : nowInSeconds() + seconds
      domain.groups.changeMember(group.id, member.userID, { mutedUntil })
      groupDelivery.tip(group, {
        ...this.entry.tipBody(group, TipType.MEMBER_CHANGED, operator.userID, [member.userID]),
        MsgMemberInfo: [{ User_Account: member.userID, ShutupTime: seconds }],
      })
    }
  }

  /** One's own, or that of a lower rank. No tip: others see it with the next message. */
  private changeCard(operator: Operator, group: Group, member: Member, body: JsonObject): () => void {
    const { domain } = this.context
    if (!rulesOf(group).isListed) throw denied('there are no name cards in a live room')
    if (member.userID !== operator.userID) {
      requireRole(domain, group, operator, Role.ADMIN)
      requireAbove(domain, group, operator, member)
    }
    const nameCard =
      body.NameCard === undefined ? member.nameCard : boundedText(body, 'NameCard', Limits.nameCardBytes)
    const custom = mergeCustom(member.custom, body, 'AppMemberDefinedData', Limits.memberCustomFields)
    return () => void domain.groups.changeMember(group.id, member.userID, { nameCard, custom })
  }

  /** What a member wants to hear of new messages, in the group or in one topic; told to its other instances. */
  private changeRemind(operator: Operator, group: Group, member: Member, body: JsonObject): () => void {
    const { domain, groupDelivery } = this.context
    const remind = oneOf(body, 'MsgFlag', Remind)
    if (member.userID !== operator.userID && !operator.isAdministrator)
      throw denied('that is for each to say')
    const topicID = typeof body.TopicId === 'string' ? body.TopicId : ''
    const chat = findChat(domain, group.id, topicID, member.userID)
    return () => {
      domain.groupReading.change(chat.chatID, member.userID, { remind })
      const notice = {
        ReportType: ReportType.REMIND_CHANGED,
        Operator_Account: member.userID,
        MsgFlag: remind,
      }
      const options = { exceptInstance: operator.instanceID, topic: chat.topic }
      groupDelivery.notice(member.userID, group, notice, options)
    }
  }
}
