import { rulesOf } from '../../../domain/group-rules'
import { Role } from '../../../domain/groups'
import type { JsonObject } from '../../../json'
import { requireGroup } from '../access'
import { ReportType } from '../delivery'
import { customChange, optionChanges, textChanges } from './changes'
import { TipType, type GroupEntry, type OperationContext } from './entry'
import { invalid } from './fields'
import { denied, requireRole, type Operator } from './operator'

/** Groups as a whole: SDK `dismissGroup`, `updateGroupProfile`, `changeGroupOwner`. */
export class GroupLife {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /** @throws ImError 10010, 10007 */
  dismiss(operator: Operator, groupID: string): void {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    requireRole(domain, group, operator, rulesOf(group).mayDismiss)
    const members = domain.groups.members(groupID).map(({ userID }) => userID)
    const notice = {
      ReportType: ReportType.DISMISSED,
      Operator_Account: operator.userID,
      ...this.entry.about(group, operator.userID),
    }
    for (const userID of members) {
      groupDelivery.notice(userID, group, notice, { exceptInstance: operator.instanceID })
    }
    this.entry.leave(group, members)
    for (const topic of domain.topics.ofGroup(groupID)) this.entry.removeTopic(topic)
    domain.groups.remove(groupID)
    domain.groupApplications.clear(groupID)
    domain.groupAttributes.clear(groupID)
    domain.groupCounters.clear(groupID)
    this.entry.clearMessages(groupID)
    groupDelivery.live.forget(groupID)
  }

  /**
   * Changes what the body names, and says what is new.
   * @param body as `modify_group_base_info` has it
   * @throws ImError 10004, 10007, 10010
   */
  change(operator: Operator, groupID: string, body: JsonObject): void {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    const rules = rulesOf(group)
    requireRole(domain, group, operator, rules.mayEdit)
    // Who may come in and who may speak is not for every member of a Work group to say.
    const concernsRights = body.InviteJoinOption !== undefined || body.ApplyJoinOption !== undefined
    if (concernsRights) requireRole(domain, group, operator, Role.ADMIN)
    if (body.ShutUpAllMember !== undefined) requireRole(domain, group, operator, rules.mayMute)

    const texts = textChanges(group, body)
    const options = optionChanges(group, body)
    const custom = customChange(group, body)
    const fields = { ...texts.fields, ...options.fields, ...custom.fields }
    const news = { ...texts.news, ...options.news, ...custom.news }
    if (Object.keys(fields).length === 0) return
    const changed = domain.groups.change(groupID, fields)
    groupDelivery.tip(changed, {
      ...this.entry.tipBody(changed, TipType.GROUP_CHANGED, operator.userID, []),
      MsgGroupNewInfo: news,
    })
  }

  /** @throws ImError 10007, 10010, 10004 for a new owner who is not in the group */
  transfer(operator: Operator, groupID: string, newOwner: string): void {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    const rules = rulesOf(group)
    if (!rules.mayTransfer) throw denied('such a group stays with its owner')
    requireRole(domain, group, operator, rules.mayTransfer)
    if (!domain.groups.member(groupID, newOwner)) throw invalid(`${newOwner} is not in the group`)
    if (group.owner === newOwner) return
    if (group.owner) domain.groups.changeMember(groupID, group.owner, { role: Role.MEMBER })
    domain.groups.changeMember(groupID, newOwner, { role: Role.OWNER, mutedUntil: 0 })
    const changed = domain.groups.change(groupID, { owner: newOwner })
    groupDelivery.tip(changed, {
      ...this.entry.tipBody(changed, TipType.GROUP_CHANGED, operator.userID, [newOwner]),
      MsgGroupNewInfo: { Owner_Account: newOwner },
    })
  }
}
