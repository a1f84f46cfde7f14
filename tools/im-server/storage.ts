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
  /** Something was changed since the last commit began. */
  readonly dirty: boolean
  /** Makes durable everything that was changed so far, in one piece: after a crash all of it is there or none. */
  commit(): Promise<void>
  /** Commits what is pending and releases the medium. */
  close(): Promise<void>
}

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
  replace(partition: string, position: number, entry: T): void
  /** Forgets the entries up to a position. The others keep their positions. */
  trim(partition: string, position: number): void
  /** The position of the oldest entry that is still kept; `length + 1` if there is none. */
  start(partition: string): number
  /** The position of the newest entry, forgotten or not; 0 if there was never one. */
  length(partition: string): number
}
