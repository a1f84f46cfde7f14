import type { Storage, Table } from '../storage'

export interface PinnedMessage {
  readonly seq: number
  readonly by: string
}

/** The messages that are pinned in each group (or topic). */
export class GroupPins {
  /** (chat, seq) → who has pinned it */
  private readonly pins: Table<string>

  constructor(storage: Storage) {
    this.pins = storage.table('group-pins')
  }

  /** In the order of pinning. */
  of(chatID: string): PinnedMessage[] {
    return this.pins.rows(chatID).map(([seq, by]) => ({ seq: Number(seq), by }))
  }

  has(chatID: string, seq: number): boolean {
    return this.pins.get(chatID, String(seq)) !== undefined
  }

  add(chatID: string, { seq, by }: PinnedMessage): void {
    this.pins.set(chatID, String(seq), by)
  }

  remove(chatID: string, seq: number): void {
    this.pins.delete(chatID, String(seq))
  }

  clear(chatID: string): void {
    this.pins.clear(chatID)
  }
}
