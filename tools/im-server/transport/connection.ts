import type { WebSocket } from 'ws'
import { ErrorCode } from '../errors'
import type { OutgoingFrame } from '../faults'
import type { JsonObject } from '../json'
import { Limits } from '../limits'
import { decodeRequest, encodeFrame, type FrameFormat, type RequestFrame } from './frames'
import { RateLimit } from './rate-limit'

/** WebSocket close codes used by the server. */
const CLOSE_GOING_AWAY = 1001
const CLOSE_POLICY_VIOLATION = 1008

/** The way of a frame to the socket: `write` puts it there. */
export type Outgoing = (connection: Connection, frame: OutgoingFrame, write: () => void) => void

/** One socket of one client. It knows frames, and nothing of users. */
export class Connection {
  /** One per SDK instance, the same over its reconnects. */
  readonly instanceID: string
  /** The SDK's platform number: 7 web or Node, 8 WeChat mini program, … */
  readonly platform: number
  /** Host and port of the server, as this client reaches it. */
  readonly serverHost: string
  /** When something was last heard from the client, in milliseconds. */
  lastHeard = Date.now()

  /** Called for each well-formed request, and once at the end of the socket. */
  onRequest: (frame: RequestFrame) => void = () => undefined
  onClose: () => void = () => undefined

  private readonly format: FrameFormat
  private readonly rate = new RateLimit(Date.now())
  private pushes = 0

  /** @param outgoing decides when, and whether, a frame is written to the socket */
  constructor(
    private readonly socket: WebSocket,
    url: URL,
    private readonly outgoing: Outgoing,
  ) {
    this.instanceID = url.searchParams.get('instanceid') ?? ''
    const platform = url.searchParams.get('platform') ?? ''
    this.platform = /^\d{1,2}$/.test(platform) ? Number(platform) : 0
    this.serverHost = url.host
    this.format = {
      binary: url.pathname.endsWith('/binfo'),
      compress: url.searchParams.get('compress') === 'gzip',
    }
    socket.on('message', (data: Buffer) => this.receive(data.toString('utf8')))
    socket.on('close', () => this.onClose())
    // An error (an oversized frame, broken UTF-8) is always followed by the close event, which does the work.
    socket.on('error', () => undefined)
  }

  reply(request: RequestFrame, body: JsonObject): void {
    this.send('reply', request.head, body)
  }

  push(servcmd: string, body: JsonObject): void {
    this.pushes += 1
    this.send('push', { servcmd, seq: this.pushes }, body)
  }

  close(): void {
    this.socket.close(CLOSE_GOING_AWAY)
  }

  /** Cuts the socket without a closing handshake, like a lost network. */
  drop(): void {
    this.socket.terminate()
  }

  private receive(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return // being closed for what came before
    this.lastHeard = Date.now()
    const verdict = this.rate.take(this.lastHeard)
    const frame = verdict === 'close' ? undefined : decodeRequest(text)
    if (!frame) this.socket.close(CLOSE_POLICY_VIOLATION, verdict === 'close' ? 'too many' : 'malformed')
    else if (verdict === 'answer') this.onRequest(frame)
    else this.reply(frame, { ErrorCode: ErrorCode.OVERLOADED, ErrorInfo: 'too many requests' })
  }

  private send(kind: OutgoingFrame['kind'], head: { servcmd: string; seq: number }, body: JsonObject): void {
    const { servcmd, seq } = head
    const data = encodeFrame({ servcmd, seq }, body, this.format)
    this.outgoing(this, { kind, servcmd, body }, () => {
      if (this.socket.readyState !== this.socket.OPEN) return
      // Not counting this frame: what a client has missed comes in one, however large.
      if (this.socket.bufferedAmount > Limits.unsentBytes) this.drop()
      else this.socket.send(data)
    })
  }
}
