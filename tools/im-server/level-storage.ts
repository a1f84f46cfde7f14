import { ClassicLevel } from 'classic-level'
import { existsSync, readdirSync } from 'node:fs'
import { MemoryLog, MemoryTable } from './memory-storage'
import { StorageError, type Log, type Storage, type Table } from './storage'

/** Grows when what older servers wrote can no longer be read. */
const SCHEMA = '1'
const SCHEMA_KEY = 'schema'

// What is saved under which key. Names, partitions and keys are arbitrary strings: as JSON they cannot run into
// each other, and half a surrogate pair survives.
const rowKey = (table: string, partition: string, key: string): string =>
  `row${JSON.stringify([table, partition, key])}`
const entryKey = (log: string, partition: string, position: number): string =>
  `entry${JSON.stringify([log, partition])}${String(position).padStart(12, '0')}`
/** The number of forgotten entries. */
const startKey = (log: string, partition: string): string => `start${JSON.stringify([log, partition])}`

/** `undefined`: to be deleted. Values are never changed in place, so they can be written as JSON later. */
type Pending = Map<string, unknown>

/** The number gives the order in which the rows of a partition were first set: the keys are saved sorted. */
type Row<T> = readonly [order: number, value: T]

class LevelTable<T> implements Table<T> {
  readonly memory = new MemoryTable<Row<T>>()

  constructor(
    private readonly name: string,
    private readonly pending: Pending,
    private readonly nextOrder: () => number,
  ) {}

  get(partition: string, key: string): T | undefined {
    return this.memory.get(partition, key)?.[1]
  }

  set(partition: string, key: string, value: T): void {
    const row: Row<T> = [this.memory.get(partition, key)?.[0] ?? this.nextOrder(), value]
    this.memory.set(partition, key, row)
    this.pending.set(rowKey(this.name, partition, key), row)
  }

  delete(partition: string, key: string): void {
    if (this.memory.get(partition, key) === undefined) return
    this.memory.delete(partition, key)
    this.pending.set(rowKey(this.name, partition, key), undefined)
  }

  clear(partition: string): void {
    for (const [key] of this.memory.rows(partition)) this.delete(partition, key)
  }

  rows(partition: string): [string, T][] {
    return this.memory.rows(partition).map(([key, [, value]]) => [key, value])
  }
}

class LevelLog<T> implements Log<T> {
  readonly memory = new MemoryLog<T>()

  constructor(
    private readonly name: string,
    private readonly pending: Pending,
  ) {}

  append(partition: string, entry: T): number {
    const position = this.memory.append(partition, entry)
    this.pending.set(entryKey(this.name, partition, position), entry)
    return position
  }

  get(partition: string, position: number): T | undefined {
    return this.memory.get(partition, position)
  }

  replace(partition: string, position: number, entry: T): void {
    this.memory.replace(partition, position, entry)
    this.pending.set(entryKey(this.name, partition, position), entry)
  }

  trim(partition: string, position: number): void {
    const start = this.start(partition)
    this.memory.trim(partition, position)
    const kept = this.start(partition)
    if (kept === start) return
    for (let trimmed = start; trimmed < kept; trimmed += 1) {
      this.pending.set(entryKey(this.name, partition, trimmed), undefined)
    }
    this.pending.set(startKey(this.name, partition), kept - 1)
  }

  start(partition: string): number {
    return this.memory.start(partition)
  }

  length(partition: string): number {
    return this.memory.length(partition)
  }
}

/**
 * A storage in a folder on disk (LevelDB). Everything is in memory as well and is read from there; `commit` writes
 * what has changed since the last one, synced to the disk.
 */
export class LevelStorage implements Storage {
  private readonly tables = new Map<string, LevelTable<unknown>>()
  private readonly logs = new Map<string, LevelLog<unknown>>()
  private readonly pending: Pending = new Map()
  private order = 0
  /** The commits, one after the other. After one has failed, so do all that follow. */
  private committed: Promise<void> = Promise.resolve()
  private committing = 0

  private constructor(private readonly db: ClassicLevel) {}

  /**
   * Opens the folder, or makes it.
   * @throws StorageError if another process has it, or if it is none of a server of this version
   */
  static async open(folder: string): Promise<LevelStorage> {
    if (existsSync(folder) && isForeign(folder)) {
      throw new StorageError(`${folder} is no data folder of this server: name an empty or a new one.`)
    }
    const db = new ClassicLevel(folder)
    try {
      await db.open()
    } catch (error) {
      throw new StorageError(openFailure(folder, error), { cause: error })
    }
    try {
      await checkSchema(folder, db)
      const storage = new LevelStorage(db)
      await storage.load()
      return storage
    } catch (error) {
      await db.close()
      throw error
    }
  }

