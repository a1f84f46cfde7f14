import type { ServerContext } from '../../context'
import { ProfileTag } from '../../domain/accounts'
import { GroupType, type Group } from '../../domain/groups'
import { readCount, readStrings, type JsonObject } from '../../json'
import type { Service } from '../../router'
import { requireSearch } from './plan'
import { matches, pageOf, readKeywords, readPage, refuseSearch, type Keywords } from './search-query'

const MATCH_ALL = 1

function readRequired(body: JsonObject): Keywords {
  const keywords = readKeywords(body, 'Keywords', readCount(body, 'KeywordMatchType', 0) === MATCH_ALL)
  if (keywords.words.length === 0) refuseSearch('Keywords must not be empty')
  return keywords
}

/** SDK: `searchCloudUsers`, `searchCloudGroups`, `searchCloudGroupMembers`: by ID and name. */
export function peopleSearch(context: ServerContext): Service {
  const { accounts, groups } = context.domain

  /** Birthday and gender as the profile has them. */
  function fits(userID: string, body: JsonObject): boolean {
    const field = (tag: string): unknown => accounts.profile(userID).find(([name]) => name === tag)?.[1]
    const from = readCount(body, 'UserBirthStart', 0)
    const to = readCount(body, 'UserBirthEnd', 0) || Infinity
    if (from > 0 || to < Infinity) {
      const birthday = Number(field(ProfileTag.BIRTHDAY) ?? 0)
      if (birthday < from || birthday > to) return false
    }
    const gender = body.UserGenderType
    return gender === undefined || gender === field(ProfileTag.GENDER)
  }

  function userToWire(userID: string): JsonObject {
    const items = accounts
      .profile(userID)
      .map(([Tag, value]) =>
        typeof value === 'number' ? { Tag, IntValue: value } : { Tag, StrValue: value },
      )
    return { UserID: userID, ProfileItems: items }
  }

  /** What everybody may know of a group. */
  const groupToWire = (group: Group): JsonObject => ({
    GroupID: group.id,
    GroupName: group.name,
    GroupType: group.type,
    GroupFaceUrl: group.avatar,
    GroupIntroduction: group.introduction,
    GroupOwnerUserID: group.owner,
    GroupMemberNum: groups.memberCount(group.id),
    GroupAddOption: group.joinOption,
  })

  function memberToWire(group: Group, userID: string): JsonObject {
    return {
      GroupID: group.id,
      GroupName: group.name,
      GroupType: group.type,
      GroupFaceUrl: group.avatar,
      GroupMemberUserID: userID,
      GroupMemberUserName: accounts.nick(userID),
      GroupMemberNameCard: groups.member(group.id, userID)?.nameCard ?? '',
      GroupMemberAvatar: accounts.avatar(userID),
    }
  }

  const ofTypes = (body: JsonObject): ((group: Group) => boolean) => {
    const types = readStrings(body, 'GroupType', [])
    return ({ type }) => type !== GroupType.LIVE && (types.length === 0 || types.includes(type))
  }

  return {
    commands: {
      'user_search.query': (_caller, body) => {
        requireSearch(context)
        const keywords = readRequired(body)
        const found = accounts
          .all()
          .filter((userID) => matches(keywords, [userID, accounts.nick(userID)]) && fits(userID, body))
        const { page, reply } = pageOf(found, readPage(body), (userID) => userID)
        return { ...reply, Users: page.map(userToWire) }
      },

      // A Work group is for its members only: others do not find it.
      'group_search.query': ({ userID }, body) => {
        requireSearch(context)
        const keywords = readRequired(body)
        const found = groups
          .all()
          .filter(ofTypes(body))
          .filter(({ id, type }) => type !== GroupType.WORK || groups.member(id, userID))
          .filter(({ id, name }) => matches(keywords, [id, name]))
        const { page, reply } = pageOf(found, readPage(body), ({ id }) => id)
        return { ...reply, Groups: page.map(groupToWire) }
      },

      // In the groups that the user is in; others in the list are passed over.
      'group_member_search.query': ({ userID }, body) => {
        requireSearch(context)
        const keywords = readRequired(body)
        const wanted = readStrings(body, 'GroupIdList', [])
        const found = groups
          .groupsOf(userID)
          .filter(ofTypes(body))
          .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
          .flatMap((group) => groups.members(group.id).map((member) => ({ group, member })))
          .filter(({ member }) =>
            matches(keywords, [member.userID, accounts.nick(member.userID), member.nameCard]),
          )
        const { page, reply } = pageOf(found, readPage(body), ({ group, member }) =>
          JSON.stringify([group.id, member.userID]),
        )
        return { ...reply, GroupMembers: page.map(({ group, member }) => memberToWire(group, member.userID)) }
      },
    },
  }
}
