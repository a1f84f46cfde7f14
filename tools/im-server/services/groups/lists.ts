import { rulesOf } from '../../domain/group-rules'
import { GroupType, type Group } from '../../domain/groups'
import { ErrorCode } from '../../errors'
import { readCount, readID, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Handler, Service } from '../../router'
import { requireMember } from './access'
import { COMMUNITIES, commandsOf, GROUPS, sharedCommands, type GroupContext } from './commands'
import { groupToWire, isCommunity, memberToWire, selfInfoToWire } from './wire'

/** SDK: `getGroupList`, `getJoinedCommunityList`, `getGroupProfile`, `searchGroupByID`, `getGroupOnlineMemberCount`. */
export function groupLists({ domain, sessions }: GroupContext): Service {
  const { groups } = domain

  const joinedList =
    (belongs: (group: Group, body: JsonObject) => boolean): Handler =>
    ({ userID }, body) => {
      const limit = Math.min(readCount(body, 'Limit', Limits.groupPage), Limits.groupPage)
      const offset = readCount(body, 'Offset', 0)
      const joined = groups.groupsOf(userID).filter((group) => belongs(group, body))
      return {
        TotalCount: joined.length,
        GroupIdList: joined.slice(offset, offset + limit).map((group) => ({
          ...groupToWire(domain, group, groups.member(group.id, userID)),
          MuteAllMember: group.allMuted ? 'On' : 'Off', // of this list the client reads no `ShutUpAllMember`
        })),
      }
    }

  function withoutGroup(groupID: string, ErrorCode: number, ErrorInfo: string): JsonObject {
    return { GroupId: groupID, ErrorCode, ErrorInfo }
  }

  function ownView(userID: string, groupID: string): JsonObject {
    const group = groups.get(groupID)
    if (!group) return withoutGroup(groupID, ErrorCode.GROUP_NOT_FOUND, 'the group does not exist')
    const member = groups.member(groupID, userID)
    if (member) {
      const self = { ...memberToWire(member, true), ...selfInfoToWire(member) }
      return { ...groupToWire(domain, group, member), MemberList: [self] }
    }
    // The client has to know that it is a live room to tell its user to join first.
    if (group.type === GroupType.LIVE) return { ...publicView(userID, groupID), MemberList: [] }
    return withoutGroup(groupID, ErrorCode.GROUP_PERMISSION_DENIED, `${userID} is not in the group`)
  }

  /** SDK: `searchGroupByID`, which does not find Work groups. */
  function publicView(userID: string, groupID: string): JsonObject {
    const group = groups.get(groupID)
    if (group?.type === GroupType.WORK && !groups.member(groupID, userID)) {
      return withoutGroup(groupID, ErrorCode.GROUP_PERMISSION_DENIED, 'Work groups are not public')
    }
    if (group) return groupToWire(domain, { ...group, custom: {} })
    return withoutGroup(groupID, ErrorCode.GROUP_NOT_FOUND, 'the group does not exist')
  }

  const askedFor = (body: JsonObject): string[] =>
    readStrings(body, 'GroupIdList').slice(0, Limits.groupLookups)

  return {
    commands: {
      ...commandsOf(GROUPS, {
        get_joined_group_list: joinedList((group) => rulesOf(group).isListed && !isCommunity(group)),
      }),
      ...commandsOf(COMMUNITIES, {
        get_joined_group_list: joinedList(
          (group, body) =>
            isCommunity(group) && group.supportTopic === (readCount(body, 'SupportTopic', 0) === 1),
        ),
      }),
      ...sharedCommands({
        get_group_self_member_info: ({ userID }, body) => ({
          GroupInfo: askedFor(body).map((groupID) => ownView(userID, groupID)),
        }),

        get_group_public_info: ({ userID }, body) => ({
          GroupInfo: askedFor(body).map((groupID) => publicView(userID, groupID)),
        }),

        get_online_member_num: ({ userID }, body) => {
          const { group } = requireMember(domain, readID(body, 'GroupId'), userID)
          const members = groups.members(group.id)
          return {
            OnlineMemberNum: members.filter((member) => sessions.online(member.userID).length > 0).length,
          }
        },
      }),
    },
  }
}
