import { InviteOption, JoinOption, rulesOf } from '../../../domain/group-rules'
import { GroupType, Role, type Group, type Member } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { readCount, readID, readObjects, readString, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import { requireReachable } from '../../users/access'
import { ReportType } from '../delivery'
import { textChanges } from './changes'
import type { GroupEntry, OperationContext } from './entry'
import { boundedText, checkGroupID, invalid, mergeCustom, newGroupID, oneOf, readUserIDs } from './fields'
import { denied, type Operator } from './operator'
import { nowInSeconds } from '../../../clock'

/** New groups: SDK `createGroup`. */
export class GroupCreation {
  constructor(
    private readonly context: OperationContext,
    private readonly entry: GroupEntry,
  ) {}

  /**
   * @param body as `create_group` has it
   * @returns the group, and who could not be taken in as that user is in too many groups
   * @throws ImError 10004, 10005, 10007, 10015, 10019, 10021, 10025, 10037
   */
  create(operator: Operator, body: JsonObject): { group: Group; overLimit: string[] } {
    const { domain, groupDelivery } = this.context
    const group = this.draft(operator, body)
    const others = this.readFirstMembers(group, operator, body)
    if (group.owner && rulesOf(group).isListed) this.entry.requirePlace(group, group.owner)

    domain.groups.put(group)
    if (group.type === GroupType.LIVE) return { group, overLimit: [] } // its owner joins it like everybody
    if (group.owner) {
      this.entry.place(group, group.owner, Role.OWNER)
      const body = { ReportType: ReportType.CREATED, Operator_Account: group.owner }
      groupDelivery.notice(group.owner, group, { ...body, ...this.entry.about(group, group.owner) })
    }
    const overLimit = others.filter(({ userID }) => !this.entry.mayJoinMore(userID))
    const taken = others.filter((member) => !overLimit.includes(member))
    for (const { userID, role, custom } of taken) this.entry.place(group, userID, role, custom)
    const told = taken.map(({ userID }) => userID)
    // Who has not asked for the group does not look for it when it is created.
    if (operator.isAdministrator && group.owner) told.unshift(group.owner)
    this.entry.tellInvited(group, told, group.owner || operator.userID)
    return { group, overLimit: overLimit.map(({ userID }) => userID) }
  }

  private draft(operator: Operator, body: JsonObject): Group {
    const type = oneOf(body, 'Type', GroupType)
    const rules = rulesOf({ type })
    const isCommunity = type === GroupType.COMMUNITY
    const owner = readString(body, 'Owner_Account', operator.isAdministrator ? '' : operator.userID)
    if (!operator.isAdministrator && owner !== operator.userID) throw denied('a group is created for oneself')
    this.requireAccounts(owner ? [owner] : [])
    const id = readString(body, 'GroupId', '') || newGroupID(isCommunity)
    if (body.GroupId) this.requireFreeID(id, isCommunity, owner)
    const name = boundedText(body, 'Name', Limits.groupNameBytes)
    if (!name) throw invalid('a group needs a name')
    const now = nowInSeconds()
    const maxMembers = readCount(body, 'MaxMemberCount', rules.members)
    const { fields: texts } = textChanges(undefined, { ...body, Name: name })
    return {
      name,
      avatar: '',
      introduction: '',
      notification: '',
      ...texts,
      id,
      type,
      owner,
      createdAt: now,
      joinOption: rules.joinOptionIsFree
        ? oneOf(body, 'ApplyJoinOption', JoinOption, rules.joinOption)
        : rules.joinOption,
      inviteOption: rules.hasInvitations
        ? oneOf(body, 'InviteJoinOption', InviteOption, rules.inviteOption)
        : rules.inviteOption,
      allMuted: false,
      maxMembers: Math.min(Math.max(1, maxMembers), rules.mostMembers),
      custom: mergeCustom({}, body, 'AppDefinedData', Limits.groupCustomFields),
      supportTopic: isCommunity && readCount(body, 'SupportTopic', 0) === 1,
      startSeq: this.context.domain.groupMessages.end(id),
      infoSeq: 1,
      infoTime: now,
    }
  }

  private requireFreeID(id: string, isCommunity: boolean, owner: string): void {
    checkGroupID(id, isCommunity)
    const taken = this.context.domain.groups.get(id)
    if (!taken) return
    const own = taken.owner !== '' && taken.owner === owner
    const code = own ? ErrorCode.GROUP_ID_OWN : ErrorCode.GROUP_ID_TAKEN
    throw new ImError(code, `there is a group ${id} already`)
  }

  private readFirstMembers(
    group: Group,
    operator: Operator,
    body: JsonObject,
  ): Pick<Member, 'userID' | 'role' | 'custom'>[] {
    const rules = rulesOf(group)
    const userIDs = readUserIDs(body, 'MemberList').filter((userID) => userID !== group.owner)
    if (userIDs.length === 0) return []
    if (!rules.hasInvitations) throw denied('a live room starts empty')
    this.requireAccounts(userIDs)
    if (userIDs.length + 1 > group.maxMembers) {
      throw new ImError(ErrorCode.GROUP_MEMBER_LIMIT, `at most ${group.maxMembers} members`)
    }
    const items = new Map(
      readObjects(body, 'MemberList').map((item) => [readID(item, 'Member_Account'), item]),
    )
    const admins = [...items.values()].filter((item) => item.Role === Role.ADMIN)
    if (admins.length > rules.admins) throw invalid(`at most ${rules.admins} administrators`)
    return userIDs
      .filter((userID) => operator.isAdministrator || !this.isBlocked(operator.userID, userID))
      .map((userID) => {
        const item = items.get(userID) ?? {}
        const custom = mergeCustom({}, item, 'AppMemberDefinedData', Limits.memberCustomFields)
        return { userID, role: item.Role === Role.ADMIN ? Role.ADMIN : Role.MEMBER, custom }
      })
  }

  /** Whoever has blacklisted somebody is not brought into a group by that user. */
  private isBlocked(inviter: string, userID: string): boolean {
    return this.context.domain.relations.hasBlocked(userID, inviter)
  }

  private requireAccounts(userIDs: readonly string[]): void {
    for (const userID of userIDs) {
      requireReachable(this.context, userID, ErrorCode.GROUP_ACCOUNT_NOT_FOUND)
    }
  }
}
