import { Limits } from '../limits'
import type { PushEvent } from '../push'
import type { Log, Storage } from '../storage'
import { nowInSeconds } from '../clock'

/** Something that a user has to learn of, connected or not. */
export type InboxEntry = {
  /** The instance that caused it, if it was one of the user's own: it knows already. */
  readonly origin: string
} & (
  | { readonly kind: 'message'; readonly peer: string; readonly position: number }
  | { readonly kind: 'notice'; readonly event: PushEvent }
)

/** With the time it was added, in seconds. */
type KeptEntry = InboxEntry & { readonly at: number }

/**
 * For each user, in order, what was to be delivered; a client that was away asks for what it has missed. Old
 * entries are forgotten: messages are in the history all the same.
 */
export class Inbox {
  private readonly log: Log<KeptEntry>

  constructor(storage: Storage) {
    this.log = storage.log('inbox')
  }

  /** Returns the position of the new entry. */
  add(userID: string, entry: InboxEntry): number {
    const at = nowInSeconds()
    const position = this.log.append(userID, { ...entry, at })
    this.forget(userID, position - Limits.inboxEntries, at - Limits.inboxSeconds)
    return position
  }

  /** The position of the newest entry, 0 if there is none. */
  end(userID: string): number {
    return this.log.length(userID)
  }

  /** The entries behind a position, oldest first. */
  after(userID: string, position: number): InboxEntry[] {
    const entries: InboxEntry[] = []
    for (let next = Math.max(position + 1, this.log.start(userID)); next <= this.end(userID); next += 1) {
      const entry = this.log.get(userID, next)
      if (entry) entries.push(entry)
    }
    return entries
  }

  /** The entry at a position that {@link add} has given. */
  get(userID: string, position: number): InboxEntry | undefined {
    return this.log.get(userID, position)
  }

  /** Forgets the entries up to a position, and those behind it that are older than a time (seconds). */
  private forget(userID: string, position: number, time: number): void {
    let oldest = Math.max(this.log.start(userID), position + 1)
    while ((this.log.get(userID, oldest)?.at ?? Infinity) < time) oldest += 1
    if (oldest > this.log.start(userID)) this.log.trim(userID, oldest - 1)
  }
}
