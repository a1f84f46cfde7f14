import { ErrorCode, ImError } from './errors'
import { userOfTicket } from './identity'
import type { JsonObject } from './json'
import type { Sessions } from './sessions'
import type { Trace } from './trace'
import type { Connection } from './transport/connection'
import type { RequestFrame, RequestHead } from './transport/frames'

/** Returned by a handler whose request must not be answered: the SDK would take the answer for a push. */
export const NO_REPLY = Symbol('no reply')

export type Reply = JsonObject | typeof NO_REPLY | void

/** Who sends a request. */
export interface Caller {
  /** The user that the request was authenticated as. */
  userID: string
  connection: Connection
}

/** Handles a request of a user who is logged in. The reply is completed with `ErrorCode: 0`. */
export type Handler = (caller: Caller, body: JsonObject) => Reply

/** Handles a request that needs no login. */
export type OpenHandler = (connection: Connection, body: JsonObject, head: RequestHead) => Reply

/** What a service answers, by `service.command`. */
export interface Service {
  commands?: Record<string, Handler>
  openCommands?: Record<string, OpenHandler>
}

export interface RouterOptions {
  secretKey: string
  sessions: Sessions
  trace: Trace
  /** Takes one line for the person who runs the server. */
  report: (line: string) => void
}

/** Finds the handler of a request, makes sure who is asking, and answers whatever happens. */
export class Router {
  private readonly commands = new Map<string, Handler>()
  private readonly openCommands = new Map<string, OpenHandler>()
  private readonly reportedUnknown = new Set<string>()

  constructor(
    services: Service[],
    private readonly options: RouterOptions,
  ) {
    for (const service of services) {
      for (const [name, handler] of Object.entries(service.commands ?? {}))
        this.claim(this.commands, name, handler)
      for (const [name, handler] of Object.entries(service.openCommands ?? {})) {
        this.claim(this.openCommands, name, handler)
      }
    }
  }

  handle(connection: Connection, request: RequestFrame): void {
    try {
      const reply = this.run(connection, request)
      if (reply !== NO_REPLY) connection.reply(request, { ErrorCode: 0, ...reply })
    } catch (error) {
      connection.reply(request, this.refusal(error, request.head.servcmd))
    }
  }

  private claim<T>(handlers: Map<string, T>, name: string, handler: T): void {
    if (this.commands.has(name) || this.openCommands.has(name)) throw new Error(`two handlers for ${name}`)
    handlers.set(name, handler)
  }

  private run(connection: Connection, { head, body }: RequestFrame): Reply {
    const traced = {
      kind: 'request',
      servcmd: head.servcmd,
      instanceID: connection.instanceID,
      body,
    } as const
    const openHandler = this.openCommands.get(head.servcmd)
    if (openHandler) {
      this.options.trace.emit({ ...traced, userID: this.options.sessions.of(connection)?.userID ?? '' })
      return openHandler(connection, body, head)
    }
    const userID = this.authenticate(connection, head)
    const handler = this.commands.get(head.servcmd)
    this.options.trace.emit({ ...traced, userID, unknown: !handler })
    if (handler) return handler({ userID, connection }, body)
    this.reportUnknown(head.servcmd)
    return {}
  }

  /**
   * The user behind a request. After a reconnect the SDK repeats its waiting requests before it logs in again,
   * so a valid ticket is enough to bind a new socket.
   */
  private authenticate(connection: Connection, head: RequestHead): string {
    const { sessions, secretKey } = this.options
    const bound = sessions.of(connection)?.userID
    const named = head.a2 ? userOfTicket(head.a2, secretKey) : bound
    if (named === undefined) throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'not logged in')
    if (named !== bound) {
      if (!sessions.mayResume(named, connection)) {
        throw new ImError(ErrorCode.USER_SIG_INVALID, 'this login has ended')
      }
      sessions.attach(named, connection)
    }
    return named
  }

  private refusal(error: unknown, command: string): JsonObject {
    if (error instanceof ImError) return { ErrorCode: error.code, ErrorInfo: error.message }
    this.options.report(`${command} failed: ${error instanceof Error ? error.stack : String(error)}`)
    return { ErrorCode: ErrorCode.INTERNAL, ErrorInfo: 'internal error of the IM server' }
  }

  private reportUnknown(command: string): void {
    if (this.reportedUnknown.has(command)) return
    this.reportedUnknown.add(command)
    this.options.report(`unknown command ${command}: answered with success, nothing was done`)
  }
}
