import { Outbox } from './outbox'

/** A storage whose commits end when the test says so. */
class SlowStorage {
  dirty = false
  readonly commits: { end(): void; fail(error: Error): void }[] = []

  commit(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.commits.push({
        end: () => {
          this.dirty = false
          resolve()
        },
        fail: reject,
      })
    })
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

let storage: SlowStorage
let written: string[]
let failures: unknown[]
let outbox: Outbox
const post = (name: string): void => outbox.post(() => written.push(name))

beforeEach(() => {
  storage = new SlowStorage()
  written = []
  failures = []
  outbox = new Outbox(storage, (error) => failures.push(error))
})

test('writes at once while everything is saved', () => {
  post('a')
  expect(written).toEqual(['a'])
  expect(storage.commits).toHaveLength(0)
})

test('holds everything back until the commit, and keeps the order', async () => {
  storage.dirty = true
  post('reply')
  post('push')
  await turn()
  expect([written, storage.commits.length]).toEqual([[], 1])
  storage.commits[0]?.end()
  await turn()
  expect(written).toEqual(['reply', 'push'])
})

test('all that comes while one commit runs shares the next, even what changed nothing', async () => {
  storage.dirty = true
  post('first')
  await turn()
  for (const name of ['second', 'third', 'read only']) post(name)
  storage.commits[0]?.end()
  storage.dirty = true
  await turn()
  expect([written, storage.commits.length]).toEqual([['first'], 2])
  storage.commits[1]?.end()
  await turn()
  expect(written).toEqual(['first', 'second', 'third', 'read only'])
  post('later')
  expect(written).toHaveLength(5)
})

test('tells whoever waits that a commit has failed, then and later', async () => {
  storage.dirty = true
  const refused: string[] = []
  const wait = (name: string): void =>
    outbox.post(
      () => written.push(name),
      () => refused.push(name),
    )
  wait('in the commit')
  await turn()
  wait('behind it')
  storage.commits[0]?.fail(new Error('disk full'))
  await turn()
  wait('later')
  expect([written, refused]).toEqual([[], ['in the commit', 'behind it', 'later']])
})

test('tells of a failed commit once, and confirms nothing any more', async () => {
  storage.dirty = true
  post('lost')
  await turn()
  post('waiting')
  storage.commits[0]?.fail(new Error('disk full'))
  await turn()
  storage.dirty = false
  post('later')
  await turn()
  expect(written).toEqual([])
  expect(failures).toEqual([new Error('disk full')])
})
