import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { Programs } from './programs'

/** A user that the page around the phones offers. */
export interface PreviewUser {
  userID: string
  nick?: string
}

export interface MiniProgramSource {
  /** The mini program's directory, with app.json. */
  root: string
  /** Virtual folders of the mini program and the directories that they stand for. */
  mounts?: Record<string, string>
  /** Lets tags pass that are neither built in nor declared: WeChat shows them, but mostly they are mistakes. */
  unknownTags?: boolean
}

export interface PreviewOptions extends MiniProgramSource {
  /** More mini programs, each under a path of its own: `gallery` is at `/gallery/`. Built when somebody opens it. */
  more?: Record<string, MiniProgramSource>
  /** 0, the default, takes any free port. */
  port?: number
  users?: readonly PreviewUser[]
  /** Address of the IM server, handed to the mini program as launch query `proxyServer`. */
  proxyServer?: string
  /** The users of the two phones at first. */
  defaults?: { a: string; b: string }
  /** Rebuild and reload on edits. */
  watch?: boolean
}

export interface Preview {
  url: string
  port: number
  close(): Promise<void>
}

/** Compiles a mini program and serves it, as two phones, on this machine only. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const programs = new Programs(options)
  const server = createServer((request, response) => void serve(request, response, programs))
  await listen(server, options.port ?? 0).catch(async (error: Error) => {
    await programs.close()
    throw error
  })
  const sockets = new WebSocketServer({ server, path: '/live' })
  if (options.watch) {
    await programs.watch((change) => {
      for (const client of sockets.clients) if (client.readyState === WebSocket.OPEN) client.send(change)
    })
  }
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await programs.close()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function serve(request: IncomingMessage, response: ServerResponse, programs: Programs): Promise<void> {
  const refuse = (status: number, reason: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain' }).end(reason)
  }
  // A page elsewhere whose name was made to point here must not read what is served on this machine.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
    return refuse(403, 'open the preview by its own address')
  }
  try {
    const path = pathOf(request.url)
    if (path === undefined) return refuse(400, 'not an address')
    const beside = programs.beside(path)
    if (beside) return void response.writeHead(302, { location: beside }).end()
    const content = await programs.read(path)
    if (!content) return refuse(404, 'not found')
    const cache = content.immutable ? 'max-age=31536000, immutable' : 'no-store'
    response.writeHead(200, { 'content-type': content.type, 'cache-control': cache }).end(content.body)
  } catch (error) {
    refuse(500, String(error))
  }
}

function pathOf(url = '/'): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}
