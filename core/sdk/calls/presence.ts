import type { Presence } from '../../store/faces'
import type { CallContext } from '../book'
import { list, record, text } from '../read'
import type { SdkReply } from '../reply'

export interface PresenceInstance {
  getUserStatus?(options: { userIDList: string[] }): Promise<SdkReply<unknown>>
  subscribeUserStatus?(options: { userIDList: string[] }): Promise<SdkReply<unknown>>
  unsubscribeUserStatus?(options: { userIDList: string[] }): Promise<SdkReply<unknown>>
}

export interface PresenceCalls {
  /** SDK: `getUserStatus`, at most 500 users. Those that are not known are left out. */
  presence(userIDs: readonly string[]): Promise<Presence>
  /** Asks to be told of changes. SDK: `subscribeUserStatus`, at most 100 users. */
  subscribePresence(userIDs: readonly string[]): Promise<void>
  /** SDK: `unsubscribeUserStatus`, at most 100 users. */
  unsubscribePresence(userIDs: readonly string[]): Promise<void>
}

/** The SDK's `USER_STATUS_ONLINE`. */
const ONLINE = 1
const MAX_USERS = 500

/** A list of the SDK's `{ userID, statusType }`, also as its event brings it. */
export function mapPresence(source: unknown): Presence {
  const presence: Record<string, boolean> = {}
  for (const item of list(source, MAX_USERS)) {
    const { userID, statusType } = record(item)
    if (text(userID)) presence[text(userID)] = statusType === ONLINE
  }
  return presence
}

export function presenceCalls({ instance }: CallContext<PresenceInstance>): PresenceCalls {
  return {
    async presence(userIDs) {
      const reply = await instance.getUserStatus?.({ userIDList: [...userIDs] })
      return mapPresence(record(reply?.data).successUserList)
    },

    async subscribePresence(userIDs) {
      await instance.subscribeUserStatus?.({ userIDList: [...userIDs] })
    },

    async unsubscribePresence(userIDs) {
      // Without anybody the SDK ends all of them.
      if (userIDs.length) await instance.unsubscribeUserStatus?.({ userIDList: [...userIDs] })
    },
  }
}
