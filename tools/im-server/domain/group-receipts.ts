import type { Storage, Table } from '../storage'

/** Who has confirmed having read which message of a group (or topic). */
export class GroupReceipts {
  /** (chat and seq, reader) → when, in seconds */
  private readonly times: Table<number>

  constructor(storage: Storage) {
    this.times = storage.table('group-receipts')
  }

  /** @returns whether that was news */
  add(chatID: string, seq: number, reader: string, time: number): boolean {
    if (this.times.get(partition(chatID, seq), reader) !== undefined) return false
    this.times.set(partition(chatID, seq), reader, time)
    return true
  }

  /** In the order of reading. */
  readers(chatID: string, seq: number): { userID: string; time: number }[] {
    return this.times.rows(partition(chatID, seq)).map(([userID, time]) => ({ userID, time }))
  }
}

function partition(chatID: string, seq: number): string {
  return JSON.stringify([chatID, seq])
}
