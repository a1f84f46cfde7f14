import type { Member } from '../../domain/groups'
import { readCount, readID, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireMember } from './access'
import { sharedCommands, type GroupContext } from './commands'
import { operatorOf } from './operations'
import { readUserIDs } from './operations/fields'
import { memberToWire } from './wire'

/** SDK: `getGroupMemberList`, `getGroupMemberProfile`, `addGroupMember`, `deleteGroupMember`, `setGroupMember…`, `quitGroup`. */
export function groupMembers({ domain, sessions, operations }: GroupContext): Service {
  const { groups } = domain
  const toWire = (member: Member): JsonObject =>
    memberToWire(member, sessions.online(member.userID).length > 0)

  /** Groups count with a number, communities with a string that goes there and back. */
  function position(body: JsonObject): number {
    if (body.Next === undefined) return readCount(body, 'Offset', 0)
    const next = Number(readString(body, 'Next'))
    return Number.isSafeInteger(next) && next > 0 ? next : 0
  }

  return {
    commands: sharedCommands({
      get_group_member_info: ({ userID }, body) => {
        const { group } = requireMember(domain, readID(body, 'GroupId'), userID)
        const roles = readStrings(body, 'MemberRoleFilter', [])
        const limit = Math.min(readCount(body, 'Limit', Limits.memberPage), Limits.memberPage)
        const members = groups
          .members(group.id)
          .filter(({ role }) => roles.length === 0 || roles.includes(role))
        const from = position(body)
        const end = from + limit
        return {
          MemberNum: groups.memberCount(group.id),
          MemberList: members.slice(from, end).map(toWire),
          ...(body.Next === undefined ? {} : { Next: end < members.length ? String(end) : '' }),
        }
      },

      get_specified_group_member_info: ({ userID }, body) => {
        const { group } = requireMember(domain, readID(body, 'GroupId'), userID)
        const wanted = readStrings(body, 'Member_List_Account').slice(0, Limits.memberLookups)
        return { MemberList: wanted.flatMap((id) => groups.member(group.id, id) ?? []).map(toWire) }
      },

      add_group_member: (caller, body) => {
        const userIDs = readUserIDs(body, 'MemberList')
        const results = operations.joining.add(operatorOf(caller), readID(body, 'GroupId'), userIDs)
        return { MemberList: results.map(([Member_Account, Result]) => ({ Member_Account, Result })) }
      },

      delete_group_member: (caller, body) => {
        const userIDs = readUserIDs(body, 'MemberToDel_Account')
        const reason = readString(body, 'Reason', '')
        operations.members.remove(operatorOf(caller), readID(body, 'GroupId'), userIDs, reason)
      },

      modify_group_member_info: (caller, body) =>
        operations.members.change(
          operatorOf(caller),
          readID(body, 'GroupId'),
          readID(body, 'Member_Account'),
          body,
        ),

      quit_group: (caller, body) => operations.members.quit(operatorOf(caller), readID(body, 'GroupId')),
    }),
  }
}
