import { join } from 'node:path'
import { AppConfig } from './app-config'
import { createControl, type Control } from './control'
import { Domain } from './domain'
import { Faults } from './faults'
import { httpApp } from './http'
import { MediaStore } from './media-store'
import { openStorage } from './open-storage'
import { DEFAULT_POLICY, type Policy } from './policy'
import { Push } from './push'
import { Router } from './router'
import { plantSeed, type Seed } from './seed'
import { allServices } from './services'
import { GroupDelivery } from './services/groups/delivery'
import { Sessions } from './sessions'
import type { Storage } from './storage'
import type { Connection } from './transport/connection'
import { listen } from './transport/listener'
import { Outbox } from './transport/outbox'
import { Trace } from './trace'

/** Everything but the secret key has a default. */
export interface ImServerOptions extends Partial<Omit<Policy, 'secretKey'>>, Pick<Policy, 'secretKey'> {
  /** Default 127.0.0.1: only this machine can connect. */
  host?: string
  /** Default 0: a free port. */
  port?: number
  /** Users and messages to start with, in a storage where nothing is yet. */
  seed?: Seed
  /** Default: in `dataDir`, or else in memory. The server closes it at the end. */
  storage?: Storage
  /** Called when the storage cannot save any more; the server has then closed itself. */
  onFailure?: (error: unknown) => void
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
  const storage = options.storage ?? (await openStorage(policy.dataDir))
  const report = options.report ?? ((line: string) => void process.stderr.write(`im-server: ${line}\n`))
  const seed = storage.empty ? options.seed : undefined

  const domain = new Domain(storage)
  const sessions = new Sessions(storage, policy)
  const appConfig = new AppConfig(policy, sessions)
  const push = new Push(sessions)
  const groupDelivery = new GroupDelivery(domain, push)
  const media = new MediaStore({
    folder: policy.dataDir && join(policy.dataDir, 'files'),
    cutAt: (userID) => faults.takeUploadFault(userID),
  })
  const context = { policy, storage, domain, sessions, appConfig, push, groupDelivery, media }
  const faults = new Faults()
  const outbox = new Outbox(storage, (error) => {
    report(`cannot save any more, so the server stops: ${String(error)}`)
    void close()
      .catch(() => undefined) // for the same reason
      .then(() => options.onFailure?.(error))
  })
  const trace = new Trace()
  const router = new Router(allServices(context), { sessions, trace, faults, report })
  const control = createControl(context, router, faults)
  faults.onStrike = ({ on, userID, command, client }, { id, action }) => {
    const { instanceID } = client as Connection
    trace.emit({ kind: 'fault', servcmd: command, userID, instanceID, body: { fault: id, action, on } })
  }
  const saved = (): Promise<void> => new Promise((resolve, reject) => outbox.post(resolve, reject))
  if (seed) plantSeed(domain, seed)

  const listener = await listen({
    host,
    port,
    outgoing: (connection, frame, write) => {
      const userID = sessions.of(connection)?.userID ?? ''
      trace.emit({ ...frame, userID, instanceID: connection.instanceID })
      const passage = { on: frame.kind, userID, command: frame.servcmd, client: connection }
      outbox.post(() => faults.outgoing(passage, write))
    },
    onConnection: (connection) => {
      connection.onRequest = (request) => router.handle(connection, request)
      connection.onClose = () => {
        faults.forget(connection)
        sessions.detach(connection)
      }
    },
    http: httpApp({ ...context, control, router, trace, report, saved }),
  }).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  await storage.commit() // the seed

  let closed: Promise<void> | undefined
  const close = (): Promise<void> =>
    (closed ??= (async () => {
      media.close()
      trace.end() // whoever follows it over HTTP would keep the port open
      await listener.close()
      sessions.close()
      await storage.close()
    })())

  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${listener.port}`,
    port: listener.port,
    control,
    trace,
    close,
  }
}
