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

  rows(partition: string): [string, T][] {
    return [...(this.partitions.get(partition) ?? [])]
  }
}

class MemoryLog<T> implements Log<T> {
  private readonly partitions = new Map<string, T[]>()

  append(partition: string, entry: T): number {
    let entries = this.partitions.get(partition)
    if (!entries) this.partitions.set(partition, (entries = []))
    return entries.push(entry)
  }

  get(partition: string, position: number): T | undefined {
    return this.partitions.get(partition)?.[position - 1]
  }

  replace(partition: string, position: number, entry: T): void {
    const entries = this.partitions.get(partition)
    if (!entries || position < 1 || position > entries.length) {
      throw new RangeError(`no entry ${position} in ${partition}`)
    }
    entries[position - 1] = entry
  }

  length(partition: string): number {
    return this.partitions.get(partition)?.length ?? 0
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

  close(): void {
    this.tables.clear()
    this.logs.clear()
  }
}