  table<T>(name: string): Table<T> {
    return this.tableNamed(name) as Table<T>
  }

  log<T>(name: string): Log<T> {
    return this.logNamed(name) as Log<T>
  }

  get empty(): boolean {
    return [...this.tables.values(), ...this.logs.values()].every(({ memory }) => memory.empty)
  }

  get dirty(): boolean {
    return this.pending.size > 0 || this.committing > 0
  }

  commit(): Promise<void> {
    const changes = [...this.pending]
    this.pending.clear()
    this.committing += 1
    this.committed = this.committed.then(() => this.write(changes)).finally(() => (this.committing -= 1))
    return this.committed
  }

  async close(): Promise<void> {
    try {
      await this.commit()
    } finally {
      await this.db.close()
    }
  }

  private async write(changes: readonly [key: string, value: unknown][]): Promise<void> {
    if (changes.length === 0) return
    const batch = this.db.batch() // of its two kinds the one that costs half as much
    for (const [key, value] of changes) {
      if (value === undefined) batch.del(key)
      else batch.put(key, JSON.stringify(value))
    }
    await batch.write({ sync: true })
  }

  private tableNamed(name: string): LevelTable<unknown> {
    let table = this.tables.get(name)
    if (!table) {
      table = new LevelTable<unknown>(name, this.pending, () => (this.order += 1))
      this.tables.set(name, table)
    }
    return table
  }

  private logNamed(name: string): LevelLog<unknown> {
    let log = this.logs.get(name)
    if (!log) this.logs.set(name, (log = new LevelLog<unknown>(name, this.pending)))
    return log
  }

  private async load(): Promise<void> {
    for await (const [key, value] of this.db.iterator({ gte: 'start', lt: 'start~' })) {
      const [log, partition] = JSON.parse(key.slice('start'.length)) as [string, string]
      this.logNamed(log).memory.begin(partition, Number(value))
    }
    for await (const [key, value] of this.db.iterator({ gte: 'entry', lt: 'entry~' })) {
      // In the order of their positions, which follow the JSON.
      const end = key.lastIndexOf(']') + 1
      const [log, partition] = JSON.parse(key.slice('entry'.length, end)) as [string, string]
      this.logNamed(log).memory.append(partition, JSON.parse(value))
    }
    const rows: { path: [table: string, partition: string, key: string]; row: Row<unknown> }[] = []
    for await (const [key, value] of this.db.iterator({ gte: 'row', lt: 'row~' })) {
      rows.push({
        path: JSON.parse(key.slice('row'.length)) as [string, string, string],
        row: JSON.parse(value) as Row<unknown>,
      })
    }
    rows.sort((a, b) => a.row[0] - b.row[0])
    for (const { path, row } of rows) {
      const [table, partition, key] = path
      this.tableNamed(table).memory.set(partition, key, row)
      this.order = row[0]
    }
  }
}

/** Other files are in it: LevelDB would put its own beside them, and delete what looks like an old one. */
function isForeign(folder: string): boolean {
  try {
    const files = readdirSync(folder)
    return files.length > 0 && !files.includes('CURRENT') && !files.includes('LOCK')
  } catch {
    return false // a file, or not to be read: opening it fails with a reason
  }
}

async function checkSchema(folder: string, db: ClassicLevel): Promise<void> {
  const schema = await db.get(SCHEMA_KEY)
  if (schema === SCHEMA) return
  if (schema !== undefined) {
    throw new StorageError(`${folder} was written by another version of this server (format ${schema}).`)
  }
  for await (const _ of db.keys({ limit: 1 })) {
    throw new StorageError(`${folder} is no data folder of this server: name an empty or a new one.`)
  }
  await db.put(SCHEMA_KEY, SCHEMA, { sync: true })
}

function openFailure(folder: string, error: unknown): string {
  const { code, message = String(error) } =
    (error as { cause?: { code?: string; message?: string } }).cause ?? {}
  if (code === 'LEVEL_LOCKED') {
    return `${folder} is in use by another server: stop that one, or name another folder.`
  }
  return `${folder} cannot be used as a data folder: ${message}`
}
