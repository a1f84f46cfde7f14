import { setUpChat, type SetupOptions, type SetupState } from './setup'

type Handler = (event: { data: { type: string } }) => void

/** A stand-in for the SDK: who is logged in is up to the test. */
class FakeChat {
  user = ''
  ready = false
  refuse: (Error & { code?: number }) | undefined
  readonly calls: string[] = []
  private readonly handlers = new Map<string, Set<Handler>>()

  registerPlugin = (plugin: Record<string, unknown>) =>
    void this.calls.push(`plugin ${Object.keys(plugin)[0]}`)
  on = (event: string, handler: Handler) => {
    this.handlers.set(event, (this.handlers.get(event) ?? new Set<Handler>()).add(handler))
  }
  off = (event: string, handler: Handler) => void this.handlers.get(event)?.delete(handler)
  isReady = () => this.ready
  getLoginUser = () => this.user

  login = ({ userID, userSig }: { userID: string; userSig: string }) => {
    this.calls.push(`login ${userID} ${userSig}`)
    if (this.refuse) return Promise.reject(this.refuse)
    this.user = userID
    this.emit('ready', '')
    return Promise.resolve()
  }

  logout = () => {
    this.calls.push('logout')
    this.user = ''
    this.ready = false
    return Promise.resolve()
  }

  emit(event: string, type: string) {
    this.ready = event === 'ready'
    if (event === 'kicked') this.user = ''
    for (const handler of this.handlers.get(event) ?? []) handler({ data: { type } })
  }

  get listeners() {
    return [...this.handlers.values()].reduce((sum, set) => sum + set.size, 0)
  }
}

const globals = {} as Record<string, unknown>
Object.assign(globalThis, { wx: globals })

let chat: FakeChat
let states: SetupState[]
const settled = () => new Promise((resolve) => setImmediate(resolve))
const statuses = () => states.map(({ status }) => status)

function start(options: Partial<SetupOptions> = {}) {
  const TencentCloudChat = {
    EVENT: { SDK_READY: 'ready', KICKED_OUT: 'kicked' },
    create: ({ SDKAppID }: { SDKAppID: number }) => {
      chat.calls.push(`create ${SDKAppID}`)
      return chat
    },
  } as unknown as SetupOptions['TencentCloudChat']
  return setUpChat({
    TencentCloudChat,
    SDKAppID: 1400000000,
    userID: 'alice',
    getUserSig: () => 'sig',
    onState: (state) => states.push(state),
    ...options,
  })
}

beforeEach(() => {
  chat = new FakeChat()
  states = []
})

test('it creates the SDK, registers the plugins, hands both to the kit and logs in', async () => {
  const setup = start({ plugins: { 'tim-upload-plugin': {} } })
  expect(globals).toMatchObject({ $TUIKit: chat, $chat_SDKAppID: 1400000000, $chat_userID: 'alice' })
  expect((globals.TencentCloudChat as { EVENT: unknown }).EVENT).toBeDefined()
  await settled()
  expect(chat.calls).toEqual(['create 1400000000', 'plugin tim-upload-plugin', 'login alice sig'])
  expect(globals.$chat_userSig).toBe('sig')
  expect(statuses()).toEqual(['logging-in', 'ready'])
  expect(setup.state).toEqual({ status: 'ready' })
})

test('an expired signature is renewed by itself', async () => {
  let issued = 0
  start({ getUserSig: () => Promise.resolve(`sig ${(issued += 1)}`) })
  await settled()
  chat.emit('kicked', 'userSigExpired')
  await settled()
  expect(chat.calls.slice(-1)).toEqual(['login alice sig 2'])
  expect(statuses().slice(-1)).toEqual(['ready'])
})

test('a server that hands out expired signatures is not asked again and again', async () => {
  chat.refuse = Object.assign(new Error('expired'), { code: 70001 })
  let asked = 0
  const setup = start({ getUserSig: () => `sig ${(asked += 1)}` })
  await settled()
  expect(asked).toBe(1)
  expect(setup.state).toMatchObject({
    status: 'failed',
    error: { code: 70001, op: 'login', retryable: false },
  })
})

test('when the server of the host does not answer, the state says so and login() tries again', async () => {
  let answer: () => Promise<string> = () => Promise.reject(new Error('no network'))
  const setup = start({ getUserSig: () => answer() })
  await settled()
  expect(setup.state).toMatchObject({ status: 'failed', error: { op: 'getUserSig', cause: 'no network' } })
  answer = () => Promise.resolve('sig')
  await setup.login()
  expect(setup.state.status).toBe('ready')
})

test('a user who was replaced by another device stays out until asked back', async () => {
  const setup = start()
  await settled()
  chat.emit('kicked', 'multipleAccount')
  await settled()
  expect(setup.state).toEqual({ status: 'kicked-out', reason: 'multipleAccount' })
  await setup.login()
  expect(setup.state.status).toBe('ready')
})

test('two logins at once are one', async () => {
  const setup = start()
  await Promise.all([setup.login(), setup.login()])
  expect(chat.calls.filter((call) => call.startsWith('login'))).toHaveLength(1)
})

test('another user who is still logged in is logged out first', async () => {
  chat.user = 'bob'
  start()
  await settled()
  expect(chat.calls.slice(1)).toEqual(['logout', 'login alice sig'])
})

test('stop() logs out, leaves no listener behind, and no more states', async () => {
  const setup = start()
  await settled()
  await setup.stop()
  await setup.stop()
  await setup.login()
  expect(chat.calls.slice(-1)).toEqual(['logout'])
  expect(chat.listeners).toBe(0)
  expect(statuses()).toEqual(['logging-in', 'ready', 'stopped'])
})

test('stop() before the signature has come does not log in any more', async () => {
  let give: (sig: string) => void = () => undefined
  const setup = start({ getUserSig: () => new Promise((resolve) => (give = resolve)) })
  const stopped = setup.stop()
  give('late')
  await stopped
  expect(chat.calls.filter((call) => call.startsWith('login'))).toEqual([])
})
