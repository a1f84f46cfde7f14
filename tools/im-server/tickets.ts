import { createHmac, timingSafeEqual } from 'node:crypto'
import { ErrorCode, ImError } from './errors'
import type { Storage, Table } from './storage'

/** What a ticket states. */
export interface Ticket {
  readonly userID: string
  /** Milliseconds. */
  readonly issuedAt: number
  /** Seconds: the end of the UserSig that the login was made with. */
  readonly expiresAt: number
}

const ALL = 'all'

/**
 * The tickets (`A2Key`) that the SDK shows with each request after login. They are signed and not kept, so that
 * they stay valid over a restart.
 */
export class Tickets {
  /** user → milliseconds: what was issued up to then is not accepted any more. */
  private readonly ends: Table<number>

  constructor(
    storage: Storage,
    private readonly secretKey: string,
  ) {
    this.ends = storage.table('ticket-ends')
  }

  issue(userID: string, expiresAt: number): string {
    const issuedAt = Math.max(Date.now(), (this.ends.get(ALL, userID) ?? 0) + 1)
    const text = [Buffer.from(userID).toString('base64url'), issuedAt, expiresAt].join('.')
    return `${text}.${this.sign(text).toString('base64url')}`
  }

  /** What a ticket of this server states, valid or not; `undefined` for anything else. */
  read(text: string): Ticket | undefined {
    const end = text.lastIndexOf('.')
    const stated = text.slice(0, Math.max(end, 0))
    const given = Buffer.from(text.slice(end + 1), 'base64url')
    const genuine = this.sign(stated)
    if (given.length !== genuine.length || !timingSafeEqual(given, genuine)) return undefined
    const [name = '', issuedAt, expiresAt] = stated.split('.')
    const userID = Buffer.from(name, 'base64url').toString('utf8')
    return { userID, issuedAt: Number(issuedAt), expiresAt: Number(expiresAt) }
  }

  /** @throws ImError 70001, at which the SDK throws its user out with `userSigExpired` */
  verify(text: string): Ticket {
    const ticket = this.read(text)
    if (!ticket) throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'unknown ticket')
    if (
      ticket.expiresAt * 1000 <= Date.now() ||
      ticket.issuedAt <= (this.ends.get(ALL, ticket.userID) ?? 0)
    ) {
      throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'the ticket has expired')
    }
    return ticket
  }

  /** Ends all tickets of a user that were issued so far. */
  end(userID: string): void {
    this.ends.set(ALL, userID, Math.max(Date.now(), (this.ends.get(ALL, userID) ?? 0) + 1))
  }

  private sign(text: string): Buffer {
    return createHmac('sha256', this.secretKey).update(`a2:${text}`).digest()
  }
}
