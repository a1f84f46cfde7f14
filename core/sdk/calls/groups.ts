import type { GroupAccess, GroupRole, Member } from '../../store/groups'
import type { CallContext } from '../book'
import { amount, list, record, text } from '../read'
import type { SdkReply } from '../reply'

export interface GroupInstance {
  getGroupProfile?(options: { groupID: string }): Promise<SdkReply<{ group: object }>>
  getGroupMemberList?(options: {
    groupID: string
    count: number
    offset: number | string
  }): Promise<SdkReply<{ memberList: object[]; offset?: number | string }>>
}

export interface MemberPage {
  members: Member[]
  /** Where the next page starts; nothing after the last one. */
  next?: number | string
}

export interface GroupCalls {
  /** SDK: `getGroupProfile`. `undefined` when this build of the SDK has no groups. */
  groupAccess(groupID: string): Promise<GroupAccess | undefined>
  /** SDK: `getGroupMemberList`, at most 100 members. @param from what the page before gave as `next`, 0 at first */
  groupMembers(groupID: string, from: number | string): Promise<MemberPage>
}

const PAGE = 100

const ROLES: ReadonlyMap<unknown, GroupRole> = new Map([
  ['Owner', 'owner'],
  ['Admin', 'admin'],
])

function member(source: unknown): Member {
  const { userID, nameCard, nick, avatar, role } = record(source)
  return {
    userID: text(userID),
    name: text(nameCard) || text(nick) || text(userID),
    avatar: text(avatar),
    role: ROLES.get(role) ?? 'member',
  }
}

export function groupCalls({ instance }: CallContext<GroupInstance>): GroupCalls {
  return {
    async groupAccess(groupID) {
      const reply = await instance.getGroupProfile?.({ groupID })
      if (!reply) return undefined
      const group = record(record(reply.data).group)
      const { role, muteUntil } = record(group.selfInfo)
      return {
        standing: 'in',
        role: ROLES.get(role) ?? 'member',
        mutedUntil: amount(muteUntil),
        mutedAll: group.muteAllMembers === true,
      }
    },

    async groupMembers(groupID, from) {
      const reply = await instance.getGroupMemberList?.({ groupID, count: PAGE, offset: from })
      const data = record(reply?.data)
      const members = list(data.memberList, PAGE)
        .map(member)
        .filter(({ userID }) => userID)
      const { offset } = data
      // 0 and an empty text say that this was the last page; a page without members must not be asked for again.
      const more =
        members.length > 0 && offset !== from && (typeof offset === 'number' || typeof offset === 'string')
      return more && offset ? { members, next: offset } : { members }
    },
  }
}
