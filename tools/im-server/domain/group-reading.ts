import type { Storage, Table } from '../storage'
import type { GroupMessage, GroupMessages } from './group-messages'
import { UNTOUCHED_CHAT, type ChatState, type Groups } from './groups'
import type { Topics } from './topics'

/**
 * The groups and topics as each user sees them: what is in them, and what is unread. `chatID` is the ID of a group
 * or of a topic. Whether the user may look at all is for the caller to check.
 */
export class GroupReading {
  /** Single messages that a user deleted; the partition is the user and the chat. */
  private readonly deleted: Table<true>

  constructor(
    storage: Storage,
    private readonly groups: Groups,
    private readonly topics: Topics,
    private readonly messages: GroupMessages,
  ) {
    this.deleted = storage.table('group-deleted')
  }

  state(chatID: string, userID: string): ChatState {
    if (this.topics.get(chatID)) return this.topics.state(chatID, userID)
    return this.groups.member(chatID, userID) ?? UNTOUCHED_CHAT
  }

  change(chatID: string, userID: string, change: Partial<ChatState>): void {
    if (this.topics.get(chatID)) this.topics.changeState(chatID, userID, change)
    else if (this.groups.member(chatID, userID)) this.groups.changeMember(chatID, userID, change)
  }

  isVisible(chatID: string, userID: string, { seq, from, targets }: GroupMessage): boolean {
    return (
      seq > this.state(chatID, userID).hiddenSeq &&
      (!targets || from === userID || targets.includes(userID)) &&
      !this.deleted.get(deletedPartition(userID, chatID), String(seq))
    )
  }

  /** The messages that the user may see, newest first, from `from` (inclusive) backwards. */
  *backwards(chatID: string, userID: string, from = Infinity): Generator<GroupMessage> {
    const { hiddenSeq } = this.state(chatID, userID)
    for (let seq = Math.min(from, this.messages.end(chatID)); seq > hiddenSeq; seq -= 1) {
      const message = this.messages.get(chatID, seq)
      if (message && this.isVisible(chatID, userID, message)) yield message
    }
  }

  /** What the list shows of the conversation. */
  lastMessage(chatID: string, userID: string): GroupMessage | undefined {
    for (const message of this.backwards(chatID, userID)) if (!message.noLastMessage) return message
    return undefined
  }

  isUnread(chatID: string, userID: string, message: GroupMessage): boolean {
    return (
      message.seq > this.state(chatID, userID).readSeq &&
      message.from !== userID &&
      !message.revoked &&
      !message.noUnread &&
      this.isVisible(chatID, userID, message)
    )
  }

  unreadCount(chatID: string, userID: string): number {
    let count = 0
    const end = this.messages.end(chatID)
    for (let { readSeq: seq } = this.state(chatID, userID); seq < end; seq += 1) {
      const message = this.messages.get(chatID, seq + 1)
      if (message && this.isUnread(chatID, userID, message)) count += 1
    }
    return count
  }

  /**
   * How many of the messages above the read sequence do not count: own ones, revoked ones, ones that are not to
   * count, not for this user, or deleted. The client takes the difference of the sequences and subtracts this.
   */
  ignoredUnread(chatID: string, userID: string): number {
    const above = this.messages.end(chatID) - this.state(chatID, userID).readSeq
    return Math.max(0, above) - this.unreadCount(chatID, userID)
  }

  /** Everything up to `seq`. @returns whether that was news: a report may be repeated, or come late */
  markRead(chatID: string, userID: string, seq: number): boolean {
    const readSeq = Math.min(seq, this.messages.end(chatID))
    if (readSeq <= this.state(chatID, userID).readSeq) return false
    this.change(chatID, userID, { readSeq })
    return true
  }

  /** An own message needs no reading; others in front of it still do. */
  passOwn(chatID: string, userID: string, seq: number): void {
    if (this.state(chatID, userID).readSeq === seq - 1) this.change(chatID, userID, { readSeq: seq })
  }

  /** All that is there now is read, and out of this user's sight. */
  clear(chatID: string, userID: string): void {
    const end = this.messages.end(chatID)
    this.change(chatID, userID, { readSeq: end, hiddenSeq: end })
  }

  /** For this user only. */
  deleteMessage(chatID: string, userID: string, seq: number): void {
    this.deleted.set(deletedPartition(userID, chatID), String(seq), true)
  }
}

function deletedPartition(userID: string, chatID: string): string {
  return JSON.stringify([userID, chatID])
}
