import type { JsonObject } from '../../json'
import type { Push, PushOptions } from '../../push'

/** `PushType` of a change in the relations, where it matters. */
export const RelationPush = { APPLICATION: 3, APPLICATIONS_READ: 7 } as const

/**
 * Tells a user of a change in the own relations. Also for the user who made it: the SDK changes its lists of
 * friends, applications and blocked users by these events alone.
 */
export function pushRelations(push: Push, userID: string, change: JsonObject, options?: PushOptions): void {
  push.toUser(userID, { Event: 8, FriendListMod: [change] }, options)
}
