import { Limits } from '../limits'
import type { Storage, Table } from '../storage'

/** One key of a message. */
export interface Extension {
  readonly key: string
  /** Empty: the key was deleted. Clients that knew it learn so from the entry. */
  readonly value: string
  /** That of the request that set or deleted it: the keys of one request have the same. */
  readonly seq: number
}

interface Counters {
  /** That of the latest change. */
  readonly latestSeq: number
  /** Everything up to here was cleared. */
  readonly clearSeq: number
}

/** What became of one key of a request. With `conflict`, nothing, and `extension` is what is kept. */
export interface ExtensionChange {
  readonly extension: Extension
  readonly conflict: boolean
}

const ALL = 'all'
const UNTOUCHED: Counters = { latestSeq: 0, clearSeq: 0 }

/**
 * The keys and values that messages were extended with. Who changes a key says which version (`seq`) of it is
 * known, 0 for none, so that of two users who change the same key at once only one succeeds. Messages are named
 * as in `message-key.ts`.
 */
export class Extensions {
  /** (message, key) */
  private readonly entries: Table<Omit<Extension, 'key'>>
  private readonly allCounters: Table<Counters>

  constructor(storage: Storage) {
    this.entries = storage.table('extensions')
    this.allCounters = storage.table('extension-counters')
  }

  counters(messageKey: string): Counters {
    return this.allCounters.get(ALL, messageKey) ?? UNTOUCHED
  }

  /** By `seq`, from `startSeq` on, deleted ones included. */
  since(messageKey: string, startSeq: number): Extension[] {
    return this.entries
      .rows(messageKey)
      .map(([key, entry]) => ({ key, ...entry }))
      .filter(({ seq }) => seq >= startSeq)
      .sort((a, b) => a.seq - b.seq)
  }

  /** How many keys the message would have after the change. */
  countWith(messageKey: string, changes: readonly Extension[]): number {
    const keys = new Set(changes.map(({ key }) => key))
    for (const { key, value } of this.since(messageKey, 0)) if (value) keys.add(key)
    return keys.size
  }

  /** Sets keys; an empty value deletes. `seq` of each is the version that the user knows. */
  change(messageKey: string, changes: readonly Extension[]): ExtensionChange[] {
    const seq = this.counters(messageKey).latestSeq + 1
    const results = changes.map(({ key, value, seq: known }): ExtensionChange => {
      const entry = this.entries.get(messageKey, key) ?? { value: '', seq: 0 }
      // Of a deleted key not everybody has heard.
      const conflict = known !== entry.seq && !(entry.value === '' && known === 0)
      if (conflict) return { extension: { key, ...entry }, conflict }
      if (value === '' && entry.value === '') return { extension: { key, ...entry }, conflict }
      this.entries.set(messageKey, key, { value, seq })
      return { extension: { key, value, seq }, conflict }
    })
    if (results.some(({ extension }) => extension.seq === seq)) this.count(messageKey, { latestSeq: seq })
    this.forgetDeleted(messageKey)
    return results
  }

  /** Deleted keys stay so that others hear of it, but not without end. */
  private forgetDeleted(messageKey: string): void {
    const deleted = this.since(messageKey, 0).filter(({ value }) => value === '')
    for (const { key } of deleted.slice(0, -Limits.extensions)) this.entries.delete(messageKey, key)
  }

  clear(messageKey: string): void {
    const seq = this.counters(messageKey).latestSeq + 1
    this.entries.clear(messageKey)
    this.count(messageKey, { latestSeq: seq, clearSeq: seq })
  }

  private count(messageKey: string, change: Partial<Counters>): void {
    this.allCounters.set(ALL, messageKey, { ...this.counters(messageKey), ...change })
  }
}
