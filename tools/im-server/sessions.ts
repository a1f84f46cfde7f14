import { ErrorCode, ImError } from './errors'
import { Limits } from './limits'
import type { Policy } from './policy'
import type { Storage, Table } from './storage'
import { Tickets, type Ticket } from './tickets'
import type { Connection } from './transport/connection'

/** What is kept of a login: who was replaced cannot come back with an old ticket, not even after a restart. */
interface Login {
  readonly platform: number
  readonly instanceID: string
  /** Seconds: the end of the UserSig. */
  readonly expiresAt: number
}

/**
 * One login of a user on one SDK instance. It outlives its sockets: when one breaks, the SDK opens another and
 * goes on with the ticket of the same login.
 */
export interface Session extends Login {
  readonly userID: string
  /** `undefined` while the client is away. */
  connection: Connection | undefined
  /** What of the user's inbox this instance is known to have; see `services/c2c/sync.ts`. */
  received: { position: number; counting: boolean }
  /** While a client that came back catches up; see {@link Sessions.catchUp}. */
  catchingUp?: { next: CatchUpStep; readonly held: HeldPush[] }
}

/** What the SDK asks after a reconnect, in this order; requests of before may be repeated in front of it. */
export type CatchUpStep = 'login' | 'conversations' | 'messages'

export interface HeldPush {
  push: () => void
  /** In the user's inbox; 0: not there. */
  position: number
}

const keyOf = ({ platform, instanceID }: Pick<Login, 'platform' | 'instanceID'>): string =>
  `${platform}/${instanceID}`

/** Who is logged in where: up to `policy.devices` instances of each platform for each user. */
export class Sessions {
  readonly tickets: Tickets
  /** (user, platform and instance), the latest login last. */
  private readonly logins: Table<Login>
  /** When this storage was made, in milliseconds. */
  private readonly since: number
  private readonly facts: Table<number>
  private readonly byUser = new Map<string, Map<string, Session>>()
  private readonly byConnection = new Map<Connection, Session>()
  /** Users whose last socket has just broken: they still pass for online. */
  private readonly leaving = new Map<string, NodeJS.Timeout>()
  /** Called when a user comes online or goes offline. */
  onPresence: (userID: string) => void = () => undefined

  constructor(
    storage: Storage,
    private readonly policy: Pick<Policy, 'secretKey' | 'devices'>,
  ) {
    this.tickets = new Tickets(storage, policy.secretKey)
    this.logins = storage.table('logins')
    this.facts = storage.table('sessions-facts')
    this.since = this.facts.get('', 'since') ?? Date.now()
  }

  of(connection: Connection): Session | undefined {
    return this.byConnection.get(connection)
  }

  /** The sessions of a user that can be reached now. */
  online(userID: string): Session[] {
    return this.all(userID).filter((session) => session.connection)
  }

  /** Those with a session that can be reached now. */
  onlineUsers(): string[] {
    return [...this.byUser.keys()].filter((userID) => this.online(userID).length > 0)
  }

  /** Whether the user passes for online: also for a moment after a socket broke, as most come back at once. */
  isOnline(userID: string): boolean {
    return this.leaving.has(userID) || this.online(userID).length > 0
  }

  /** Whether the user is logged in somewhere, reachable or not. */
  isLoggedIn(userID: string): boolean {
    return this.logins.rows(userID).some(([, { expiresAt }]) => !isPast(expiresAt))
  }

