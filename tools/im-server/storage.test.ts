import { ClassicLevel } from 'classic-level'
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LevelStorage } from './level-storage'
import { MemoryStorage } from './memory-storage'
import { StorageError, type Storage } from './storage'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'im-server-data-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A storage, and the same after it was closed and opened again. */
const kinds: [string, () => Promise<{ storage: Storage; reopen: () => Promise<Storage> }>][] = [
  [
    'in memory',
    () => {
      const storage = new MemoryStorage()
      return Promise.resolve({ storage, reopen: () => Promise.resolve(storage) })
    },
  ],
  [
    'on disk',
    async () => {
      const storage = await LevelStorage.open(folder)
      const reopen = async (): Promise<Storage> => {
        await storage.close()
        return LevelStorage.open(folder)
      }
      return { storage, reopen }
    },
  ],
]

describe.each(kinds)('a storage %s', (_kind, open) => {
  async function check(write: (storage: Storage) => void, read: (storage: Storage) => void): Promise<void> {
    const { storage, reopen } = await open()
    write(storage)
    read(storage)
    const again = await reopen()
    read(again)
    await again.close()
  }

  test('keeps the rows of a table apart by partition, in the order of their first setting', () =>
    check(
      (storage) => {
        const table = storage.table<number>('t')
        for (const key of ['c', 'a', 'b', 'gone']) table.set('p', key, 1)
        table.set('p', 'a', 2)
        table.set('q', 'a', 3)
        table.delete('p', 'gone')
        table.delete('p', 'never there')
        storage.table('other').set('p', 'a', 'x')
      },
      (storage) => {
        const table = storage.table<number>('t')
        expect(table.rows('p')).toEqual([
          ['c', 1],
          ['a', 2],
          ['b', 1],
        ])
        expect(table.get('q', 'a')).toBe(3)
        expect([table.get('p', 'gone'), table.rows('none')]).toEqual([undefined, []])
        expect(storage.table('other').rows('p')).toEqual([['a', 'x']])
      },
    ))

  test('puts a row that was deleted and set again at the end', () =>
    check(
      (storage) => {
        const table = storage.table<number>('t')
        table.set('p', 'a', 1)
        table.set('p', 'b', 2)
        table.delete('p', 'a')
        table.set('p', 'a', 3)
      },
      (storage) =>
        expect(storage.table('t').rows('p')).toEqual([
          ['b', 2],
          ['a', 3],
        ]),
    ))

  test('clears one partition', () =>
    check(
      (storage) => {
        const table = storage.table<number>('t')
        for (const partition of ['p', 'q']) table.set(partition, 'a', 1)
        table.clear('p')
      },
      (storage) =>
        expect([storage.table('t').rows('p'), storage.table('t').rows('q')]).toEqual([[], [['a', 1]]]),
    ))

  test('keeps the positions of a log when its oldest entries are forgotten', () =>
    check(
      (storage) => {
        const log = storage.log<string>('l')
        expect(['a', 'b', 'c', 'd'].map((entry) => log.append('p', entry))).toEqual([1, 2, 3, 4])
        log.replace('p', 3, 'C')
        log.trim('p', 2)
        log.trim('p', 1)
        log.append('all gone', 'x')
        log.trim('all gone', 7)
        log.trim('none', 7)
      },
      (storage) => {
        const log = storage.log<string>('l')
        expect([1, 2, 3, 4, 5].map((at) => log.get('p', at))).toEqual([
          undefined,
          undefined,
          'C',
          'd',
          undefined,
        ])
        expect([log.start('p'), log.length('p')]).toEqual([3, 4])
        expect([log.start('all gone'), log.length('all gone')]).toEqual([2, 1])
        expect([log.start('none'), log.length('none')]).toEqual([1, 0])
        for (const position of [0, 2, 5]) expect(() => log.replace('p', position, 'x')).toThrow(RangeError)
      },
    ))

  test('goes on counting after what was there before', async () => {
    const { storage, reopen } = await open()
    const log = storage.log<string>('l')
    for (let count = 0; count < 11; count += 1) log.append('p', `entry ${count}`)
    log.trim('p', 11)
    const again = await reopen()
    expect(again.log<string>('l').append('p', 'next')).toBe(12)
    await again.close()
  })

  test('is empty until something is stored', async () => {
    const { storage, reopen } = await open()
    storage.table('t').rows('p')
    storage.log('l').length('p')
    expect(storage.empty).toBe(true)
    storage.table('t').set('p', 'a', 1)
    storage.table('t').delete('p', 'a')
    expect(storage.empty).toBe(true)
    storage.table('t').set('p', 'a', 1)
    const again = await reopen()
    expect(again.empty).toBe(false)
    await again.close()
  })
})

