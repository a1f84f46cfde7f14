import type { Added, Member } from '../../store/groups'
import type { CallContext } from '../book'
import { roleOf } from '../map-contacts'
import { optionalCalls } from '../optional-call'
import { amount, list, record, text } from '../read'
import type { SdkReply } from '../reply'
import type { ReceiptInstance } from './receipts'

type Call<Options> = (options: Options) => Promise<SdkReply<unknown>>
interface OfMember {
  groupID: string
  userID: string
}
interface OfMembers {
  groupID: string
  userIDList: string[]
}

/** `@tencentcloud/lite-chat` has none of them but the list. */
export interface MemberInstance extends Pick<ReceiptInstance, 'getGroupMemberProfile'> {
  getGroupMemberList?: Call<{ groupID: string; count: number; offset: number | string; role?: string }>
  addGroupMember?: Call<OfMembers>
  deleteGroupMember?: Call<OfMembers & { reason?: string; duration?: number }>
  setGroupMemberRole?: Call<OfMember & { role: never }>
  setGroupMemberMuteTime?: Call<OfMember & { muteTime: number }>
  markGroupMemberList?: Call<OfMembers & { markType: number; enableMark: boolean }>
}

export interface MemberPage {
  members: Member[]
  /** Where the next page starts; nothing after the last one. */
  next?: number | string
}

export interface MemberCalls {
  /** SDK: `getGroupMemberList`, at most 100 members. @param from what the page before gave as `next`, 0 at first */
  groupMembers(groupID: string, from: number | string): Promise<MemberPage>
  /** The administrators, wherever in the list they stand. SDK: `getGroupMemberList` by role. */
  groupAdmins(groupID: string): Promise<Member[]>
  /** Those of them who are in the group, at most 50. SDK: `getGroupMemberProfile`. */
  membersOf(groupID: string, userIDs: readonly string[]): Promise<Member[]>
  /** SDK: `addGroupMember`. */
  addMembers(groupID: string, userIDs: readonly string[]): Promise<Added>
  /** SDK: `deleteGroupMember`. @param seconds live rooms only: for how long they stay out */
  removeMembers(groupID: string, userIDs: readonly string[], seconds: number): Promise<void>
  /** SDK: `setGroupMemberRole`. */
  setAdmin(groupID: string, userID: string, admin: boolean): Promise<void>
  /** SDK: `setGroupMemberMuteTime`. @param seconds 0 lets them speak again */
  muteMember(groupID: string, userID: string, seconds: number): Promise<void>
  /** Live rooms only. SDK: `markGroupMemberList`. @param mark 1000 or more; the host says what it means */
  markMembers(groupID: string, userIDs: readonly string[], mark: number, on: boolean): Promise<void>
}

const PAGE = 100
/** Owner and administrators are far fewer. */
const PROFILES = 50
/** The SDK takes no more at a time. */
const MOST_ADDED = 500

function member(source: unknown): Member {
  const { userID, nameCard, nick, avatar, role, muteUntil, isOnline } = record(source)
  return {
    userID: text(userID),
    name: text(nameCard) || text(nick) || text(userID),
    avatar: text(avatar),
    role: roleOf(role),
    mutedUntil: amount(muteUntil),
    ...(isOnline === true && { online: true }),
    ...(text(nameCard) && { nick: text(nick) }),
  }
}

const members = (source: unknown): Member[] =>
  list(source, PAGE)
    .map(member)
    .filter(({ userID }) => userID)

export function memberCalls({ instance }: CallContext<MemberInstance>): MemberCalls {
  const call = optionalCalls(instance)
  return {
    async groupMembers(groupID, from) {
      const data = record(await call('getGroupMemberList', { groupID, count: PAGE, offset: from }))
      const page = members(data.memberList)
      const { offset } = data
      // 0 and an empty text say that this was the last page; a page without members must not be asked for again.
      const more =
        page.length > 0 && offset !== from && (typeof offset === 'number' || typeof offset === 'string')
      return more && offset ? { members: page, next: offset } : { members: page }
    },

    async groupAdmins(groupID) {
      const data = await call('getGroupMemberList', { groupID, count: PAGE, offset: 0, role: 'Admin' })
      return members(record(data).memberList).filter(({ role }) => role === 'admin')
    },

    async membersOf(groupID, userIDs) {
      const userIDList = userIDs.slice(0, PROFILES)
      return members(record(await call('getGroupMemberProfile', { groupID, userIDList })).memberList)
    },

    async addMembers(groupID, userIDs) {
      const userIDList = userIDs.slice(0, MOST_ADDED)
      // The SDK writes into what it is given.
      const data = record(await call('addGroupMember', { groupID, userIDList: [...userIDList] }))
      const told = (source: unknown): string[] => list(source, MOST_ADDED).map(text).filter(Boolean)
      const groups = {
        added: told(data.successUserIDList),
        already: told(data.existedUserIDList),
        failed: told(data.failureUserIDList),
        full: told(data.overLimitUserIDList),
      }
      const known = new Set([...groups.added, ...groups.already, ...groups.failed, ...groups.full])
      // Whoever is not spoken of waits for somebody's consent.
      return { ...groups, waiting: userIDList.filter((userID) => !known.has(userID)) }
    },

    async removeMembers(groupID, userIDs, seconds) {
      const userIDList = [...userIDs]
      await call('deleteGroupMember', { groupID, userIDList, ...(seconds && { duration: seconds }) })
    },

    async setAdmin(groupID, userID, admin) {
      const role = (admin ? 'Admin' : 'Member') as never
      await call('setGroupMemberRole', { groupID, userID, role })
    },

    async muteMember(groupID, userID, seconds) {
      await call('setGroupMemberMuteTime', { groupID, userID, muteTime: seconds })
    },

    async markMembers(groupID, userIDs, mark, on) {
      const userIDList = [...userIDs]
      await call('markGroupMemberList', { groupID, userIDList, markType: mark, enableMark: on })
    },
  }
}
