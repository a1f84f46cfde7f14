/**
 * Where the server keeps everything that must survive it. Two shapes are enough for all services, so that a
 * storage medium has only these few methods to implement.
 *
 * Calls are synchronous: a request is then handled as a whole before the next one is looked at, and no service
 * has to think about interleaving. A durable implementation keeps the working set in memory and writes behind.
 *
 * Values are plain JSON and are never changed in place: to change one, `set` or `replace` it.
 */
export interface Storage {
  /** The table of that name; it is created at first use. */
  table<T>(name: string): Table<T>
  /** The log of that name; it is created at first use. */
  log<T>(name: string): Log<T>
  /** Nothing is stored: no row in any table, and no log that ever had an entry. */
  readonly empty: boolean
  /** Something that was changed is not durable yet. */
  readonly dirty: boolean
  /**
   * Makes durable everything that was changed so far, in one piece: after a crash all of it is there or none.
   * Once it has failed it always fails: what is in memory and what was saved have parted.
   */
  commit(): Promise<void>
  /** Commits what is pending and releases the medium. */
  close(): Promise<void>
}

/** A storage that cannot be used; the message is a sentence for the person who chose it. */
export class StorageError extends Error {}

/** Rows addressed by a partition (usually their owner) and a key within it. */
export interface Table<T> {
  get(partition: string, key: string): T | undefined
  set(partition: string, key: string, value: T): void
  delete(partition: string, key: string): void
  /** Removes all rows of a partition. */
  clear(partition: string): void
  /** All rows of a partition, in the order in which their keys were first set. */
  rows(partition: string): [key: string, value: T][]
}

/** Entries in the order of their arrival. Positions count from 1, without gaps, in each partition. */
export interface Log<T> {
  /** Returns the position of the new entry. */
  append(partition: string, entry: T): number
  get(partition: string, position: number): T | undefined
  /** @throws RangeError if there is no such entry (any more) */
  replace(partition: string, position: number, entry: T): void
  /** Forgets the entries up to a position. The others keep their positions. */
  trim(partition: string, position: number): void
  /** The position of the oldest entry that is still kept; `length + 1` if there is none. */
  start(partition: string): number
  /** The position of the newest entry, forgotten or not; 0 if there was never one. */
  length(partition: string): number
}
