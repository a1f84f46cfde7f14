import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'

// What the SDK needs of its host in Node. Import this before the SDK: it looks around when it is evaluated.

const sockets = new Set<HostWebSocket>()
/** Clients without network, and what waits for it to come back. */
const offline = new Map<number, (() => void)[]>()

/** The WebSocket of the host, with a network that can be taken away from one client. */
class HostWebSocket extends WebSocket {
  readonly sdkAppID: number

  constructor(url: string, protocols?: string[]) {
    const { searchParams, hostname, port } = new URL(url)
    const sdkAppID = Number(searchParams.get('sdkappid'))
    const createConnection = (_options: unknown, connected: (error: null, socket: Socket) => void): void => {
      const go = (): void => connected(null, connect({ host: hostname, port: Number(port) }))
      const waiting = offline.get(sdkAppID)
      if (waiting) waiting.push(go)
      else go()
    }
    super(url, protocols, { createConnection: createConnection as never })
    this.sdkAppID = sdkAppID
    sockets.add(this)
    this.on('close', () => sockets.delete(this))
    // Like that of a browser, it does not throw when its last listener is gone and the connection fails.
    this.on('error', () => undefined)
  }
}

/** Lets no new socket of a client through for the time being (each client has its own SDKAppID). */
export function holdNetwork(sdkAppID: number): void {
  offline.set(sdkAppID, offline.get(sdkAppID) ?? [])
}

/** The same, and cuts the socket that is there. */
export function loseNetwork(sdkAppID: number): void {
  holdNetwork(sdkAppID)
  for (const socket of sockets) if (socket.sdkAppID === sdkAppID) socket.terminate()
}

/** Connects the sockets that wait. */
export function regainNetwork(sdkAppID: number): void {
  const waiting = offline.get(sdkAppID) ?? []
  offline.delete(sdkAppID)
  for (const go of waiting) go()
}

// The SDK leaves timers behind, even after `destroy()`. They must not keep the test process alive: that is for
// sockets and servers to do.
const { setTimeout: startTimeout, setInterval: startInterval } = globalThis

Object.assign(globalThis, {
  WebSocket: HostWebSocket,
  setTimeout: (...args: Parameters<typeof startTimeout>) => startTimeout(...args).unref(),
  setInterval: (...args: Parameters<typeof startInterval>) => startInterval(...args).unref(),
})

// The SDK prints a few lines before its log level can be set.
const { log, info } = console
const isOfSdk = (first: unknown): boolean =>
  typeof first === 'string' && /(^| )Chat |^TIMUploadPlugin/.test(first)
console.log = (...args) => (isOfSdk(args[0]) ? undefined : log(...args))
console.info = (...args) => (isOfSdk(args[0]) ? undefined : info(...args))