  /**
   * The user behind a request. After a reconnect the SDK repeats its waiting requests before it logs in again, so
   * a valid ticket is enough to bind a new socket.
   * @throws ImError 70001 (the SDK throws its user out) if nothing proves a user, or not any more; 70003 if the
   * login has ended
   */
  authenticate(connection: Connection, a2: string): string {
    const bound = this.byConnection.get(connection)
    if (bound && isPast(bound.expiresAt)) this.logOut(connection)
    if (!a2) {
      const session = this.byConnection.get(connection)
      if (!session) throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'not logged in')
      return session.userID
    }
    const ticket = this.tickets.verify(a2)
    if (!this.resume(ticket, connection))
      throw new ImError(ErrorCode.USER_SIG_INVALID, 'this login has ended')
    return ticket.userID
  }

  /**
   * A new login, with a UserSig that ends at `expiresAt` seconds.
   * @returns the sockets of the instances that had to make room, as far as they are still there
   */
  logIn(userID: string, expiresAt: number, connection: Connection): Connection[] {
    const { platform, instanceID } = connection
    const login = { platform, instanceID, expiresAt }
    this.logins.delete(userID, keyOf(login)) // so that it becomes the latest
    if (this.facts.get('', 'since') === undefined) this.facts.set('', 'since', this.since)
    this.logins.set(userID, keyOf(login), login)
    this.bind(userID, login, connection)
    return this.makeRoom(userID, connection)
  }

  /** Goes on with a login on another socket. `false`: that login has ended. */
  resume(ticket: Ticket, connection: Connection): boolean {
    const { userID, issuedAt, expiresAt } = ticket
    if (this.byConnection.get(connection)?.userID === userID) return true
    const { platform, instanceID } = connection
    let login = this.logins.get(userID, keyOf(connection))
    if (!login) {
      // A storage that never heard of the login, because it was emptied meanwhile, is no reason to refuse.
      if (issuedAt >= this.since || this.loginsOn(userID, platform).length >= this.policy.devices)
        return false
      login = { platform, instanceID, expiresAt }
      this.logins.set(userID, keyOf(login), login)
    }
    this.bind(userID, login, connection, true)
    return true
  }

  /** The socket is gone or no longer the user's; the login itself stays. */
  detach(connection: Connection): void {
    const userID = this.unbind(connection)?.userID
    if (userID === undefined || this.isOnline(userID)) return
    const leave = (): void => {
      this.leaving.delete(userID)
      this.onPresence(userID)
    }
    this.leaving.set(userID, setTimeout(leave, Limits.offlineGraceMs).unref())
  }

  /** Ends the login: its ticket is no longer accepted from this instance. */
  logOut(connection: Connection): void {
    const session = this.byConnection.get(connection)
    if (!session) return
    this.end(session.userID, keyOf(session))
    if (!this.isOnline(session.userID)) this.onPresence(session.userID)
  }

  /**
   * Ends all logins of a user, wherever they are: every request with a ticket from before is refused with 70001,
   * at which the SDK says `userSigExpired`. A new login needs a UserSig.
   */
  expire(userID: string): void {
    this.tickets.end(userID)
    const wasOnline = this.isOnline(userID)
    for (const [key] of this.logins.rows(userID)) this.end(userID, key)
    this.stay(userID)
    if (wasOnline) this.onPresence(userID)
  }

  /** Forgets the timers. */
  close(): void {
    for (const userID of [...this.leaving.keys()]) this.stay(userID)
  }

  /**
   * A client that came back has asked for a part of what it has missed. Pushes wait until it has asked for all: the
   * SDK looks for gaps behind the newest message it has, and would not see those before one that was pushed
   * meanwhile.
   * @param told the position in the inbox up to which it knows now
   */
  catchUp(connection: Connection, step: CatchUpStep, told = 0): void {
    const session = this.byConnection.get(connection)
    if (session?.catchingUp?.next !== step) return
    if (step === 'login') session.catchingUp.next = 'conversations'
    else if (step === 'conversations') session.catchingUp.next = 'messages'
    else this.release(connection, told)
  }

  private release(connection: Connection, told: number): void {
    const session = this.byConnection.get(connection)
    const held = session?.catchingUp?.held ?? []
    delete session?.catchingUp
    for (const { push, position } of held) if (position === 0 || position > told) push()
  }

  private holdPushes(session: Session): void {
    const { connection } = session
    if (!connection) return
    session.catchingUp = { next: 'login', held: [] }
    // A client that does not catch up gets them all the same.
    setTimeout(() => this.release(connection, 0), Limits.holdPushesMs).unref()
  }

  private all(userID: string): Session[] {
    return [...(this.byUser.get(userID)?.values() ?? [])]
  }

  private loginsOn(userID: string, platform: number): Login[] {
    return this.logins
      .rows(userID)
      .map(([, login]) => login)
      .filter((login) => login.platform === platform)
  }

  /** @param back the client was here before, perhaps before a restart of the server */
  private bind(userID: string, login: Login, connection: Connection, back = false): void {
    if (this.byConnection.has(connection)) this.detach(connection)
    const wasOnline = this.isOnline(userID)
    let sessions = this.byUser.get(userID)
    if (!sessions) this.byUser.set(userID, (sessions = new Map<string, Session>()))
    const previous = sessions.get(keyOf(login))
    if (previous?.connection) this.unbind(previous.connection)
    const received = { position: previous?.received.position ?? 0, counting: false }
    const session: Session = { ...login, userID, connection, received }
    if (previous || back) this.holdPushes(session)
    sessions.set(keyOf(login), session)
    this.byConnection.set(connection, session)
    this.stay(userID)
    if (!wasOnline) this.onPresence(userID)
  }

  private makeRoom(userID: string, newest: Connection): Connection[] {
    const sessions = this.byUser.get(userID)
    const connectionOf = (login: Login): Connection | undefined => sessions?.get(keyOf(login))?.connection
    const logins = this.loginsOn(userID, newest.platform)
    // Who is away goes first: a page that was reloaded, say. Then the oldest.
    const leavers = [...logins.filter((login) => !connectionOf(login)), ...logins.filter(connectionOf)]
    return leavers.slice(0, Math.max(0, logins.length - this.policy.devices)).flatMap((login) => {
      const connection = connectionOf(login)
      this.end(userID, keyOf(login))
      return connection ?? []
    })
  }

  private end(userID: string, key: string): void {
    const sessions = this.byUser.get(userID)
    const connection = sessions?.get(key)?.connection
    if (connection) this.unbind(connection)
    sessions?.delete(key)
    if (sessions?.size === 0) this.byUser.delete(userID)
    this.logins.delete(userID, key)
  }

  private unbind(connection: Connection): Session | undefined {
    const session = this.byConnection.get(connection)
    this.byConnection.delete(connection)
    if (session) session.connection = undefined
    return session
  }

  private stay(userID: string): void {
    clearTimeout(this.leaving.get(userID))
    this.leaving.delete(userID)
  }
}

function isPast(seconds: number): boolean {
  return seconds * 1000 <= Date.now()
}
