import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  closeClients,
  killServerProcesses,
  ServerProcess,
  TEST_SECRET_KEY,
  TestClient,
  textOf,
  until,
} from '../harness'

const ROOT = resolve(__dirname, '../../..')
const KEY = ['--secret-key', TEST_SECRET_KEY]
const DEMO = join(ROOT, 'tools/im-server/seeds/demo.json')

jest.setTimeout(30_000)

afterEach(async () => {
  await closeClients()
  killServerProcesses()
})

test.each(['SIGTERM', 'SIGINT'] as const)('serves the demo until %s, then ends cleanly', async (signal) => {
  const server = new ServerProcess(['--port', '0', '--seed', DEMO, ...KEY])
  const alice = new TestClient(await server.url(), 'alice')
  await alice.login()
  const list = await alice.synced()
  const withBob = list.find(({ conversationID }) => conversationID === 'C2Cbob')
  expect(withBob).toMatchObject({ userProfile: { nick: '王浩' } })
  expect(list.length).toBeGreaterThanOrEqual(10)
  await alice.close()
  const bob = new TestClient(await server.url(), 'bob')
  await bob.login()
  server.process.kill(signal)
  expect(await server.ended()).toBe(0)
  bob.abandon()
  expect(server.err).toBe('')
})

test('takes port and key from the environment', async () => {
  const server = new ServerProcess([], { IM_SERVER_PORT: '0', IM_SERVER_SECRET_KEY: TEST_SECRET_KEY })
  const alice = new TestClient(await server.url(), 'alice')
  await alice.login()
  expect(alice.chat.isReady()).toBe(true)
})

test('says in one sentence that a port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await until(() => other.listening, 'the other server')
  const port = String((other.address() as AddressInfo).port)
  const server = new ServerProcess(['--port', port, ...KEY])
  expect(await server.ended()).toBe(1)
  expect(server.err).toMatch(new RegExp(`^Port ${port} is taken[^\n]*\n$`))
  other.close()
})

test('says in one sentence what is wrong with its arguments', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-server-'))
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{"users":[{"nick":"x"}]}')
  const cases: [string[], RegExp][] = [
    [[], /^No secret key: [^\n]*\n$/],
    [['--port', 'abc', ...KEY], /^--port must be a number [^\n]*\n$/],
    [['--devices', '0', ...KEY], /^--devices must be at least 1\.\n$/],
    [['--abilities', '012', ...KEY], /^--abilities must be 1 to 64 characters 0 or 1, not "012"\.\n$/],
    [['--data', broken, ...KEY], /^[^\n]*broken\.json[^\n]* cannot be used as a data folder: [^\n]*\n$/],
    [['--lexicon', join(folder, 'none.json'), ...KEY], /^The lexicon file [^\n]* cannot be read\.\n$/],
    [['--seed', join(folder, 'none.json'), ...KEY], /^The seed file [^\n]* cannot be read\.\n$/],
    [['--seed', broken, ...KEY], /^The seed file [^\n]*: users\[0\]: userID must be a string\.\n$/],
  ]
  for (const [args, message] of cases) {
    const server = new ServerProcess(args)
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(message)
    expect(server.out).toBe('')
  }
  rmSync(folder, { recursive: true })
})

test('explains every option', async () => {
  const help = new ServerProcess(['--help'])
  expect(await help.ended()).toBe(0)
  const options = ['port', 'host', 'secret-key', 'seed', 'data', 'devices', 'lexicon', 'abilities']
  for (const option of options) expect(help.out).toMatch(new RegExp(`--${option} <\\w+> +\\w`))
})

test('warns when other machines can connect', async () => {
  const server = new ServerProcess(['--port', '0', '--host', '0.0.0.0', ...KEY])
  await server.url()
  expect(server.err).toMatch(/^Warning: others may reach 0\.0\.0\.0, [^\n]*\n$/)
})

test('a data folder is for one server at a time, and is seeded only while it is empty', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-server-'))
  const args = ['--port', '0', '--data', join(folder, 'data'), '--seed', DEMO, ...KEY]
  const unseeded = new ServerProcess(args.filter((arg) => arg !== '--seed' && arg !== DEMO))
  await unseeded.url()
  unseeded.process.kill('SIGTERM')
  await unseeded.ended()

  const first = new ServerProcess(args)
  const alice = new TestClient(await first.url(), 'alice')
  await alice.login()
  await alice.sendText('bob', 'kept')
  const length = (await alice.history('bob')).length
  expect(length).toBeGreaterThan(10) // the seed's
  await alice.close()

  const second = new ServerProcess(args)
  expect(await second.ended()).toBe(1)
  expect(second.err).toMatch(/^[^\n]* is in use by another server: [^\n]*\n$/)

  first.process.kill('SIGTERM')
  expect(await first.ended()).toBe(0)
  const third = new ServerProcess(args)
  const again = new TestClient(await third.url(), 'alice')
  await again.login()
  await again.synced()
  expect((await again.history('bob')).map(textOf).at(-1)).toBe('kept')
  expect(await again.history('bob')).toHaveLength(length)
  await again.close()
  third.process.kill('SIGTERM')
  await third.ended()
  rmSync(folder, { recursive: true })
})
