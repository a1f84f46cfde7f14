import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { until, useServer } from '../integration/harness' // before the SDK
import TencentCloudChat from '@tencentcloud/chat'
import { setUpChat, type ChatSetup } from '../../setup'

const SERVER = join(__dirname, '../../example/usersig-server/server.mjs')
const SECRET_KEY = 'integration-test-key'
const SDK_APP_ID = 1400001234

/** The server of the example in a process of its own, and all that it has said. */
class UserSigServer {
  output = ''
  private readonly process: ChildProcessWithoutNullStreams
  readonly ended: Promise<number | null>

  constructor(environment: Record<string, string> = {}) {
    this.process = spawn(process.execPath, [SERVER], {
      env: {
        ...process.env,
        PORT: '0',
        SDKAPPID: String(SDK_APP_ID),
        SECRETKEY: SECRET_KEY,
        TOKENS: '{"token-of-alice":"alice"}',
        ...environment,
      },
    })
    const read = (chunk: Buffer): void => void (this.output += chunk.toString())
    this.process.stdout.on('data', read)
    this.process.stderr.on('data', read)
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
  }

  url(): Promise<string> {
    return until(() => /http:\S+/.exec(this.output)?.[0], 'the server listens')
  }

  async ask(token: string | undefined, init: RequestInit = {}): Promise<{ status: number; body: Signed }> {
    const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` })
    const response = await fetch(`${await this.url()}/usersig`, { method: 'POST', headers, ...init })
    return { status: response.status, body: (await response.json()) as Signed }
  }

  async stop(): Promise<void> {
    this.process.kill()
    await this.ended
  }
}

interface Signed {
  userID?: string
  userSig?: string
  expire?: number
  error?: string
}

let server: UserSigServer
let setup: ChatSetup | undefined

beforeEach(() => {
  Object.assign(globalThis, { wx: {} })
  server = new UserSigServer()
})

afterEach(async () => {
  await setup?.stop()
  await setup?.chat.destroy().catch(() => undefined) // certain to fail after the logout, and frees the socket
  setup = undefined
  await server.stop()
})

const imServer = useServer() // closed after what is connected to it

function logIn(token: string): ChatSetup {
  setup = setUpChat({
    TencentCloudChat: TencentCloudChat,
    SDKAppID: SDK_APP_ID,
    userID: 'alice',
    getUserSig: async () => {
      const { status, body } = await server.ask(token)
      if (status !== 200) throw new Error(`the server answered ${status}`)
      return body.userSig ?? ''
    },
    createOptions: { proxyServer: imServer.current.url },
  })
  return setup
}

test('with its UserSig alice logs in and is reached', async () => {
  const { chat } = logIn('token-of-alice')
  await until(() => setup?.state.status === 'ready', 'alice is ready')
  const bob = await imServer.login('bob')
  const message = chat.createTextMessage({
    to: 'bob',
    conversationType: TencentCloudChat.TYPES.CONV_C2C,
    payload: { text: '服务器签发的' },
  })
  await chat.sendMessage(message)
  expect((await bob.receivedText('服务器签发的')).from).toBe('alice')
})

test('who cannot say who he is gets nothing, and the host is told', async () => {
  expect(await server.ask(undefined)).toEqual({ status: 401, body: { error: 'who are you?' } })
  logIn('token-of-nobody')
  await until(() => setup?.state.status === 'failed', 'the login fails')
  expect(setup?.state).toMatchObject({ error: { op: 'getUserSig', cause: 'the server answered 401' } })
})

test('the user is whom the token belongs to, whatever the client says', async () => {
  const { body } = await server.ask('token-of-alice', { body: '{"userID":"bob"}' })
  expect(body).toMatchObject({ userID: 'alice', expire: 86400 })
  expect(await server.ask('toString')).toMatchObject({ status: 401 })
})

test('it answers to nothing else', async () => {
  const url = await server.url()
  expect((await fetch(`${url}/usersig`)).status).toBe(405)
  expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(404)
})

test('its key is never written to the log', async () => {
  await server.ask('token-of-alice')
  await server.stop()
  expect(server.output).toMatch(/^UserSig server http:\S+\n$/)
})

test.each([
  ['SDKAPPID', '', 'SDKAPPID is missing'],
  ['SECRETKEY', '', 'SECRETKEY is missing'],
  ['TOKENS', '{', 'TOKENS is not JSON'],
])('a wrong %s is one sentence', async (name, value, sentence) => {
  const wrong = new UserSigServer({ [name]: value })
  expect(await wrong.ended).toBe(1)
  expect(wrong.output.trim().split('\n')).toEqual([expect.stringContaining(sentence)])
})
