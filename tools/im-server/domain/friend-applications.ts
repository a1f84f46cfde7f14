import type { Storage, Table } from '../storage'

/** The two sides of an application, named as on the wire (`PendencyType`). */
export const ApplicationSide = { RECEIVED: 'Pendency_Type_ComeIn', SENT: 'Pendency_Type_SendOut' } as const
export type ApplicationSide = (typeof ApplicationSide)[keyof typeof ApplicationSide]

/** What somebody wrote who wants to be a friend. */
export interface FriendApplication {
  /** Seconds. */
  readonly time: number
  readonly source: string
  readonly wording: string
  /** Whether the applicant comes into the other's list as well. */
  readonly bothWays: boolean
  /** What the applicant notes down of the new friend. */
  readonly remark: string
  readonly groups: readonly string[]
  /** The receiver has looked at it. */
  readonly read: boolean
}

interface Side {
  readonly side: ApplicationSide
  readonly peer: string
}

/** Applications that wait for an answer. Each of the two users has a record, and may delete it. */
export class FriendApplications {
  /** (owner, side and peer) */
  private readonly rows: Table<FriendApplication & Side>

  constructor(storage: Storage) {
    this.rows = storage.table('friend-applications')
  }

  received(owner: string, applicant: string): FriendApplication | undefined {
    return this.rows.get(owner, keyOf(ApplicationSide.RECEIVED, applicant))
  }

  /** Latest first. */
  list(owner: string): (FriendApplication & Side)[] {
    return this.rows
      .rows(owner)
      .map(([, row]) => row)
      .reverse()
  }

  unreadCount(owner: string): number {
    return this.list(owner).filter(({ side, read }) => side === ApplicationSide.RECEIVED && !read).length
  }

  /** A repeated application takes the place of the first. */
  put(applicant: string, receiver: string, application: FriendApplication): void {
    this.remove(applicant, receiver)
    const put = (owner: string, side: ApplicationSide, peer: string): void =>
      this.rows.set(owner, keyOf(side, peer), { ...application, side, peer })
    put(receiver, ApplicationSide.RECEIVED, applicant)
    put(applicant, ApplicationSide.SENT, receiver)
  }

  /** Everything that came up to a time (seconds). */
  markRead(owner: string, time: number): void {
    for (const [key, row] of this.rows.rows(owner)) {
      if (!row.read && row.time <= time) this.rows.set(owner, key, { ...row, read: true })
    }
  }

  /** Answered: it is gone on both sides. @returns whether there was one */
  remove(applicant: string, receiver: string): boolean {
    const sent = this.removeSide(applicant, ApplicationSide.SENT, receiver)
    const received = this.removeSide(receiver, ApplicationSide.RECEIVED, applicant)
    return sent || received
  }

  /** Deleted by its owner: the other side stays. @returns whether there was one */
  removeSide(owner: string, side: ApplicationSide, peer: string): boolean {
    const key = keyOf(side, peer)
    if (!this.rows.get(owner, key)) return false
    this.rows.delete(owner, key)
    return true
  }
}

function keyOf(side: ApplicationSide, peer: string): string {
  return `${side} ${peer}`
}
