import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { Limits } from '../limits'
import { Connection, type Outgoing } from './connection'

/** For clients to say goodbye when the server closes. */
const CLOSE_GRACE_MS = 200
const SWEEP_INTERVAL_MS = 15_000
const PATHS = new Set(['/binfo', '/info'])

export interface ListenOptions {
  host: string
  /** 0 takes a free port. */
  port: number
  /** See {@link Connection}. */
  outgoing: Outgoing
  onConnection: (connection: Connection) => void
  /** Answers what is no WebSocket. */
  http: RequestListener
}

export interface Listener {
  port: number
  /** Closes the port and every socket. */
  close(): Promise<void>
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy()) // nobody else listens once the socket is upgraded
  socket.end(`HTTP/1.1 ${status}\r\n\r\n`)
}

/**
 * Accepts WebSockets on `/binfo` (binary frames) and `/info` (text frames). From any page: the origin proves
 * nothing here, as the SDK is used from pages, from mini programs and from Node. What protects users is that
 * each request needs a ticket, which a foreign page has not got: no cookie is involved.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const http = createServer(options.http)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: Limits.frameBytes,
    perMessageDeflate: false,
  })
  const open = new Set<Connection>()
  http.maxConnections = Limits.tcpConnections

  http.on('upgrade', (request, socket, head) => {
    const path = request.url ?? ''
    const base = `ws://${request.headers.host ?? 'localhost'}`
    const url = URL.canParse(path, base) ? new URL(path, base) : undefined
    if (!url || !PATHS.has(url.pathname)) {
      refuse(socket, '404 Not Found')
      return
    }
    if (open.size >= Limits.connections) {
      refuse(socket, '503 Service Unavailable')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, url, options.outgoing)
      open.add(connection)
      webSocket.on('close', () => open.delete(connection))
      options.onConnection(connection)
    })
  })

  await bind(http, options.host, options.port)

  const sweep = setInterval(() => {
    const limit = Date.now() - Limits.silenceMs
    for (const connection of open) if (connection.lastHeard < limit) connection.drop()
  }, SWEEP_INTERVAL_MS)

  return {
    port: (http.address() as AddressInfo).port,
    close: async () => {
      clearInterval(sweep)
      const closed = new Promise((resolve) => http.close(resolve))
      for (const connection of open) connection.close()
      // A client that does not answer the close handshake, or does not finish a request, is not waited for.
      setTimeout(() => {
        for (const connection of open) connection.drop()
        http.closeAllConnections()
      }, CLOSE_GRACE_MS).unref()
      http.closeIdleConnections()
      await closed
    },
  }
}
