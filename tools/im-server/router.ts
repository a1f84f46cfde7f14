import { ErrorCode, ImError } from './errors'
import type { Faults, Passage } from './faults'
import type { JsonObject } from './json'
import { Limits } from './limits'
import type { Sessions } from './sessions'
import type { Trace } from './trace'
import type { Connection } from './transport/connection'
import { DETACHED } from './transport/detached'
import type { RequestFrame, RequestHead } from './transport/frames'

/** Returned by a handler whose request must not be answered: the SDK would take the answer for a push. */
export const NO_REPLY = Symbol('no reply')

/** How much of the name of an unknown command is reported. */
const LONGEST_COMMAND = 100

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
  sessions: Sessions
  trace: Trace
  faults: Faults
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
    const { faults, trace } = this.options
    const { servcmd } = request.head
    const passage = {
      on: 'request',
      userID: this.userNamedBy(connection, request.head),
      command: servcmd,
      client: connection,
    } as const
    const unknown = !this.commands.has(servcmd) && !this.openCommands.has(servcmd)
    const { instanceID } = connection
    trace.emit({ kind: 'request', servcmd, userID: passage.userID, instanceID, body: request.body, unknown })
    faults.incoming(
      passage,
      () => this.answer(connection, request, passage),
      (code, info) => connection.reply(request, { ErrorCode: code, ErrorInfo: info }),
    )
  }

  /**
   * Runs a command for a user who does not send it over a socket: from the control API, or for a back end.
   * It is the same handler that the user's SDK would reach. Nothing is sent back, and no instance of the user
   * counts as the one that did it.
   * @throws ImError where the SDK would be refused
   */
  perform(userID: string, servcmd: string, body: JsonObject): JsonObject {
    const handler = this.commands.get(servcmd)
    if (!handler) throw new ImError(ErrorCode.INVALID_REQUEST, `there is no command ${servcmd}`)
    const reply = handler({ userID, connection: DETACHED }, body)
    return typeof reply === 'object' ? reply : {}
  }

  private answer(connection: Connection, request: RequestFrame, passage: Passage): void {
    let answer: JsonObject
    try {
      const reply = this.run(connection, request)
      if (reply === NO_REPLY) return
      answer = { ErrorCode: 0, ...reply }
    } catch (error) {
      answer = this.refusal(error, request.head.servcmd)
    }
    const fault = this.options.faults.replyError({ ...passage, on: 'reply' })
    connection.reply(request, fault ? { ErrorCode: fault.code, ErrorInfo: fault.info } : answer)
  }

  /** Whom a request speaks for, believed without proof: for people who look on, and to aim faults. */
  private userNamedBy(connection: Connection, { a2, identifier }: RequestHead): string {
    const bound = this.options.sessions.of(connection)?.userID
    if (bound !== undefined) return bound
    return (a2 ? this.options.sessions.tickets.read(a2)?.userID : undefined) ?? identifier
  }

  private claim<T>(handlers: Map<string, T>, name: string, handler: T): void {
    if (this.commands.has(name) || this.openCommands.has(name)) throw new Error(`two handlers for ${name}`)
    handlers.set(name, handler)
  }

  private run(connection: Connection, { head, body }: RequestFrame): Reply {
    const openHandler = this.openCommands.get(head.servcmd)
    if (openHandler) return openHandler(connection, body, head)
    const userID = this.options.sessions.authenticate(connection, head.a2)
    const handler = this.commands.get(head.servcmd)
    if (handler) return handler({ userID, connection }, body)
    this.reportUnknown(head.servcmd)
    return {}
  }

  private refusal(error: unknown, command: string): JsonObject {
    if (error instanceof ImError) return { ErrorCode: error.code, ErrorInfo: error.message }
    this.options.report(`${command} failed: ${error instanceof Error ? error.stack : String(error)}`)
    return { ErrorCode: ErrorCode.INTERNAL, ErrorInfo: 'internal error of the IM server' }
  }

  private reportUnknown(command: string): void {
    const name = command.slice(0, LONGEST_COMMAND).replace(/\p{Cc}/gu, '?')
    if (this.reportedUnknown.has(name) || this.reportedUnknown.size >= Limits.unknownCommands) return
    this.reportedUnknown.add(name)
    this.options.report(`unknown command ${name}: answered with success, nothing was done`)
  }
}
