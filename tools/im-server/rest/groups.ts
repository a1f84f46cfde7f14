import { GroupType } from '../domain/groups'
import { ErrorCode } from '../errors'
import { readCount, readID, readString, readStrings, type JsonObject } from '../json'
import { Limits } from '../limits'
import { requireGroup } from '../services/groups/access'
import { COMMUNITIES, GROUPS } from '../services/groups/commands'
import { administrator, GroupOperations } from '../services/groups/operations'
import { readUserIDs } from '../services/groups/operations/fields'
import { groupToWire, memberToWire } from '../services/groups/wire'
import type { RestCommand, RestCommands, RestContext } from './command'
import { nowInSeconds } from '../clock'

/** The same commands for groups and for communities. */
export function forBothServices(commands: Record<string, RestCommand>): RestCommands {
  const named = (service: string): [string, RestCommand][] =>
    Object.entries(commands).map(([name, command]) => [`${service}/${name}`, command])
  return Object.fromEntries([...named(GROUPS), ...named(COMMUNITIES)])
}

/** Groups and their members, with the rights of the administrator of the app. */
export function groupCommands(context: RestContext): RestCommands {
  const { domain, sessions } = context
  const { groups } = domain
  const operations = new GroupOperations(context)

  function membersToWire(groupID: string, roles: string[] = []): JsonObject[] {
    return groups
      .members(groupID)
      .filter(({ role }) => roles.length === 0 || roles.includes(role))
      .map((member) => memberToWire(member, sessions.online(member.userID).length > 0))
  }

  function info(groupID: string): JsonObject {
    const group = groups.get(groupID)
    if (!group) return { GroupId: groupID, ErrorCode: ErrorCode.GROUP_NOT_FOUND, ErrorInfo: 'no such group' }
    return { ErrorCode: 0, ErrorInfo: '', ...groupToWire(domain, group), MemberList: membersToWire(groupID) }
  }

  function page<T>(list: T[], body: JsonObject, limit: number): T[] {
    const offset = readCount(body, 'Offset', 0)
    return list.slice(offset, offset + Math.min(readCount(body, 'Limit', limit), limit))
  }

  return forBothServices({
    create_group: (body, by) => {
      const { group, overLimit } = operations.creation.create(administrator(by), body)
      return {
        GroupId: group.id,
        Type: group.type,
        HugeGroupFlag: Number(group.type === GroupType.LIVE),
        ...(overLimit.length > 0 ? { OverJoinedGroupLimit_Account: overLimit } : {}),
      }
    },

    destroy_group: (body, by) => operations.life.dismiss(administrator(by), readID(body, 'GroupId')),

    modify_group_base_info: (body, by) => {
      // The REST API spells this one as tips do.
      const changes = { ShutUpAllMember: body.MuteAllMember, ...body }
      operations.life.change(administrator(by), readID(body, 'GroupId'), changes)
    },

    change_group_owner: (body, by) =>
      operations.life.transfer(administrator(by), readID(body, 'GroupId'), readID(body, 'NewOwner_Account')),

    get_group_info: (body) => ({
      GroupInfo: readStrings(body, 'GroupIdList').slice(0, Limits.groupLookups).map(info),
    }),

    get_group_member_info: (body) => {
      const { id } = requireGroup(domain, readID(body, 'GroupId'))
      const members = membersToWire(id, readStrings(body, 'MemberRoleFilter', []))
      return { MemberNum: groups.memberCount(id), MemberList: page(members, body, Limits.memberPage) }
    },

    get_appid_group_list: () => ({
      TotalCount: groups.all().length,
      GroupIdList: groups.all().map(({ id }) => ({ GroupId: id })),
      Next: 0, // all of them at once
    }),

    get_joined_group_list: (body) => {
      const type = readString(body, 'GroupType', '')
      const userID = readID(body, 'Member_Account')
      const joined = groups.groupsOf(userID).filter((group) => type === '' || group.type === type)
      return {
        TotalCount: joined.length,
        GroupIdList: page(joined, body, Limits.groupPage).map((group) =>
          groupToWire(domain, group, groups.member(group.id, userID)),
        ),
      }
    },

    add_group_member: (body, by) => {
      const userIDs = readUserIDs(body, 'MemberList')
      const results = operations.joining.add(administrator(by), readID(body, 'GroupId'), userIDs)
      return { MemberList: results.map(([Member_Account, Result]) => ({ Member_Account, Result })) }
    },

    delete_group_member: (body, by) => {
      const userIDs = readUserIDs(body, 'MemberToDel_Account')
      const reason = readString(body, 'Reason', '')
      operations.members.remove(administrator(by), readID(body, 'GroupId'), userIDs, reason)
    },

    modify_group_member_info: (body, by) => {
      const changes = { ShutUpTime: body.MuteTime, ...body }
      const userID = readID(body, 'Member_Account')
      operations.members.change(administrator(by), readID(body, 'GroupId'), userID, changes)
    },

    forbid_send_msg: (body, by) => {
      // `ShutUpTime` in older versions of the API.
      const ShutUpTime = readCount(body, body.MuteTime === undefined ? 'ShutUpTime' : 'MuteTime')
      const groupID = readID(body, 'GroupId')
      for (const userID of readUserIDs(body, 'Members_Account')) {
        operations.members.change(administrator(by), groupID, userID, { ShutUpTime })
      }
    },

    get_group_muted_account: (body) => {
      const { id } = requireGroup(domain, readID(body, 'GroupId'))
      const muted = groups.members(id).filter(({ mutedUntil }) => mutedUntil > nowInSeconds())
      return {
        GroupId: id,
        MutedAccountList: muted.map(({ userID, mutedUntil }) => ({
          Member_Account: userID,
          MutedUntil: mutedUntil,
        })),
      }
    },

    send_group_system_notification: (body, by) =>
      operations.notify(
        administrator(by),
        readID(body, 'GroupId'),
        readID(body, 'Content'),
        readStrings(body, 'ToMembers_Account', []),
      ),
  })
}
