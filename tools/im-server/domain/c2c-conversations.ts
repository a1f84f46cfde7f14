import type { Storage, Table } from '../storage'
import { conversationOf, type C2cMessage, type C2cMessages } from './c2c-messages'

/** What one user has done with one C2C conversation. */
export interface C2cState {
  /** 0 notify, 1 do not receive, 2 receive without notification. */
  readonly muteOption: number
  /** Everything up to here is read. */
  readonly readPosition: number
  /** The server time, in seconds, that the user's last read report named: shown to the peer. */
  readonly readTime: number
  /** Everything up to here was deleted with the conversation. */
  readonly clearedPosition: number
}

const UNTOUCHED: C2cState = {
  muteOption: 0,
  readPosition: 0,
  readTime: 0,
  clearedPosition: 0,
}

export interface PlacedMessage {
  readonly position: number
  readonly message: C2cMessage
}

/** The C2C conversations as each user sees them: what is in them and what is unread. */
export class C2cConversations {
  private readonly states: Table<C2cState>
  /** Single messages that a user deleted; the partition is the user and the conversation. */
  private readonly deleted: Table<true>

  constructor(
    storage: Storage,
    private readonly messages: C2cMessages,
  ) {
    this.states = storage.table('c2c-conversations')
    this.deleted = storage.table('c2c-deleted')
  }

  state(owner: string, peer: string): C2cState {
    return this.states.get(owner, peer) ?? UNTOUCHED
  }

  change(owner: string, peer: string, change: Partial<C2cState>): void {
    this.states.set(owner, peer, { ...this.state(owner, peer), ...change })
  }

  deleteMessage(owner: string, peer: string, position: number): void {
    this.deleted.set(deletedPartition(owner, peer), String(position), true)
  }

  /** Whether the user has deleted the message, alone or with all others up to some time. */
  isDeleted(owner: string, peer: string, position: number): boolean {
    if (position <= this.state(owner, peer).clearedPosition) return true
    return this.deleted.get(deletedPartition(owner, peer), String(position)) !== undefined
  }

  /** Marks everything read; with `clear` the messages go as well. */
  finish(owner: string, peer: string, clear: boolean): void {
    const end = this.messages.end(conversationOf(owner, peer))
    if (end === 0) return // perhaps there is not even such a user
    this.change(owner, peer, { readPosition: end, ...(clear ? { clearedPosition: end } : {}) })
  }

  /** The messages that the user may see, newest first, from `before` (exclusive) backwards. */
  *backwards(owner: string, peer: string, before = Infinity): Generator<PlacedMessage> {
    const conversation = conversationOf(owner, peer)
    const { clearedPosition } = this.state(owner, peer)
    let position = Math.min(before - 1, this.messages.end(conversation))
    for (; position > clearedPosition; position -= 1) {
      const message = this.visible(owner, peer, conversation, position)
      if (message) yield { position, message }
    }
  }

  /** The messages that the user may see, oldest first, from `after` (exclusive) on. */
  *forwards(owner: string, peer: string, after: number): Generator<PlacedMessage> {
    const conversation = conversationOf(owner, peer)
    const end = this.messages.end(conversation)
    let position = Math.max(after, this.state(owner, peer).clearedPosition) + 1
    for (; position <= end; position += 1) {
      const message = this.visible(owner, peer, conversation, position)
      if (message) yield { position, message }
    }
  }

  lastMessage(owner: string, peer: string): C2cMessage | undefined {
    for (const { message } of this.backwards(owner, peer)) {
      if (!message.noLastMessage && !isDiscarded(owner, message)) return message
    }
    return undefined
  }

  isUnread(owner: string, peer: string, { position, message }: PlacedMessage): boolean {
    return (
      position > this.state(owner, peer).readPosition &&
      message.from !== owner &&
      !message.revoked &&
      !message.noUnread &&
      !isDiscarded(owner, message)
    )
  }

  unreadCount(owner: string, peer: string): number {
    let count = 0
    for (const placed of this.forwards(owner, peer, this.state(owner, peer).readPosition)) {
      if (this.isUnread(owner, peer, placed)) count += 1
    }
    return count
  }

  /**
   * Marks as read what the peer has written up to `time` (server seconds).
   * @returns whether that was news: a report may be repeated, or come late
   */
  markRead(owner: string, peer: string, time: number): boolean {
    const { readPosition, readTime } = this.state(owner, peer)
    const position = this.messages.endAt(conversationOf(owner, peer), time)
    if (position <= readPosition) return false
    this.change(owner, peer, { readPosition: position, readTime: Math.max(readTime, time) })
    return true
  }

  private visible(
    owner: string,
    peer: string,
    conversation: string,
    position: number,
  ): C2cMessage | undefined {
    if (this.deleted.get(deletedPartition(owner, peer), String(position))) return undefined
    return this.messages.get(conversation, position)
  }
}

function isDiscarded(owner: string, { from, discarded }: C2cMessage): boolean {
  return discarded === true && from !== owner
}

function deletedPartition(owner: string, peer: string): string {
  return JSON.stringify([owner, peer])
}
