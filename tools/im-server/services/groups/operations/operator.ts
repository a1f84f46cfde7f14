import type { Domain } from '../../../domain'
import { isAllowed, rankOf } from '../../../domain/group-rules'
import { Role, type Group, type Member } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import type { Caller } from '../../../router'

/** Who does something to a group. */
export interface Operator {
  readonly userID: string
  /** The instance that knows already what was done, as it asked for it; empty: none. */
  readonly instanceID: string
  /** The administrator of the app may do everything, in every group and without being in it. */
  readonly isAdministrator: boolean
}

/** A user through the SDK. */
export function operatorOf({ userID, connection }: Caller): Operator {
  return { userID, instanceID: connection.instanceID, isAdministrator: false }
}

/** The host's back end. */
export function administrator(userID: string): Operator {
  return { userID, instanceID: '', isAdministrator: true }
}

export function denied(reason: string): ImError {
  return new ImError(ErrorCode.GROUP_PERMISSION_DENIED, reason)
}

/** The owner of a live room has the role also while outside. */
export function roleIn({ groups }: Domain, group: Group, userID: string): Role | undefined {
  return group.owner === userID ? Role.OWNER : groups.member(group.id, userID)?.role
}

/** @throws ImError 10007 unless the operator's role in the group is enough */
export function requireRole(
  domain: Domain,
  group: Group,
  operator: Operator,
  permission: Role | undefined,
): void {
  if (operator.isAdministrator) return
  const role = roleIn(domain, group, operator.userID)
  if (role === undefined) throw denied(`${operator.userID} is not in the group ${group.id}`)
  if (!isAllowed(role, permission))
    throw denied('the role in the group is not enough, or its type forbids it')
}

/** @throws ImError 10007 unless the operator ranks above the member */
export function requireAbove(domain: Domain, group: Group, operator: Operator, member: Member): void {
  if (operator.isAdministrator) return
  const role = roleIn(domain, group, operator.userID)
  if (!role || rankOf(role) <= rankOf(member.role)) throw denied(`${member.userID} does not rank lower`)
}
