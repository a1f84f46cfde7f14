import type { Log, Storage, Table } from './storage'

class MemoryTable<T> implements Table<T> {
  private readonly partitions = new Map<string, Map<string, T>>()

  get(partition: string, key: string): T | undefined {
    return this.partitions.get(partition)?.get(key)
  }

  set(partition: string, key: string, value: T): void {
    let rows = this.partitions.get(partition)
    if (!rows) this.partitions.set(partition, (rows = new Map<string, T>()))
    rows.set(key, value)
  }

  delete(partition: string, key: string): void {
    this.partitions.get(partition)?.delete(key)
  }

  clear(partition: string): void {
    this.partitions.delete(partition)
  }

  rows(partition: string): [string, T][] {
    return [...(this.partitions.get(partition) ?? [])]
  }
}

interface Entries<T> {
  /** How many of the oldest were forgotten. */
  trimmed: number
  kept: T[]
}

class MemoryLog<T> implements Log<T> {
  private readonly partitions = new Map<string, Entries<T>>()

  append(partition: string, entry: T): number {
    let entries = this.partitions.get(partition)
    if (!entries) this.partitions.set(partition, (entries = { trimmed: 0, kept: [] }))
    return entries.trimmed + entries.kept.push(entry)
  }

  get(partition: string, position: number): T | undefined {
    const entries = this.partitions.get(partition)
    return entries?.kept[position - 1 - entries.trimmed]
  }

  replace(partition: string, position: number, entry: T): void {
    const entries = this.partitions.get(partition)
    if (!entries || position < this.start(partition) || position > this.length(partition)) {
      throw new RangeError(`no entry ${position} in ${partition}`)
    }
    entries.kept[position - 1 - entries.trimmed] = entry
  }

  trim(partition: string, position: number): void {
    const entries = this.partitions.get(partition)
    const count = Math.min(position - (entries?.trimmed ?? 0), entries?.kept.length ?? 0)
    if (!entries || count <= 0) return
    entries.kept.splice(0, count)
    entries.trimmed += count
  }

  start(partition: string): number {
    return (this.partitions.get(partition)?.trimmed ?? 0) + 1
  }

  length(partition: string): number {
    const entries = this.partitions.get(partition)
    return entries ? entries.trimmed + entries.kept.length : 0
  }
}

/** A storage that forgets everything when the process ends. */
export class MemoryStorage implements Storage {
  private readonly tables = new Map<string, MemoryTable<unknown>>()
  private readonly logs = new Map<string, MemoryLog<unknown>>()

  // The name decides the type of the values; each name is used by one owner only.
  table<T>(name: string): Table<T> {
    let table = this.tables.get(name)
    if (!table) this.tables.set(name, (table = new MemoryTable<unknown>()))
    return table as Table<T>
  }

  log<T>(name: string): Log<T> {
    let log = this.logs.get(name)
    if (!log) this.logs.set(name, (log = new MemoryLog<unknown>()))
    return log as Log<T>
  }

  /** Nothing is ever durable here, so nothing has to be waited for. */
  readonly dirty = false

  commit(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.tables.clear()
    this.logs.clear()
    return Promise.resolve()
  }
}
