import { inflateSync } from 'node:zlib'
import { WebSocket } from 'ws'
import { userSigFor } from './server'
import { until } from './until'

export type Body = Record<string, unknown>

export interface RawFrame {
  head: { servcmd: string; seq: number }
  body: Body
}

/** A client that can send anything. Its requests do not count as those of the SDK. */
export class RawClient {
  readonly received: RawFrame[] = []
  closed = false
  lastFrame: Buffer = Buffer.alloc(0)
  private readonly waiting = new Map<string, (body: Body) => void>()
  private seq = 1000

  private constructor(private readonly socket: WebSocket) {
    socket.on('close', () => {
      this.closed = true
      for (const answer of this.waiting.values()) answer({ closed: true })
    })
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => this.receive(data))
  }

  static async connect(server: { url: string }, path = '/binfo'): Promise<RawClient> {
    const socket = new WebSocket(server.url + path)
    const client = new RawClient(socket)
    await until(() => socket.readyState === WebSocket.OPEN, `a socket on ${path}`)
    return client
  }

  /** Connected, and logged in as that user. */
  static async login(server: { url: string }, userID: string, path?: string): Promise<RawClient> {
    const client = await RawClient.connect(server, path)
    await client.request('im_open_status.wslogin', {}, credentials(userID))
    return client
  }

  send(data: string | Buffer): void {
    this.socket.send(data)
  }

  /** Sends a request and returns the body of the answer; `{ closed: true }` if the socket is closed instead. */
  request(servcmd: string, body: unknown, head: Body = {}): Promise<Body> {
    this.seq += 1
    const { seq } = this
    const answered = new Promise<Body>((resolve) => {
      this.waiting.set(servcmd + seq, resolve)
      if (this.closed) resolve({ closed: true })
    })
    this.send(JSON.stringify({ head: { servcmd, seq, ...head }, body }))
    return answered
  }

  close(): void {
    this.socket.terminate()
  }

  private receive(data: Buffer): void {
    this.lastFrame = data
    const compressed = data.subarray(0, 4).toString() === 'COMP'
    const json = compressed ? inflateSync(data.subarray(4)).toString() : data.toString()
    const frame = JSON.parse(json) as RawFrame
    this.received.push(frame)
    const key = frame.head.servcmd + frame.head.seq
    this.waiting.get(key)?.(frame.body)
    this.waiting.delete(key)
  }
}

/** The head of a login with a UserSig. */
export function credentials(userID: string): { identifier: string; sdkappid: number; usersig: string } {
  return { identifier: userID, sdkappid: 1, usersig: userSigFor(userID, 1) }
}
