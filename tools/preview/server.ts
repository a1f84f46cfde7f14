import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { AppCode } from './app-code'
import { Assets } from './assets'
import { SourceTree } from './compiler'

/** A user that the page around the phones offers. */
export interface PreviewUser {
  userID: string
  nick?: string
}

export interface PreviewOptions {
  /** The mini program's directory, with app.json. */
  root: string
  /** Virtual folders of the mini program and the directories that they stand for. */
  mounts?: Record<string, string>
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
  const tree = new SourceTree(options.root, options.mounts)
  const app = new AppCode(tree)
  const assets = new Assets(tree, {
    title: options.root.split(/[\\/]/).filter(Boolean).pop() ?? '',
    users: options.users ?? [],
    proxyServer: options.proxyServer,
    defaults: options.defaults ?? { a: 'alice', b: 'bob' },
  })
  const server = createServer((request, response) => void serve(request, response, app, assets))
  await listen(server, options.port ?? 0).catch(async (error: Error) => {
    await app.close()
    throw error
  })
  const sockets = new WebSocketServer({ server, path: '/live' })
  const stopWatching = options.watch
    ? await app.watch((change) => {
        for (const client of sockets.clients) if (client.readyState === WebSocket.OPEN) client.send(change)
      })
    : undefined
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      await stopWatching?.()
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await app.close()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} is taken; choose another one with --port`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  app: AppCode,
  assets: Assets,
): Promise<void> {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const content = (await app.read(pathname)) ?? (await assets.read(decodeURIComponent(pathname)))
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    const cache = content.immutable ? 'max-age=31536000, immutable' : 'no-store'
    response.writeHead(200, { 'content-type': content.type, 'cache-control': cache }).end(content.body)
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
  }
}
