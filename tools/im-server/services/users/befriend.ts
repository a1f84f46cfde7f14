import type { Domain } from '../../domain'
import type { Friend } from '../../domain/relations'
import { ErrorCode, ImError } from '../../errors'
import type { JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Push } from '../../push'
import { pushRelations } from './relation-push'
import { nowInSeconds } from '../../clock'

/** What one user notes down of the other who becomes a friend. */
export type FriendNotes = Partial<Pick<Friend, 'source' | 'remark' | 'groups'>>

/** Who comes into whose friend list. */
export interface NewFriend {
  readonly owner: string
  readonly friend: string
  readonly notes: FriendNotes
}

/**
 * Between users of whom one has blocked the other there can be no friendship.
 * @throws ImError 30515, 30525
 */
export function requireUnblocked({ relations }: Domain, userID: string, peer: string): void {
  if (relations.hasBlocked(userID, peer)) {
    throw new ImError(ErrorCode.PEER_ON_OWN_BLACKLIST, `${peer} is on the own blacklist`)
  }
  if (relations.hasBlocked(peer, userID)) {
    throw new ImError(ErrorCode.ON_PEER_BLACKLIST, `you are on the blacklist of ${peer}`)
  }
}

/** @throws ImError 30010, 30011, 30014 */
export function requireRoom({ relations }: Domain, userID: string, newFriends: NewFriend[]): void {
  for (const { owner, notes } of newFriends) {
    if (relations.friendCount(owner) >= Limits.friends) {
      const code = owner === userID ? ErrorCode.FRIENDS_FULL : ErrorCode.PEER_FRIENDS_FULL
      throw new ImError(code, `${owner} has ${Limits.friends} friends`)
    }
    const newGroups = (notes.groups ?? []).filter((name) => !relations.hasGroup(owner, name))
    if (relations.groupCount(owner) + newGroups.length > Limits.friendGroups) {
      throw new ImError(ErrorCode.FRIEND_GROUPS_FULL, `more than ${Limits.friendGroups} friend groups`)
    }
  }
}

/** Writes the friend lists, settles applications between the two, and tells both of it. */
export function befriend({ relations, applications }: Domain, push: Push, newFriends: NewFriend[]): void {
  const changes = new Map<string, JsonObject>()
  const note = (userID: string, change: JsonObject): void =>
    void changes.set(userID, { ...changes.get(userID), ...change })

  for (const { owner, friend, notes } of newFriends) {
    if (relations.friend(owner, friend)) continue
    const fresh = { addedAt: nowInSeconds(), source: '', remark: '', groups: [], custom: {}, ...notes }
    relations.putFriend(owner, friend, fresh)
    note(owner, { FriendAdd_Account: [friend] })
  }
  for (const { owner, friend } of newFriends) {
    if (!applications.remove(owner, friend) && !applications.remove(friend, owner)) continue
    note(owner, { FrienPencydDel_Account: [friend] })
    note(friend, { FrienPencydDel_Account: [owner] })
  }
  for (const [userID, change] of changes) pushRelations(push, userID, change)
}

/** Ends a friendship on the sides where it exists, and tells those. */
export function unfriend({ relations }: Domain, push: Push, sides: [owner: string, friend: string][]): void {
  for (const [owner, friend] of sides) {
    // The SDK breaks down on the news that somebody is gone who was no friend.
    if (relations.removeFriend(owner, friend)) pushRelations(push, owner, { FriendDel_Account: [friend] })
  }
}
