import type { PushEvent } from '../push'
import type { Log, Storage } from '../storage'

/** Something that a user has to learn of, connected or not. */
export type InboxEntry = {
  /** The instance that caused it, if it was one of the user's own: it knows already. */
  readonly origin: string
} & (
  | { readonly kind: 'message'; readonly peer: string; readonly position: number }
  | { readonly kind: 'notice'; readonly event: PushEvent }
)

/** For each user, in order, what was to be delivered; a client that was away asks for what it has missed. */
export class Inbox {
  private readonly log: Log<InboxEntry>

  constructor(storage: Storage) {
    this.log = storage.log('inbox')
  }

  /** Returns the position of the new entry. */
  add(userID: string, entry: InboxEntry): number {
    return this.log.append(userID, entry)
  }

  /** The position of the newest entry, 0 if there is none. */
  end(userID: string): number {
    return this.log.length(userID)
  }

  /** The entries behind a position, oldest first. */
  after(userID: string, position: number): InboxEntry[] {
    const entries: InboxEntry[] = []
    for (let next = position + 1; next <= this.end(userID); next += 1) {
      const entry = this.log.get(userID, next)
      if (entry) entries.push(entry)
    }
    return entries
  }
}
