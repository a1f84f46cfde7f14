import type { Storage, Table } from '../storage'

/** A friend as the owner of the list has noted it down. */
export interface Friend {
  /** Seconds. */
  readonly addedAt: number
  /** Where the friendship comes from, as the application said: `AddSource_Type_…`. */
  readonly source: string
  readonly remark: string
  /** Names of friend groups of the owner. */
  readonly groups: readonly string[]
  /** Custom fields, by tag. */
  readonly custom: Readonly<Record<string, string>>
}

export interface FriendGroup {
  readonly name: string
  readonly members: readonly string[]
}

/** Who has whom in the friend list, and who has blocked whom. Both are one-sided. */
export class Relations {
  /** (owner, friend) */
  private readonly friendRows: Table<Friend>
  /** (friend, owner): the same the other way round. */
  private readonly owners: Table<true>
  /** (owner, name of a friend group) */
  private readonly groupRows: Table<true>
  /** (owner, blocked user) → seconds */
  private readonly blockedRows: Table<number>

  constructor(storage: Storage) {
    this.friendRows = storage.table('friends')
    this.owners = storage.table('friend-owners')
    this.groupRows = storage.table('friend-groups')
    this.blockedRows = storage.table('blacklist')
  }

  friend(owner: string, userID: string): Friend | undefined {
    return this.friendRows.get(owner, userID)
  }

  /** In the order in which they were added. */
  friends(owner: string): [userID: string, friend: Friend][] {
    return this.friendRows.rows(owner)
  }

  friendCount(owner: string): number {
    return this.friendRows.rows(owner).length
  }

  /** Who has the user in the friend list. */
  ownersOf(userID: string): string[] {
    return this.owners.rows(userID).map(([owner]) => owner)
  }

  /** Groups that do not exist yet are created. */
  putFriend(owner: string, userID: string, friend: Friend): void {
    for (const name of friend.groups) this.addGroup(owner, name)
    this.friendRows.set(owner, userID, friend)
    this.owners.set(userID, owner, true)
  }

  /** @throws RangeError for who is no friend: look first */
  changeFriend(owner: string, userID: string, change: Partial<Friend>): Friend {
    const friend = this.friend(owner, userID)
    if (!friend) throw new RangeError(`${userID} is no friend of ${owner}`)
    const changed = { ...friend, ...change }
    this.friendRows.set(owner, userID, changed)
    return changed
  }

  /** From the owner's list only. @returns whether there was something to remove */
  removeFriend(owner: string, userID: string): boolean {
    if (!this.friend(owner, userID)) return false
    this.friendRows.delete(owner, userID)
    this.owners.delete(userID, owner)
    return true
  }

  remark(owner: string, userID: string): string {
    return this.friend(owner, userID)?.remark ?? ''
  }

  hasGroup(owner: string, name: string): boolean {
    return this.groupRows.get(owner, name) !== undefined
  }

  groups(owner: string): FriendGroup[] {
    const friends = this.friends(owner)
    return this.groupRows.rows(owner).map(([name]) => ({
      name,
      members: friends.filter(([, { groups }]) => groups.includes(name)).map(([userID]) => userID),
    }))
  }

  groupCount(owner: string): number {
    return this.groupRows.rows(owner).length
  }

  addGroup(owner: string, name: string): void {
    if (!this.hasGroup(owner, name)) this.groupRows.set(owner, name, true)
  }

  /** @returns the friends that were in it, with their new state */
  removeGroup(owner: string, name: string): [userID: string, friend: Friend][] {
    const changed = this.regroup(owner, name, (groups) => groups.filter((group) => group !== name))
    this.groupRows.delete(owner, name)
    return changed
  }

  /** @returns the friends that are in it, with their new state */
  renameGroup(owner: string, name: string, newName: string): [userID: string, friend: Friend][] {
    this.groupRows.delete(owner, name)
    this.addGroup(owner, newName)
    return this.regroup(owner, name, (groups) => groups.map((group) => (group === name ? newName : group)))
  }

  block(owner: string, userID: string, time: number): void {
    this.blockedRows.set(owner, userID, time)
  }

  unblock(owner: string, userID: string): void {
    this.blockedRows.delete(owner, userID)
  }

  hasBlocked(owner: string, userID: string): boolean {
    return this.blockedRows.get(owner, userID) !== undefined
  }

  /** In the order in which they were blocked. */
  blacklist(owner: string): [userID: string, time: number][] {
    return this.blockedRows.rows(owner)
  }

  private regroup(
    owner: string,
    name: string,
    change: (groups: readonly string[]) => string[],
  ): [string, Friend][] {
    return this.friends(owner)
      .filter(([, { groups }]) => groups.includes(name))
      .map(([userID, { groups }]) => [userID, this.changeFriend(owner, userID, { groups: change(groups) })])
  }
}
