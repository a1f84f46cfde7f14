import type { Application, Friend, FriendGroup } from '../../store/contacts'
import type { CallContext } from '../book'
import { mapApplications, mapFriendGroups, mapFriends, mapUserIDs } from '../map-contacts'
import { optionalCalls } from '../optional-call'
import { list, number, record, text } from '../read'
import type { SdkReply } from '../reply'

type Call<Options = void> = (options: Options) => Promise<SdkReply<unknown>>
interface Listed {
  userIDList: string[]
}
interface Sorted extends Listed {
  name: string
}

/** Some builds of `@tencentcloud/lite-chat` have none of them. */
export interface ContactInstance {
  getFriendList?: Call
  addFriend?: Call<{
    to: string
    source: string
    type: never
    wording?: string
    remark?: string
    groupName?: string
  }>
  deleteFriend?: Call<Listed & { type: never }>
  updateFriend?: Call<{ userID: string; remark: string }>
  getFriendApplicationList?: Call
  acceptFriendApplication?: Call<{ userID: string; remark?: string; type: never }>
  refuseFriendApplication?: Call<{ userID: string }>
  deleteFriendApplication?: Call<{ userID: string; type: never }>
  setFriendApplicationRead?: Call
  getBlacklist?: Call
  addToBlacklist?: Call<Listed>
  removeFromBlacklist?: Call<Listed>
  getFriendGroupList?: Call
  createFriendGroup?: Call<Sorted>
  deleteFriendGroup?: Call<{ name: string }>
  renameFriendGroup?: Call<{ oldName: string; newName: string }>
  addToFriendGroup?: Call<Sorted>
  removeFromFriendGroup?: Call<Sorted>
}

export interface ContactCalls {
  /** SDK: `getFriendList`. What the SDK has; later changes come by event. */
  friends(): Promise<Friend[]>
  /**
   * SDK: `addFriend`, in both directions.
   * @returns `waits` when the other one has to agree first
   */
  addFriend(userID: string, options: { wording: string; remark: string }): Promise<'added' | 'waits'>
  /** SDK: `deleteFriend`, in both directions. */
  deleteFriend(userID: string): Promise<void>
  /** SDK: `updateFriend`. */
  setRemark(userID: string, remark: string): Promise<void>
  /** SDK: `getFriendApplicationList`. */
  applications(): Promise<{ applications: Application[]; unread: number }>
  /** SDK: `acceptFriendApplication`, in both directions, or `refuseFriendApplication`. */
  answerApplication(userID: string, accepted: boolean): Promise<void>
  /** SDK: `deleteFriendApplication`. */
  deleteApplication(userID: string, incoming: boolean): Promise<void>
  /** SDK: `setFriendApplicationRead`. */
  readApplications(): Promise<void>
  /** SDK: `getBlacklist`. @returns user IDs */
  blocked(): Promise<string[]>
  /** SDK: `addToBlacklist`, or `removeFromBlacklist`. */
  block(userID: string, blocked: boolean): Promise<void>
  /** SDK: `getFriendGroupList`. */
  friendGroups(): Promise<FriendGroup[]>
  /** SDK: `createFriendGroup`. */
  createFriendGroup(name: string, userIDs: readonly string[]): Promise<void>
  /** SDK: `deleteFriendGroup`. */
  deleteFriendGroup(name: string): Promise<void>
  /** SDK: `renameFriendGroup`. */
  renameFriendGroup(name: string, newName: string): Promise<void>
  /** SDK: `addToFriendGroup`, or `removeFromFriendGroup`. */
  sortFriends(name: string, userIDs: readonly string[], isIn: boolean): Promise<void>
}

/** The name of the source has at most eight letters; it says where the two have met. */
const SOURCE = 'AddSource_Type_MiniApp'
/** What `addFriend` answers when the other one has to agree. */
const WAITS = 30539

/** Some calls succeed as a whole and fail for each: one failure is a failure. */
function throwFailure(data: unknown): void {
  const { failureUserIDList } = record(data)
  const [first] = list(failureUserIDList, 1).map(record)
  if (first)
    throw Object.assign(new Error(text(first.message) || text(first.userID)), { code: number(first.code) })
}

export function contactCalls({ instance }: CallContext<ContactInstance>): ContactCalls {
  const call = optionalCalls(instance)

  return {
    friends: async () => mapFriends(await call('getFriendList')),

    async addFriend(to, { wording, remark }) {
      const type = 'Add_Type_Both' as never
      const data = await call('addFriend', {
        to,
        source: SOURCE,
        type,
        ...(wording && { wording }),
        ...(remark && { remark }),
      })
      return record(data).code === WAITS ? 'waits' : 'added'
    },

    async deleteFriend(userID) {
      throwFailure(await call('deleteFriend', { userIDList: [userID], type: 'Delete_Type_Both' as never }))
    },

    async setRemark(userID, remark) {
      await call('updateFriend', { userID, remark })
    },

    applications: async () => mapApplications(await call('getFriendApplicationList')),

    async answerApplication(userID, accepted) {
      if (accepted) {
        await call('acceptFriendApplication', { userID, type: 'Response_Action_AgreeAndAdd' as never })
      } else await call('refuseFriendApplication', { userID })
    },

    async deleteApplication(userID, incoming) {
      const type = (incoming ? 'Pendency_Type_ComeIn' : 'Pendency_Type_SendOut') as never
      await call('deleteFriendApplication', { userID, type })
    },

    async readApplications() {
      await call('setFriendApplicationRead')
    },

    blocked: async () => mapUserIDs(await call('getBlacklist')),

    async block(userID, blocked) {
      await call(blocked ? 'addToBlacklist' : 'removeFromBlacklist', { userIDList: [userID] })
    },

    friendGroups: async () => mapFriendGroups(await call('getFriendGroupList')),

    async createFriendGroup(name, userIDs) {
      throwFailure(await call('createFriendGroup', { name, userIDList: [...userIDs] }))
    },

    async deleteFriendGroup(name) {
      await call('deleteFriendGroup', { name })
    },

    async renameFriendGroup(oldName, newName) {
      await call('renameFriendGroup', { oldName, newName })
    },

    async sortFriends(name, userIDs, isIn) {
      const options = { name, userIDList: [...userIDs] }
      throwFailure(await call(isIn ? 'addToFriendGroup' : 'removeFromFriendGroup', options))
    },
  }
}
