import type { Storage, Table } from '../storage'

export interface ConversationGroup {
  /** Unique among the groups of its owner. */
  readonly id: number
  readonly name: string
}

/** How each user has sorted the own conversations into groups. */
export class ConversationGroups {
  /** (owner, name) → id */
  private readonly ids: Table<number>
  /** The newest id of each user: an id is never used again. */
  private readonly lastIDs: Table<number>
  /** (owner, conversation ID) → ids */
  private readonly memberships: Table<readonly number[]>

  constructor(storage: Storage) {
    this.ids = storage.table('conversation-groups')
    this.lastIDs = storage.table('conversation-group-ids')
    this.memberships = storage.table('conversation-group-members')
  }

  find(owner: string, name: string): ConversationGroup | undefined {
    const id = this.ids.get(owner, name)
    return id === undefined ? undefined : { id, name }
  }

  list(owner: string): ConversationGroup[] {
    return this.ids.rows(owner).map(([name, id]) => ({ id, name }))
  }

  create(owner: string, name: string): ConversationGroup {
    const id = (this.lastIDs.get('all', owner) ?? 0) + 1
    this.lastIDs.set('all', owner, id)
    this.ids.set(owner, name, id)
    return { id, name }
  }

  rename(owner: string, { id, name }: ConversationGroup, newName: string): void {
    this.ids.delete(owner, name)
    this.ids.set(owner, newName, id)
  }

  remove(owner: string, { id, name }: ConversationGroup): void {
    this.ids.delete(owner, name)
    for (const [conversationID] of this.memberships.rows(owner)) this.take(owner, conversationID, id)
  }

  /** The ids of the groups that a conversation is in. */
  of(owner: string, conversationID: string): readonly number[] {
    return this.memberships.get(owner, conversationID) ?? []
  }

  /** All conversations that are in a group. */
  members(owner: string): string[] {
    return this.memberships.rows(owner).map(([conversationID]) => conversationID)
  }

  put(owner: string, conversationID: string, id: number): void {
    const ids = this.of(owner, conversationID)
    if (!ids.includes(id)) this.memberships.set(owner, conversationID, [...ids, id])
  }

  take(owner: string, conversationID: string, id: number): void {
    const ids = this.of(owner, conversationID).filter((other) => other !== id)
    if (ids.length > 0) this.memberships.set(owner, conversationID, ids)
    else this.memberships.delete(owner, conversationID)
  }
}
