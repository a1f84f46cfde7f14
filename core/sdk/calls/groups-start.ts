import type { GroupInfo, GroupType, JoinOption } from '../../store/contacts'
import type { GroupProfile } from '../../store/group-profiles'
import type { CallContext } from '../book'
import { groupTypeName, joinName, mapGroup, mapGroups } from '../map-contacts'
import { optionalCalls } from '../optional-call'
import { record, text } from '../read'
import type { SdkReply } from '../reply'

export interface GroupStartInstance {
  getGroupList?(): Promise<SdkReply<unknown>>
  createGroup?(options: {
    name: string
    type: never
    groupID?: string
    avatar?: string
    joinOption?: never
    memberList?: { userID: string }[]
  }): Promise<SdkReply<unknown>>
  joinGroup?(options: { groupID: string; type?: never; applyMessage?: string }): Promise<SdkReply<unknown>>
  searchGroupByID?(groupID: string): Promise<SdkReply<unknown>>
}

export interface NewGroup {
  readonly name: string
  readonly type: GroupType
  /** Empty: the server chooses one. */
  readonly groupID: string
  /** An address; empty when there is none. */
  readonly avatar: string
  /** Only where the type leaves a choice. */
  readonly join?: JoinOption
  readonly userIDs: readonly string[]
}

export interface GroupStartCalls {
  /** SDK: `getGroupList`. */
  groups(): Promise<GroupProfile[]>
  /** SDK: `createGroup`. @returns its ID */
  createGroup(group: NewGroup): Promise<string>
  /** SDK: `searchGroupByID`; groups that take nobody in are refused. */
  findGroup(groupID: string): Promise<GroupInfo | undefined>
  /** SDK: `joinGroup`. @returns `waits` when somebody has to agree first */
  joinGroup(group: GroupInfo, wording: string): Promise<'joined' | 'waits'>
}

export function groupStartCalls({ instance }: CallContext<GroupStartInstance>): GroupStartCalls {
  const call = optionalCalls(instance)

  return {
    groups: async () => mapGroups(await call('getGroupList')),

    async createGroup({ name, type, groupID, avatar, join, userIDs }) {
      const data = await call('createGroup', {
        name,
        type: groupTypeName(type) as never,
        ...(groupID && { groupID }),
        ...(avatar && { avatar }),
        ...(join && { joinOption: joinName(join) as never }),
        ...(userIDs.length && { memberList: userIDs.map((userID) => ({ userID })) }),
      })
      return text(record(record(data).group).groupID) || groupID
    },

    findGroup: async (groupID) => mapGroup(record(await call('searchGroupByID', groupID)).group),

    async joinGroup({ groupID, type }, wording) {
      const data = await call('joinGroup', {
        groupID,
        type: groupTypeName(type) as never,
        ...(wording && { applyMessage: wording }),
      })
      // Also `JoinedSuccess`, and `AlreadyInGroup`.
      return record(data).status === 'WaitAdminApproval' ? 'waits' : 'joined'
    },
  }
}
