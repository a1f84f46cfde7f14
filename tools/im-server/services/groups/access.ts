import type { Domain } from '../../domain'
import { Role, type Group, type Member } from '../../domain/groups'
import { ErrorCode, ImError } from '../../errors'

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

/**
 * For sending messages.
 * @throws ImError as {@link requireMember}, or 10017 while the member or everybody is muted
 */
export function requireSpeaker(
  domain: Domain,
  groupID: string,
  userID: string,
): { group: Group; member: Member } {
  const { group, member } = requireMember(domain, groupID, userID)
  const mutedAlone = member.mutedUntil > Date.now() / 1000
  if (mutedAlone || (group.allMuted && member.role === Role.MEMBER)) {
    throw new ImError(ErrorCode.GROUP_MUTED, mutedAlone ? `${userID} is muted` : 'everybody is muted')
  }
  return { group, member }
}
