import type { ServerContext } from './context'
import { createControl, type Control } from './control'
import { Domain } from './domain'
import { MemoryStorage } from './memory-storage'
import { Push } from './push'
import { Router, type Service } from './router'
import { plantSeed, type Seed } from './seed'
import { c2cHistory } from './services/c2c-history'
import { c2cMute } from './services/c2c-mute'
import { c2cRead } from './services/c2c-read'
import { c2cRevoke } from './services/c2c-revoke'
import { c2cSend } from './services/c2c-send'
import { c2cSync } from './services/c2c-sync'
import { config } from './services/config'
import { conversations } from './services/conversations'
import { groups } from './services/groups'
import { login } from './services/login'
import { profile } from './services/profile'
import { relations } from './services/relations'
import { status } from './services/status'
import { Sessions } from './sessions'
import type { Storage } from './storage'
import { listen } from './transport/listener'

export interface ImServerOptions {
  /** The key that the UserSigs of all users are signed with. */
  secretKey: string
  /** Default 127.0.0.1: only this machine can connect. */
  host?: string
  /** Default 0: a free port. */
  port?: number
  /** Users and messages to start with. */
  seed?: Seed
  /** Accept messages to users that have never logged in. Default false. */
  openUsers?: boolean
  /** How long after sending a message can be revoked, in seconds. Default 120. */
  revokeWindow?: number
  /** Default: in memory. The server closes it at the end. */
  storage?: Storage
  /** Takes what the person who runs the server should know, one line at a time. Default: stderr. */
  report?: (line: string) => void
}

export interface ImServer {
  /** For the SDK: `TencentCloudChat.create({ SDKAppID, proxyServer: url })`. */
  readonly url: string
  readonly port: number
  readonly control: Control
  /** Closes the port, all sockets and the storage. */
  close(): Promise<void>
}

function servicesOf(context: ServerContext): Service[] {
  return [
    login(context),
    config(),
    status(context),
    profile(context),
    relations(),
    groups(),
    conversations(context),
    c2cSend(context),
    c2cSync(context),
    c2cHistory(context),
    c2cRead(context),
    c2cRevoke(context),
    c2cMute(context),
  ]
}

/** Starts an IM server for development and tests. Rejects if the port cannot be taken. */
export async function createImServer(options: ImServerOptions): Promise<ImServer> {
  const { host = '127.0.0.1', port = 0, secretKey, openUsers = false, revokeWindow = 120 } = options
  const storage = options.storage ?? new MemoryStorage()
  const report = options.report ?? ((line: string) => void process.stderr.write(`im-server: ${line}\n`))

  const domain = new Domain(storage)
  const sessions = new Sessions(storage)
  const push = new Push(sessions)
  const context = { secretKey, openUsers, revokeWindow, storage, domain, sessions, push }
  const router = new Router(servicesOf(context), { secretKey, sessions, report })
  const { control, delay } = createControl(sessions)
  if (options.seed) plantSeed(domain, options.seed)

  const listener = await listen({
    host,
    port,
    delay,
    onConnection: (connection) => {
      connection.onRequest = (request) => router.handle(connection, request)
      connection.onClose = () => sessions.detach(connection)
    },
  }).catch((error: unknown) => {
    storage.close()
    throw error
  })

  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${listener.port}`,
    port: listener.port,
    control,
    close: async () => {
      await listener.close()
      storage.close()
    },
  }
}
