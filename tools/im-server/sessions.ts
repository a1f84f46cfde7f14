import type { Storage, Table } from './storage'
import type { Connection } from './transport/connection'

/**
 * One login of a user on one SDK instance. It outlives its sockets: when one breaks, the SDK opens another and
 * goes on with the ticket of the same login.
 */
export interface Session {
  readonly userID: string
  readonly platform: number
  readonly instanceID: string
  /** `undefined` while the client is away. */
  connection: Connection | undefined
  /** What of the user's inbox this instance is known to have; see `services/c2c/sync.ts`. */
  received: { position: number; counting: boolean }
}

/** In the place of an instance ID: the user has logged out on that platform. */
const NOBODY = ''

/**
 * Who is logged in where. A user has one login per platform; which instance holds it is kept in the storage, so
 * that an instance that was replaced cannot come back with its old ticket, not even after a restart.
 */
export class Sessions {
  private readonly holders: Table<string>
  private readonly byUser = new Map<string, Map<number, Session>>()
  private readonly byConnection = new Map<Connection, Session>()
  /** Called when a user comes online (the first socket) or goes offline (the last one). */
  onPresence: (userID: string) => void = () => undefined

  constructor(storage: Storage) {
    this.holders = storage.table('session-holders')
  }

  of(connection: Connection): Session | undefined {
    return this.byConnection.get(connection)
  }

  /** The sessions of a user that can be reached now. */
  online(userID: string): Session[] {
    return [...(this.byUser.get(userID)?.values() ?? [])].filter((session) => session.connection)
  }

  onlineUsers(): string[] {
    return [...this.byUser.keys()].filter((userID) => this.online(userID).length > 0)
  }

  /** Whether the user is logged in somewhere, reachable or not. */
  isLoggedIn(userID: string): boolean {
    return this.holders.rows(userID).some(([, instanceID]) => instanceID !== NOBODY)
  }

  /**
   * Whether an instance may go on with a ticket: not if another one has taken its place or it has logged out.
   * A storage that never heard of the login (it was emptied meanwhile) is no reason to refuse.
   */
  mayResume(userID: string, connection: Connection): boolean {
    const holder = this.holders.get(userID, String(connection.platform))
    return holder === undefined || holder === connection.instanceID
  }

  /**
   * Makes the connection the user's one on its platform.
   * @returns the socket of the instance that was replaced, if it is still there
   */
  attach(userID: string, connection: Connection): Connection | undefined {
    const { platform, instanceID } = connection
    const bound = this.byConnection.get(connection)
    if (bound && bound.userID !== userID) this.detach(connection)

    const wasOnline = this.online(userID).length > 0
    let sessions = this.byUser.get(userID)
    if (!sessions) this.byUser.set(userID, (sessions = new Map<number, Session>()))
    const previous = sessions.get(platform)
    const replaced = previous?.instanceID === instanceID ? undefined : previous?.connection
    if (previous?.connection && previous.connection !== connection) this.unbind(previous.connection)

    const session: Session =
      previous?.instanceID === instanceID
        ? previous
        : { userID, platform, instanceID, connection, received: { position: 0, counting: false } }
    if (session.connection !== connection) session.received.counting = false
    session.connection = connection
    sessions.set(platform, session)
    this.byConnection.set(connection, session)
    this.holders.set(userID, String(platform), instanceID)
    if (!wasOnline) this.onPresence(userID)
    return replaced
  }

  /** The socket is gone or no longer the user's; the login itself stays. */
  detach(connection: Connection): void {
    const session = this.unbind(connection)
    if (session) this.announceIfGone(session.userID)
  }

  /** Ends the login: its ticket is no longer accepted from this instance. */
  logOut(connection: Connection): void {
    const session = this.unbind(connection)
    if (!session) return
    this.holders.set(session.userID, String(session.platform), NOBODY)
    this.byUser.get(session.userID)?.delete(session.platform)
    this.announceIfGone(session.userID)
  }

  private unbind(connection: Connection): Session | undefined {
    const session = this.byConnection.get(connection)
    this.byConnection.delete(connection)
    if (session) session.connection = undefined
    return session
  }

  private announceIfGone(userID: string): void {
    if (this.online(userID).length === 0) this.onPresence(userID)
  }
}
