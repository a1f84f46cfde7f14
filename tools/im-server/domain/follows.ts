import type { Storage, Table } from '../storage'

/** How a user stands to another one, as on the wire (`FollowType`). */
export const FollowType = { NONE: 0, FOLLOWER: 1, FOLLOWING: 2, MUTUAL: 3 } as const
export type FollowType = (typeof FollowType)[keyof typeof FollowType]

/** Who follows whom. */
export class Follows {
  /** (follower, followed) → seconds */
  private readonly following: Table<number>
  /** (followed, follower) → seconds: the same the other way round. */
  private readonly followers: Table<number>

  constructor(storage: Storage) {
    this.following = storage.table('following')
    this.followers = storage.table('followers')
  }

  follow(follower: string, followed: string, time: number): void {
    this.following.set(follower, followed, time)
    this.followers.set(followed, follower, time)
  }

  unfollow(follower: string, followed: string): void {
    this.following.delete(follower, followed)
    this.followers.delete(followed, follower)
  }

  follows(follower: string, followed: string): boolean {
    return this.following.get(follower, followed) !== undefined
  }

  /** What `other` is to `userID`. */
  typeOf(userID: string, other: string): FollowType {
    const following = this.follows(userID, other)
    if (this.follows(other, userID)) return following ? FollowType.MUTUAL : FollowType.FOLLOWER
    return following ? FollowType.FOLLOWING : FollowType.NONE
  }

  /** The users of one kind and since when (seconds), latest first. */
  list(userID: string, type: FollowType): [userID: string, time: number][] {
    if (type === FollowType.FOLLOWER) return this.followers.rows(userID).reverse()
    const following = this.following.rows(userID).reverse()
    if (type === FollowType.FOLLOWING) return following
    return following.filter(([other]) => this.follows(other, userID))
  }
}
