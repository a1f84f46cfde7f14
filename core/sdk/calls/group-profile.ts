import type { GroupAccess } from '../../store/groups'
import type { GroupChange, GroupProfile } from '../../store/group-profiles'
import type { CallContext } from '../book'
import { inviteName, joinName, mapGroupProfile } from '../map-contacts'
import { optionalCalls } from '../optional-call'
import { amount, record } from '../read'
import type { SdkReply } from '../reply'

type Call<Options> = (options: Options) => Promise<SdkReply<unknown>>

/** `@tencentcloud/lite-chat` has some of them. */
export interface GroupInstance {
  getGroupProfile?: Call<{ groupID: string }>
  updateGroupProfile?: Call<{ groupID: string } & Record<string, unknown>>
  setGroupMemberNameCard?: Call<{ groupID: string; userID?: string; nameCard: string }>
  changeGroupOwner?: Call<{ groupID: string; newOwnerID: string }>
  quitGroup?: Call<string>
  dismissGroup?: Call<string>
}

export interface GroupCalls {
  /** SDK: `getGroupProfile`. `undefined` when this build of the SDK has no groups. */
  groupProfile(groupID: string): Promise<{ access: GroupAccess; profile: GroupProfile } | undefined>
  /** SDK: `updateGroupProfile`. */
  updateGroup(groupID: string, change: GroupChange): Promise<void>
  /** The name of the user, or of a member, in a group. SDK: `setGroupMemberNameCard`. */
  setNameCard(groupID: string, nameCard: string, userID?: string): Promise<void>
  /** SDK: `changeGroupOwner`. */
  changeOwner(groupID: string, userID: string): Promise<void>
  /** SDK: `quitGroup`, which also takes the conversation out of the list. */
  quitGroup(groupID: string): Promise<void>
  /** SDK: `dismissGroup`, likewise. */
  dismissGroup(groupID: string): Promise<void>
}

export function groupCalls({ instance }: CallContext<GroupInstance>): GroupCalls {
  const call = optionalCalls(instance)
  return {
    async groupProfile(groupID) {
      if (!instance.getGroupProfile) return undefined
      const { group } = record(await call('getGroupProfile', { groupID }))
      const profile = mapGroupProfile(group, groupID)
      return {
        access: {
          standing: 'in',
          role: profile.role,
          mutedUntil: amount(record(record(group).selfInfo).muteUntil),
          mutedAll: profile.muteAll,
        },
        profile,
      }
    },

    async updateGroup(groupID, { join, invite, muteAll, ...texts }) {
      await call('updateGroupProfile', {
        groupID,
        ...texts,
        ...(join && { joinOption: joinName(join) }),
        ...(invite && { inviteOption: inviteName(invite) }),
        ...(muteAll !== undefined && { muteAllMembers: muteAll }),
      })
    },

    async setNameCard(groupID, nameCard, userID) {
      await call('setGroupMemberNameCard', { groupID, nameCard, ...(userID && { userID }) })
    },

    async changeOwner(groupID, newOwnerID) {
      await call('changeGroupOwner', { groupID, newOwnerID })
    },

    async quitGroup(groupID) {
      await call('quitGroup', groupID)
    },

    async dismissGroup(groupID) {
      await call('dismissGroup', groupID)
    },
  }
}
