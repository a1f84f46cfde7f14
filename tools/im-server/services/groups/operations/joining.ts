import { ApplicationType } from '../../../domain/group-applications'
import { InviteOption, isManager, JoinOption, rulesOf } from '../../../domain/group-rules'
import type { Group } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { isReachable } from '../../users/access'
import { requireGroup, requireMember } from '../access'
import { alreadyMember, type GroupApplying } from './applying'
import { JoinType, type GroupEntry, type OperationContext } from './entry'
import { denied, roleIn, type Operator } from './operator'

/** `Result` for each user that is to be added. */
export const AddResult = { FAILED: 0, ADDED: 1, ALREADY_IN: 2, PENDING: 3, TOO_MANY_GROUPS: 4 } as const
export type AddResult = (typeof AddResult)[keyof typeof AddResult]

/** Coming into groups: SDK `joinGroup`, `addGroupMember`. */
export class GroupJoining {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
    private readonly applying: GroupApplying,
  ) {}

  /**
   * Not for live rooms: see `LiveRoomOperations`.
   * @returns whether the user is in; if not, the managers have to agree
   * @throws ImError 10007, 10010, 10013, 10014, 10037
   */
  apply(userID: string, groupID: string, text: string): boolean {
    const { domain } = this.context
    const group = requireGroup(domain, groupID)
    if (domain.groups.member(groupID, userID)) throw alreadyMember(userID)
    if (group.joinOption === JoinOption.NOBODY)
      throw denied('nobody can join this group without being invited')
    this.entry.requirePlace(group, userID)
    if (group.joinOption === JoinOption.FREE) {
      this.entry.admit(group, [userID], userID, JoinType.APPLIED)
      return true
    }
    this.applying.ask(group, ApplicationType.JOIN, userID, userID, text)
    return false
  }

  /**
   * @returns what became of each of the users, in the order given
   * @throws ImError 10007, 10010, 10014 if not all of them have room
   */
  add(
    operator: Operator,
    groupID: string,
    userIDs: readonly string[],
  ): [userID: string, result: AddResult][] {
    const { domain } = this.context
    const group = requireGroup(domain, groupID)
    this.requireInvitation(operator, group)
    const results = userIDs.map((userID): [string, AddResult] => [
      userID,
      this.judge(operator, group, userID),
    ])
    const idsOf = (wanted: AddResult): string[] =>
      results.filter(([, result]) => result === wanted).map(([userID]) => userID)
    const added = idsOf(AddResult.ADDED)
    if (domain.groups.memberCount(groupID) + added.length > group.maxMembers) {
      throw new ImError(ErrorCode.GROUP_FULL, `the group ${groupID} has no room for them`)
    }
    this.entry.admit(group, added, operator.userID, JoinType.INVITED)
    const type = this.needsApproval(operator, group) ? ApplicationType.INVITATION : ApplicationType.INVITEE
    for (const userID of idsOf(AddResult.PENDING)) this.applying.ask(group, type, operator.userID, userID, '')
    return results
  }

  private requireInvitation(operator: Operator, group: Group): void {
    if (!rulesOf(group).hasInvitations) throw denied('a live room is joined, nobody is invited')
    if (operator.isAdministrator) return
    requireMember(this.context.domain, group.id, operator.userID)
    if (group.inviteOption === InviteOption.NOBODY) throw denied('nobody is invited to this group')
  }

  /** Managers need nobody's approval. */
  private needsApproval(operator: Operator, group: Group): boolean {
    if (operator.isAdministrator || group.inviteOption !== InviteOption.APPROVAL) return false
    const role = roleIn(this.context.domain, group, operator.userID)
    return role === undefined || !isManager({ role })
  }

  private judge(operator: Operator, group: Group, userID: string): AddResult {
    const { domain, policy } = this.context
    if (domain.groups.member(group.id, userID)) return AddResult.ALREADY_IN
    if (!isReachable(this.context, userID)) return AddResult.FAILED
    if (!operator.isAdministrator && domain.relations.hasBlocked(userID, operator.userID))
      return AddResult.FAILED
    if (!this.entry.mayJoinMore(userID)) return AddResult.TOO_MANY_GROUPS
    if (this.needsApproval(operator, group)) return AddResult.PENDING
    return policy.inviteConsent && !operator.isAdministrator ? AddResult.PENDING : AddResult.ADDED
  }
}
