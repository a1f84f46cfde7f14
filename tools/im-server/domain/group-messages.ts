import type { Log, Storage, Table } from '../storage'
import type { MessageContent } from './message'

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

/**
 * The messages of all groups and topics: one log for each, named by the ID of the group or of the topic. The
 * position in the log is the message's `seq`.
 */
export class GroupMessages {
  private readonly log: Log<GroupMessage>
  /** (group and sender, random and client time) → seq: a repeated request is answered, not kept again. */
  private readonly sent: Table<number>

  constructor(storage: Storage) {
    this.log = storage.log('group-messages')
    this.sent = storage.table('group-sent')
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

  /** The `seq` of the newest message, 0 if there is none. */
  end(chatID: string): number {
    return this.log.length(chatID)
  }

  /** The time for a message that is sent now: not before the newest one, whatever the clock does. */
  nextTime(chatID: string): number {
    return Math.max(Math.floor(Date.now() / 1000), this.get(chatID, this.end(chatID))?.time ?? 0)
  }
}

function sentKey({ from, random, clientTime }: Pick<GroupMessage, 'from' | 'random' | 'clientTime'>): string {
  return JSON.stringify([from, random, clientTime])
}
