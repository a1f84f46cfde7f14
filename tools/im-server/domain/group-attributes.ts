import type { Storage, Table } from '../storage'

export interface GroupAttribute {
  readonly key: string
  readonly value: string
  /** Grows with each change of this attribute. */
  readonly seq: number
}

/** The attributes of the groups, and how often those of each group were changed. */
export class GroupAttributes {
  private readonly rows: Table<GroupAttribute>
  private readonly sequences: Table<number>

  constructor(storage: Storage) {
    this.rows = storage.table('group-attributes')
    this.sequences = storage.table('group-attribute-sequences')
  }

  all(groupID: string): GroupAttribute[] {
    return this.rows.rows(groupID).map(([, attribute]) => attribute)
  }

  /** Of the whole set: by exactly one more with each change. */
  sequence(groupID: string): number {
    return this.sequences.get('all', groupID) ?? 0
  }

  /**
   * One change: what is to go, then what is to be there.
   * @returns the attributes that were set
   */
  change(groupID: string, removed: readonly string[], set: ReadonlyMap<string, string>): GroupAttribute[] {
    const sequence = this.sequence(groupID) + 1
    this.sequences.set('all', groupID, sequence)
    for (const key of removed) this.rows.delete(groupID, key)
    return [...set].map(([key, value]) => {
      const attribute = { key, value, seq: sequence }
      this.rows.set(groupID, key, attribute)
      return attribute
    })
  }

  clear(groupID: string): void {
    this.rows.clear(groupID)
    this.sequences.delete('all', groupID)
  }
}
