import type { Storage, Table } from '../storage'

/** The users of one reaction to one message, in the order of reacting. Never empty. */
export interface Reaction {
  readonly reactionID: string
  readonly userIDs: readonly string[]
}

/** Who has reacted how to which message. Messages are named as in `message-key.ts`. */
export class Reactions {
  /** (message, reaction) → users */
  private readonly users: Table<readonly string[]>

  constructor(storage: Storage) {
    this.users = storage.table('reactions')
  }

  /** In the order in which the reactions first came. */
  of(messageKey: string): Reaction[] {
    return this.users.rows(messageKey).map(([reactionID, userIDs]) => ({ reactionID, userIDs }))
  }

  usersOf(messageKey: string, reactionID: string): readonly string[] {
    return this.users.get(messageKey, reactionID) ?? []
  }

  /** @returns whether that was news */
  add(messageKey: string, reactionID: string, userID: string): boolean {
    const userIDs = this.usersOf(messageKey, reactionID)
    if (userIDs.includes(userID)) return false
    this.users.set(messageKey, reactionID, [...userIDs, userID])
    return true
  }

  /** @returns whether the user had reacted so */
  remove(messageKey: string, reactionID: string, userID: string): boolean {
    const userIDs = this.usersOf(messageKey, reactionID)
    const left = userIDs.filter((other) => other !== userID)
    if (left.length === userIDs.length) return false
    if (left.length > 0) this.users.set(messageKey, reactionID, left)
    else this.users.delete(messageKey, reactionID)
    return true
  }
}
