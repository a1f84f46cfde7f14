import type { Storage, Table } from '../storage'

/** The counters of the groups, and how often those of each group were changed. */
export class GroupCounters {
  private readonly rows: Table<number>
  private readonly sequences: Table<number>

  constructor(storage: Storage) {
    this.rows = storage.table('group-counters')
    this.sequences = storage.table('group-counter-sequences')
  }

  all(groupID: string): [key: string, value: number][] {
    return this.rows.rows(groupID)
  }

  get(groupID: string, key: string): number | undefined {
    return this.rows.get(groupID, key)
  }

  sequence(groupID: string): number {
    return this.sequences.get('all', groupID) ?? 0
  }

  /** One change. */
  set(groupID: string, values: ReadonlyMap<string, number>): void {
    this.sequences.set('all', groupID, this.sequence(groupID) + 1)
    for (const [key, value] of values) this.rows.set(groupID, key, value)
  }

  clear(groupID: string): void {
    this.rows.clear(groupID)
    this.sequences.delete('all', groupID)
  }
}
