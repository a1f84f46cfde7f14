import type { Log, Storage, Table } from '../storage'
import type { MessageContent } from './message'
import { nowInSeconds } from '../clock'

/** A message in a group as it is kept: written by a member, or a tip of the server about a change. */
export interface GroupMessage extends MessageContent {
  /** The number in its group, from 1 without gaps; tips count. */
  readonly seq: number
  readonly clientSeq: number
  /** 1 High, 2 Normal, 3 Low, 4 Lowest. */
  readonly priority: number
  /** `GroupAtInfo` as sent. */
  readonly at: readonly unknown[]
  /** Whom it is for; absent: all members. */
  readonly targets?: readonly string[]
  /** `MsgBody` of a tip (an object); `body` is then empty. */
  readonly tip?: Readonly<Record<string, unknown>>
}

/** That a message was revoked, and when, in milliseconds. */
export interface Revocation {
  readonly seq: number
  readonly time: number
}

/**
 * The messages of all groups and topics: one log for each, named by the ID of the group or of the topic. The
 * position in the log is the message's `seq`.
 */
export class GroupMessages {
  private readonly log: Log<GroupMessage>
  /** (group and sender, random and client time) → seq: a repeated request is answered, not kept again. */
  private readonly sent: Table<number>
  private readonly revocations: Log<Revocation>

  constructor(storage: Storage) {
    this.log = storage.log('group-messages')
    this.sent = storage.table('group-sent')
    this.revocations = storage.log('group-revocations')
  }

  append(chatID: string, message: Omit<GroupMessage, 'seq'>): GroupMessage {
    const kept = { ...message, seq: this.end(chatID) + 1 }
    this.log.append(chatID, kept)
    if (!kept.tip) this.sent.set(chatID, sentKey(kept), kept.seq)
    return kept
  }

  /** What this sender has already sent with these numbers. */
  findSent(
    chatID: string,
    key: Pick<GroupMessage, 'from' | 'random' | 'clientTime'>,
  ): GroupMessage | undefined {
    const seq = this.sent.get(chatID, sentKey(key))
    return seq === undefined ? undefined : this.get(chatID, seq)
  }

  get(chatID: string, seq: number): GroupMessage | undefined {
    return this.log.get(chatID, seq)
  }

  /** @throws RangeError for a message that does not exist: look first */
  change(chatID: string, seq: number, change: Partial<GroupMessage>): GroupMessage {
    const message = this.get(chatID, seq)
    if (!message) throw new RangeError(`no message ${seq} in ${chatID}`)
    const changed = { ...message, ...change }
    this.log.replace(chatID, seq, changed)
    return changed
  }

  /** @throws RangeError for a message that does not exist: look first */
  revoke(chatID: string, seq: number, revoked: { by: string; reason: string }): GroupMessage {
    const message = this.change(chatID, seq, { revoked })
    this.revocations.append(chatID, { seq, time: Date.now() })
    return message
  }

  /** What was revoked after `time` (milliseconds), oldest first. */
  revokedSince(chatID: string, time: number): Revocation[] {
    const found: Revocation[] = []
    for (let position = this.revocations.length(chatID); position > 0; position -= 1) {
      const revocation = this.revocations.get(chatID, position)
      if (!revocation || revocation.time <= time) break
      found.push(revocation)
    }
    return found.reverse()
  }

  /** When a message was last revoked, in milliseconds; 0: never. */
  lastRevocation(chatID: string): number {
    return this.revocations.get(chatID, this.revocations.length(chatID))?.time ?? 0
  }

  /** The `seq` of the newest message, 0 if there is none. */
  end(chatID: string): number {
    return this.log.length(chatID)
  }

  /** Forgets the oldest messages, up to a `seq`. */
  forget(chatID: string, seq: number): void {
    for (let old = this.log.start(chatID); old <= seq; old += 1) {
      const message = this.get(chatID, old)
      if (message) this.sent.delete(chatID, sentKey(message))
    }
    this.log.trim(chatID, seq)
  }

  /** The time for a message that is sent now: not before the newest one, whatever the clock does. */
  nextTime(chatID: string): number {
    return Math.max(nowInSeconds(), this.get(chatID, this.end(chatID))?.time ?? 0)
  }
}

function sentKey({ from, random, clientTime }: Pick<GroupMessage, 'from' | 'random' | 'clientTime'>): string {
  return JSON.stringify([from, random, clientTime])
}
