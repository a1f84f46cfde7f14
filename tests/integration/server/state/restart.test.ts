import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryStorage } from '../../../../tools/im-server/memory-storage'
import { closeClients, createClient, startServer, textOf, until, type TestServer } from '../../harness'

let folder: string
let server: TestServer

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'im-server-'))
})

afterEach(async () => {
  await closeClients()
  await server.close()
  rmSync(folder, { recursive: true })
})

const users = ['alice', 'bob'].map((userID) => ({ userID, nick: userID, avatar: '', selfSignature: '' }))
const from = (sender: string, text: string) => ({
  from: sender,
  to: sender === 'alice' ? 'bob' : 'alice',
  text,
  minutesAgo: 5,
  unread: true,
})

test('with a data folder everything is there after a restart, and the seed is not planted again', async () => {
  const seed = { users, messages: [from('bob', 'seeded')] }
  server = await startServer({ dataDir: folder, seed })
  const alice = await createClient(server, 'alice')
  await alice.chat.updateMyProfile({ nick: 'Alice the Second' })
  const sent = await alice.sendText('bob', 'first')
  await alice.sendText('bob', 'second')
  await alice.close()
  await server.close()

  server = await startServer({ dataDir: folder, seed: { users, messages: [from('bob', 'another seed')] } })
  const bob = await createClient(server, 'bob')
  await bob.synced()
  const history = await bob.history('alice')
  expect(history.map(textOf)).toEqual(['seeded', 'first', 'second'])
  expect(history[1]).toMatchObject({ ID: sent.ID, time: sent.time, nick: 'Alice the Second' })
  expect(bob.conversation('alice')?.unreadCount).toBe(2)
  await bob.chat.setMessageRead({ conversationID: 'C2Calice' })
  await bob.sendText('alice', 'third')
  await bob.close()
  await server.close()

  server = await startServer({ dataDir: folder })
  const again = await createClient(server, 'bob')
  await again.synced()
  expect((await again.history('alice')).map(textOf)).toEqual(['seeded', 'first', 'second', 'third'])
  expect(again.conversation('alice')?.unreadCount).toBe(0)
  expect(server.reports).toEqual([])
})

test('a login that was replaced cannot come back after a restart either', async () => {
  server = await startServer({ dataDir: folder })
  const { port } = server
  const first = await createClient(server, 'alice')
  first.loseNetwork()
  const second = await createClient(server, 'alice')
  await server.close()
  server = await startServer({ dataDir: folder, port })
  first.regainNetwork()
  await until(() => first.kicks.length, 'the first is thrown out')
  expect(first.kicks).toEqual(['multipleAccount'])
  await second.sendText('bob', 'still here')
  expect(second.kicks).toEqual([])
})

class FullDisk extends MemoryStorage {
  full = false
  override get dirty(): boolean {
    return this.full
  }
  override commit(): Promise<void> {
    return this.full ? Promise.reject(new Error('no space left')) : Promise.resolve()
  }
}

test('a server that cannot save confirms nothing and stops', async () => {
  const storage = new FullDisk()
  const failures: unknown[] = []
  server = await startServer({ storage, onFailure: (error) => failures.push(error) })
  const alice = await createClient(server, 'alice')
  const bob = await createClient(server, 'bob')
  storage.full = true
  let confirmed = false
  alice.holdNetwork()
  void alice.sendText('bob', 'cannot be kept').then(
    () => (confirmed = true),
    () => undefined,
  )
  await until(() => failures.length, 'the server gives up')
  await until(() => alice.netStates.includes('disconnected'), 'alice has lost the server')
  expect(failures).toEqual([new Error('no space left')])
  expect(server.reports).toEqual([expect.stringContaining('no space left')])
  expect(confirmed).toBe(false)
  expect(bob.received).toEqual([])
  alice.abandon()
  bob.abandon()
})
