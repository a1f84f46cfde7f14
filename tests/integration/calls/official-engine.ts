import '../harness/wx-host' // before the engine: it looks for `wx` when it is evaluated
import TencentCloudChat from '@tencentcloud/chat'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { OfficialCallEngine } from '../../../core/calls/official-api'
import { until, userSigFor, type TestClient } from '../harness'

// Tencent's engine in Node: its WebAssembly, the elements that it waits for, and what the room tells, by hand.

const find = createRequire(__filename)
const fileOf = (name: string, file: string): string =>
  join(dirname(find.resolve(`${name}/package.json`)), file)

/** As much of the engine's room as a test moves. */
interface Cloud {
  InterfaceEventEmitter: {
    on(event: string, listener: (data: { callback: () => void }) => void): void
    emit(event: string, data?: unknown): void
  }
  trtc: { pusherEventHandler(event: unknown): void }
}

export interface Official {
  readonly engine: Instance
  /** What it has told so far, in order. */
  readonly told: { name: string; data: unknown }[]
  has(name: string): boolean
  /** Another one comes into its room, or goes. */
  readonly joins: (userID: string) => void
  readonly leaves: (userID: string) => void
}

interface Instance extends Omit<OfficialCallEngine, 'getTRTCCloudInstance'> {
  getTRTCCloudInstance(): Cloud & ReturnType<OfficialCallEngine['getTRTCCloudInstance']>
}

interface EngineClass {
  readonly once: (event: 'ready', listener: () => void) => void
  createInstance(options: { SDKAppID: number; tim: unknown }): Instance
}

const EVENTS = [
  'onCallReceived',
  'onCallBegin',
  'onCallEnd',
  'onCallNotConnected',
  'onUserAccept',
  'onUserReject',
  'onUserLineBusy',
  'onUserNoResponse',
  'onUserJoin',
  'onUserLeave',
  'onCallMediaTypeChanged',
]

const nothing = (): void => undefined
/** Whatever an element is told to do, it does at once. */
const context = new Proxy({}, { get: () => (options?: { success?(): void }) => options?.success?.() })

function stubs(): void {
  const wasm = fileOf('@tencentcloud/call-engine-wx', 'RTCCallEngine.wasm.br')
  const answers = (result: object) => (options?: { success?(result: object): void; complete?(): void }) => {
    options?.success?.(result)
    options?.complete?.()
    return Promise.resolve(result)
  }
  const authSetting = { 'scope.record': true, 'scope.camera': true }
  Object.assign(globalThis, {
    window: undefined, // known and empty, as in a mini program
    WXWebAssembly: {
      instantiate: (_path: string, imports: WebAssembly.Imports) =>
        WebAssembly.instantiate(brotliDecompressSync(readFileSync(wasm)), imports),
      Memory: WebAssembly.Memory,
      Table: WebAssembly.Table,
    },
  })
  const { wx } = globalThis as unknown as { wx: { getSystemInfoSync(): object } }
  const system = wx.getSystemInfoSync()
  Object.assign(wx, {
    getSetting: answers({ authSetting }),
    authorize: answers({}),
    getStorage: answers({ data: '' }),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', microphoneAuthorized: 'authorized' }),
    request: answers({ statusCode: 200, data: {} }),
    getSystemInfo: answers({ platform: 'ios' }),
    getSystemInfoSync: () => ({ ...system, system: 'iOS 17.0', brand: 'iPhone' }),
    createLivePusherContext: () => context,
    createLivePlayerContext: () => context,
  })
}

type Evaluate = (module: object, exports: object, require: NodeJS.Require) => void

/** The package calls itself an ES module and is none. */
function cloudModule(): unknown {
  const file = fileOf('@tencentcloud/trtc-cloud-wx', 'trtc-cloud-wx.js')
  const module = { exports: {} }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a module whose package.json is wrong
  const evaluate = new Function('module', 'exports', 'require', readFileSync(file, 'utf8')) as Evaluate
  evaluate(module, module.exports, createRequire(file))
  return module.exports
}

/** A fresh copy of the engine for each phone: there is one call in a copy. */
function load(): EngineClass {
  let made: unknown
  jest.isolateModules(() => {
    jest.doMock('@tencentcloud/chat', () => TencentCloudChat)
    jest.doMock('@tencentcloud/trtc-cloud-wx', cloudModule)
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- evaluated once for each phone
    made = require('@tencentcloud/call-engine-wx')
  })
  const { TUICallEngine } = made as { TUICallEngine: EngineClass }
  return TUICallEngine
}

/** The engine of a phone, before its login. */
export async function officialInstance({ sdkAppID, chat }: TestClient): Promise<Instance> {
  stubs()
  for (const level of ['log', 'warn', 'info', 'debug'] as const)
    jest.spyOn(console, level).mockImplementation(nothing)
  const TUICallEngine = load()
  await new Promise<void>((resolve) => TUICallEngine.once('ready', resolve))
  return TUICallEngine.createInstance({ SDKAppID: sdkAppID, tim: chat })
}

/** What the room of an engine tells: others come into it, or go. */
export function roomOf(engine: Instance): Pick<Official, 'joins' | 'leaves'> {
  const tell = (code: number, user: string): void => {
    const message = JSON.stringify({ userlist: [{ userid: user }] })
    engine.getTRTCCloudInstance().trtc.pusherEventHandler({ detail: { code, message } })
  }
  return { joins: (other) => tell(1031, other), leaves: (other) => tell(1032, other) }
}

/** The engine alone, with a page that does whatever it asks for. */
export async function officialPhone(client: TestClient): Promise<Official> {
  const engine = await officialInstance(client)
  const told: Official['told'] = []
  for (const name of EVENTS) engine.on(name, (data: unknown) => void told.push({ name, data }))
  await engine.login({ userID: client.userID, userSig: userSigFor(client.userID, client.sdkAppID) })
  const { InterfaceEventEmitter } = engine.getTRTCCloudInstance()
  for (const event of ['pusherAttributesChange', 'playerAttributesChange', 'playerAudioRouteChange'])
    InterfaceEventEmitter.on(event, ({ callback }) => callback())
  InterfaceEventEmitter.emit('pusherDomReady', true)
  return { engine, told, has: (name) => told.some((event) => event.name === name), ...roomOf(engine) }
}

export const heard = (official: Official, name: string): Promise<unknown> =>
  until(() => official.has(name), `the official engine tells ${name}`)