// Strings that are awkward in keys, and few enough to meet each other.
const name = fc.constantFrom('', 'a', 'b', ']', '","', 'a~', '\u0000', '\ud800', '中', '__proto__')
/** What comes out of JSON, as all values of a storage do. */
const value = fc.json().map((json): unknown => JSON.parse(json))
type Change = (storage: Storage) => unknown
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(name, name, name, value).map(
    ([table, partition, key, row]): Change =>
      (storage) =>
        storage.table(table).set(partition, key, row),
  ),
  fc.tuple(name, name, name).map(
    ([table, partition, key]): Change =>
      (storage) =>
        storage.table(table).delete(partition, key),
  ),
  fc.tuple(name, name).map(
    ([table, partition]): Change =>
      (storage) =>
        storage.table(table).clear(partition),
  ),
  fc.tuple(name, name, value).map(
    ([log, partition, entry]): Change =>
      (storage) =>
        storage.log(log).append(partition, entry),
  ),
  fc.tuple(name, name, value, fc.nat(5)).map(([log, partition, entry, position]): Change => (storage) => {
    const { length, start } = {
      length: storage.log(log).length(partition),
      start: storage.log(log).start(partition),
    }
    if (position >= start && position <= length) storage.log(log).replace(partition, position, entry)
  }),
  fc.tuple(name, name, fc.nat(5)).map(
    ([log, partition, position]): Change =>
      (storage) =>
        storage.log(log).trim(partition, position),
  ),
)

const NAMES = ['', 'a', 'b', ']', '","', 'a~', '\u0000', '\ud800', '中', '__proto__']
/** Everything that can be read. */
function content(storage: Storage): unknown {
  return NAMES.flatMap((outer) =>
    NAMES.map((partition) => {
      const log = storage.log(outer)
      const positions = Array.from({ length: log.length(partition) }, (_, index) => index + 1)
      return {
        rows: storage.table(outer).rows(partition),
        start: log.start(partition),
        entries: positions.map((position) => log.get(partition, position)),
      }
    }),
  )
}

test('both kinds do the same, whatever is done, and the one on disk remembers it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 30 }), { maxLength: 4 }), async (rounds) => {
      const place = mkdtempSync(join(folder, 'run-'))
      const memory = new MemoryStorage()
      for (const round of rounds) {
        const disk = await LevelStorage.open(place)
        for (const act of round) expect(act(disk)).toEqual(act(memory))
        expect(content(disk)).toEqual(content(memory))
        await disk.close()
      }
      const disk = await LevelStorage.open(place)
      expect(content(disk)).toEqual(content(memory))
      expect([disk.dirty, disk.empty]).toEqual([false, memory.empty])
      await disk.close()
    }),
    { numRuns: 30 },
  )
}, 30_000)

describe('on disk', () => {
  test('is dirty from a change until the end of the commit', async () => {
    const storage = await LevelStorage.open(folder)
    expect(storage.dirty).toBe(false)
    storage.table('t').set('p', 'a', 1)
    expect(storage.dirty).toBe(true)
    const commit = storage.commit()
    expect(storage.dirty).toBe(true)
    await commit
    expect(storage.dirty).toBe(false)
    await storage.close()
  })

  test('a commit waits for those before it, and fails once one has failed', async () => {
    const storage = await LevelStorage.open(folder)
    const database = (storage as unknown as { db: ClassicLevel }).db
    const order: string[] = []
    storage.table('t').set('p', 'a', 1)
    const first = storage.commit().then(() => order.push('first'))
    const second = storage.commit().then(() => order.push('second'))
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])

    await database.close()
    storage.table('t').set('p', 'a', 2)
    await expect(storage.commit()).rejects.toThrow()
    await database.open()
    await expect(storage.commit()).rejects.toThrow()
    await expect(storage.close()).rejects.toThrow()
  })

  test('a folder can be open only once', async () => {
    const storage = await LevelStorage.open(folder)
    await expect(LevelStorage.open(folder)).rejects.toThrow(/in use by another server/)
    await storage.close()
    await (await LevelStorage.open(folder)).close()
  })

  test('a folder of another version is refused, and can still be opened by that one', async () => {
    await (await LevelStorage.open(folder)).close()
    const database = new ClassicLevel(folder)
    await database.put('schema', '99')
    await database.close()
    await expect(LevelStorage.open(folder)).rejects.toThrow(/another version of this server \(format 99\)/)
    await expect(LevelStorage.open(folder)).rejects.toThrow(StorageError)
    await database.open()
    expect(await database.get('schema')).toBe('99')
    await database.close()
  })

  test.each([
    ['with other files', () => Promise.resolve(writeFileSync(join(folder, 'thesis.txt'), 'x'))],
    [
      'of another database',
      async () => {
        const database = new ClassicLevel(folder)
        await database.put('other', 'x')
        await database.close()
      },
    ],
  ])('a folder %s is refused', async (_what, make) => {
    await make()
    await expect(LevelStorage.open(folder)).rejects.toThrow(/is no data folder of this server/)
  })

  test('a file is refused', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'x')
    await expect(LevelStorage.open(file)).rejects.toThrow(/cannot be used as a data folder/)
  })
})
