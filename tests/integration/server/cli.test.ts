import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { closeClients, TEST_SECRET_KEY, TestClient, until } from '../harness'

const ROOT = resolve(__dirname, '../../..')
const KEY = ['--secret-key', TEST_SECRET_KEY]
const DEMO = join(ROOT, 'tools/im-server/seeds/demo.json')
/** Starting Node with a TypeScript loader takes its time on a busy machine. */
const START_DEADLINE = 20_000

jest.setTimeout(30_000)

class Run {
  out = ''
  err = ''
  exit: number | string | undefined
  readonly process: ChildProcess

  constructor(args: string[], environment: Record<string, string> = {}) {
    const env = { ...process.env, IM_SERVER_PORT: '', IM_SERVER_SECRET_KEY: '', ...environment }
    this.process = spawn(process.execPath, ['--import', 'tsx', 'tools/im-server/cli.ts', ...args], {
      cwd: ROOT,
      env,
    })
    this.process.stdout?.on('data', (data: Buffer) => (this.out += data.toString()))
    this.process.stderr?.on('data', (data: Buffer) => (this.err += data.toString()))
    this.process.on('close', (code, signal) => (this.exit = code ?? signal ?? 'unknown'))
  }

  ended(): Promise<number | string> {
    return until(
      () => (this.exit === undefined ? undefined : { exit: this.exit }),
      'the end',
      START_DEADLINE,
    ).then(({ exit }) => exit)
  }

  async url(): Promise<string> {
    const line = /^IM server ready (ws:\/\/127\.0\.0\.1:\d+)\n$/
    const match = await until(() => line.exec(this.out), 'the ready line', START_DEADLINE)
    return match[1] ?? ''
  }
}

const runs: Run[] = []
function run(...args: ConstructorParameters<typeof Run>): Run {
  const started = new Run(...args)
  runs.push(started)
  return started
}

afterEach(async () => {
  await closeClients()
  for (const { process: child } of runs.splice(0)) child.kill('SIGKILL')
})

test.each(['SIGTERM', 'SIGINT'] as const)('serves the demo until %s, then ends cleanly', async (signal) => {
  const server = run(['--port', '0', '--seed', DEMO, ...KEY])
  const alice = new TestClient(await server.url(), 'alice')
  await alice.login()
  const list = await alice.synced()
  expect(list[0]).toMatchObject({ conversationID: 'C2Cbob', userProfile: { nick: '王浩' } })
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
  const server = run([], { IM_SERVER_PORT: '0', IM_SERVER_SECRET_KEY: TEST_SECRET_KEY })
  const alice = new TestClient(await server.url(), 'alice')
  await alice.login()
  expect(alice.chat.isReady()).toBe(true)
})

test('says in one sentence that a port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await until(() => other.listening, 'the other server')
  const port = String((other.address() as AddressInfo).port)
  const server = run(['--port', port, ...KEY])
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
    [['--seed', join(folder, 'none.json'), ...KEY], /^The seed file [^\n]* cannot be read\.\n$/],
    [['--seed', broken, ...KEY], /^The seed file [^\n]*: users\[0\]: userID must be a string\.\n$/],
  ]
  for (const [args, message] of cases) {
    const server = run(args)
    expect(await server.ended()).toBe(1)
    expect(server.err).toMatch(message)
    expect(server.out).toBe('')
  }
  rmSync(folder, { recursive: true })
})
