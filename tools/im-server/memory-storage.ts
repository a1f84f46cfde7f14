import type { Log, Storage, Table } from './storage'

export class MemoryTable<T> implements Table<T> {
  private readonly partitions = new Map<string, Map<string, T>>()

  get empty(): boolean {
    return this.partitions.size === 0
  }

  get(partition: string, key: string): T | undefined {
    return this.partitions.get(partition)?.get(key)
  }

  set(partition: string, key: string, value: T): void {
    let rows = this.partitions.get(partition)
    if (!rows) this.partitions.set(partition, (rows = new Map<string, T>()))
    rows.set(key, value)
  }

  delete(partition: string, key: string): void {
    const rows = this.partitions.get(partition)
    rows?.delete(key)
    if (rows?.size === 0) this.partitions.delete(partition)
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

export class MemoryLog<T> implements Log<T> {
  private readonly partitions = new Map<string, Entries<T>>()

  get empty(): boolean {
    return this.partitions.size === 0
  }

  append(partition: string, entry: T): number {
    const entries = this.entries(partition)
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

  /** For a log that comes from elsewhere: the entries that follow are preceded by so many forgotten ones. */
  begin(partition: string, trimmed: number): void {
    this.entries(partition).trimmed = trimmed
  }

  private entries(partition: string): Entries<T> {
    let entries = this.partitions.get(partition)
    if (!entries) this.partitions.set(partition, (entries = { trimmed: 0, kept: [] }))
    return entries
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

  get empty(): boolean {
    return [...this.tables.values(), ...this.logs.values()].every((shape) => shape.empty)
  }

  /** Nothing is ever durable here, so nothing has to be waited for. */
  get dirty(): boolean {
    return false
  }

  commit(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.tables.clear()
    this.logs.clear()
    return Promise.resolve()
  }
}
