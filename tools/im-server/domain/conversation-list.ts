import { Limits } from '../limits'
import type { Storage, Table } from '../storage'

/** What a user has in the list for one conversation, of either kind. */
export interface ListEntry {
  /** From the first message on, until deleted. */
  readonly listed: boolean
  readonly pinned: boolean
  /** Grows with each message (and deletion) over all conversations of the user: the order of the list. */
  readonly activity: number
  /** Bit k is set: marked with 2^k. As a string of 0 and 1, the rightmost is bit 0; empty: no marks. */
  readonly marks: string
  /** Of the host, as it wrote it. */
  readonly customData: string
}

const ABSENT: ListEntry = { listed: false, pinned: false, activity: 0, marks: '', customData: '' }

/** The other side of a conversation, as requests name it. */
export type Peer =
  { readonly kind: 'c2c'; readonly userID: string } | { readonly kind: 'group'; readonly groupID: string }

/** The key of a conversation, written as in the SDK's `conversationID`. */
export function conversationIDOf(peer: Peer): string {
  return peer.kind === 'c2c' ? `C2C${peer.userID}` : `GROUP${peer.groupID}`
}

export function peerOf(conversationID: string): Peer {
  return conversationID.startsWith('GROUP')
    ? { kind: 'group', groupID: conversationID.slice('GROUP'.length) }
    : { kind: 'c2c', userID: conversationID.slice('C2C'.length) }
}

/** Which conversations each user has, and what the user has done with them as a whole. */
export class ConversationList {
  private readonly entries: Table<ListEntry>
  /** The newest activity of each user. */
  private readonly activities: Table<number>
  /** (user, instance) → the revision that the instance was given last; of the latest instances. */
  private readonly given: Table<number>

  constructor(storage: Storage) {
    this.entries = storage.table('conversation-list')
    this.activities = storage.table('conversation-activity')
    this.given = storage.table('conversation-list-given')
  }

  entry(owner: string, peer: Peer): ListEntry {
    return this.entries.get(owner, conversationIDOf(peer)) ?? ABSENT
  }

  change(owner: string, peer: Peer, change: Partial<ListEntry>): void {
    this.entries.set(owner, conversationIDOf(peer), { ...this.entry(owner, peer), ...change })
  }

  /** Puts the conversation in the list and, unless `silent`, before all others. */
  touch(owner: string, peer: Peer, { silent = false } = {}): void {
    if (silent && this.entry(owner, peer).listed) return
    this.change(owner, peer, { listed: true, activity: this.nextActivity(owner) })
  }

  /**
   * Takes the conversation off the list, and its pin with it. Marks and custom data stay: the SDK asks for them
   * when the conversation comes back with a message.
   */
  remove(owner: string, peer: Peer): void {
    if (!this.entry(owner, peer).listed) return
    this.change(owner, peer, { listed: false, pinned: false, activity: this.nextActivity(owner) })
  }

  /** The number of changes so far: for {@link removedSince}. */
  revision(owner: string): number {
    return this.activities.get('all', owner) ?? 0
  }

  /** The revision that an instance was given last; `undefined` for one that is new. */
  givenTo(owner: string, instanceID: string): number | undefined {
    return this.given.get(owner, instanceID)
  }

  /** Notes that an instance is given the list as it is now. */
  give(owner: string, instanceID: string): void {
    this.given.delete(owner, instanceID) // so that it becomes the latest
    this.given.set(owner, instanceID, this.revision(owner))
    const [oldest, ...others] = this.given.rows(owner)
    if (oldest && others.length >= Limits.rememberedInstances) this.given.delete(owner, oldest[0])
  }

  /** What was taken off the list after a revision and has not come back. */
  removedSince(owner: string, revision: number): Peer[] {
    return this.entries
      .rows(owner)
      .filter(([, { listed, activity }]) => !listed && activity > revision)
      .map(([conversationID]) => peerOf(conversationID))
  }

  /** The conversations in the user's list: pinned ones first, then the latest activity first. */
  peers(owner: string): Peer[] {
    return this.entries
      .rows(owner)
      .filter(([, entry]) => entry.listed)
      .sort(([, a], [, b]) => Number(b.pinned) - Number(a.pinned) || b.activity - a.activity)
      .map(([conversationID]) => peerOf(conversationID))
  }

  /** The latest conversations that were last active before an activity. */
  page(owner: string, before: number, count: number): { peers: Peer[]; complete: boolean; last: number } {
    const older = this.entries
      .rows(owner)
      .filter(([, { listed, activity }]) => listed && activity < before)
      .sort(([, a], [, b]) => b.activity - a.activity)
    const page = older.slice(0, count)
    return {
      peers: page.map(([conversationID]) => peerOf(conversationID)),
      complete: older.length <= count,
      last: page.at(-1)?.[1].activity ?? 0,
    }
  }

  /** Those that were marked or have custom data, whether listed or not. */
  annotated(owner: string): Peer[] {
    return this.entries
      .rows(owner)
      .filter(([, { marks, customData }]) => marks !== '' || customData !== '')
      .map(([conversationID]) => peerOf(conversationID))
  }

  private nextActivity(owner: string): number {
    const activity = this.revision(owner) + 1
    this.activities.set('all', owner, activity)
    return activity
  }
}
