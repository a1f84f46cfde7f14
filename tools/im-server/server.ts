import { createControl, type Control } from './control'
import { Domain } from './domain'
import { Faults } from './faults'
import { httpApp } from './http'
import { MemoryStorage } from './memory-storage'
import { DEFAULT_POLICY, type Policy } from './policy'
import { Push } from './push'
import { Router } from './router'
import { plantSeed, type Seed } from './seed'
import { allServices } from './services'
import { GroupDelivery } from './services/groups/delivery'
import { Sessions } from './sessions'
import type { Storage } from './storage'
import { listen } from './transport/listener'
import { Outbox } from './transport/outbox'
import { Trace } from './trace'

/** Everything but the secret key has a default. */
export interface ImServerOptions extends Partial<Omit<Policy, 'secretKey'>>, Pick<Policy, 'secretKey'> {
  /** Default 127.0.0.1: only this machine can connect. */
  host?: string
  /** Default 0: a free port. */
  port?: number
  /** Users and messages to start with. */
  seed?: Seed
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
  /** Every frame, as it passes. */
  readonly trace: Trace
  /** Closes the port, all sockets and the storage. */
  close(): Promise<void>
}

/** Starts an IM server for development and tests. Rejects if the port cannot be taken. */
export async function createImServer(options: ImServerOptions): Promise<ImServer> {
  const { host = '127.0.0.1', port = 0 } = options
  const policy = { ...DEFAULT_POLICY, ...options }
  const storage = options.storage ?? new MemoryStorage()
  const report = options.report ?? ((line: string) => void process.stderr.write(`im-server: ${line}\n`))

  const domain = new Domain(storage)
  const sessions = new Sessions(storage)
  const push = new Push(sessions)
  const groupDelivery = new GroupDelivery(domain, push)
  const context = { policy, storage, domain, sessions, push, groupDelivery }
  const faults = new Faults()
  const outbox = new Outbox(storage)
  const trace = new Trace()
  const router = new Router(allServices(context), { secretKey: policy.secretKey, sessions, trace, report })
  const control = createControl(sessions, faults)
  if (options.seed) plantSeed(domain, options.seed)

  const listener = await listen({
    host,
    port,
    outgoing: (connection, frame, write) => {
      const userID = sessions.of(connection)?.userID
      trace.emit({ ...frame, userID: userID ?? '', instanceID: connection.instanceID })
      outbox.post(() => faults.outgoing(userID, frame, write))
    },
    onConnection: (connection) => {
      connection.onRequest = (request) => router.handle(connection, request)
      connection.onClose = () => sessions.detach(connection)
    },
    http: httpApp({ ...context, control, trace, report }),
  }).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })

  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${listener.port}`,
    port: listener.port,
    control,
    trace,
    close: async () => {
      await listener.close()
      await storage.close()
    },
  }
}
