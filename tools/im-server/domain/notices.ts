import { Limits } from '../limits'
import type { PushEvent } from '../push'
import type { Storage, Table } from '../storage'

const ALL = 'all'

/** What a user has to be told of at the next login, besides messages. */
export class Notices {
  /** The position in the inbox up to which some instance of the user has got the notices. */
  private readonly seen: Table<number>
  /** (user, chat and seq) → an "@" notice that waits until the message is read */
  private readonly mentions: Table<PushEvent>

  constructor(storage: Storage) {
    this.seen = storage.table('notices-seen')
    this.mentions = storage.table('mentions')
  }

  seenUpTo(userID: string): number {
    return this.seen.get(ALL, userID) ?? 0
  }

  markSeen(userID: string, position: number): void {
    if (position > this.seenUpTo(userID)) this.seen.set(ALL, userID, position)
  }

  /** @param seq of the message, in the group or topic `chatID` */
  addMention(userID: string, chatID: string, seq: number, event: PushEvent): void {
    const [oldest, ...others] = this.mentions.rows(userID)
    if (oldest && others.length + 1 >= Limits.mentions) this.mentions.delete(userID, oldest[0])
    this.mentions.set(userID, mentionKey(chatID, seq), event)
  }

  /** Of the messages that the user has not read yet. */
  mentionsOf(userID: string): PushEvent[] {
    return this.mentions.rows(userID).map(([, event]) => event)
  }

  /** Forgets those of messages up to `seq`. */
  clearMentions(userID: string, chatID: string, seq = Infinity): void {
    for (const [key] of this.mentions.rows(userID)) {
      const [ofChat, ofSeq] = JSON.parse(key) as [string, number]
      if (ofChat === chatID && ofSeq <= seq) this.mentions.delete(userID, key)
    }
  }
}

function mentionKey(chatID: string, seq: number): string {
  return JSON.stringify([chatID, seq])
}
