import type { Storage } from '../storage'
import { Accounts } from './accounts'
import { C2cMessages, type C2cMessage, type MessagePlace } from './c2c-messages'
import { Conversations } from './conversations'
import { Inbox } from './inbox'

/** The durable state of the server, in terms of users and messages instead of tables. */
export class Domain {
  readonly accounts: Accounts
  readonly messages: C2cMessages
  readonly conversations: Conversations
  readonly inbox: Inbox

  constructor(storage: Storage) {
    this.accounts = new Accounts(storage)
    this.messages = new C2cMessages(storage)
    this.conversations = new Conversations(storage, this.messages)
    this.inbox = new Inbox(storage)
  }

  /**
   * Keeps a message, for both users, in all places where it counts.
   * @param origin the instance that it was sent from
   * @returns where it stands, and its position in the inbox of each of the two
   */
  keepMessage(message: C2cMessage, origin: string): { place: MessagePlace; inbox: Map<string, number> } {
    const place = this.messages.append(message)
    const inbox = new Map<string, number>()
    for (const [owner, peer] of [
      [message.from, message.to],
      [message.to, message.from],
    ] as const) {
      if (inbox.has(owner)) continue // a message to oneself
      const entry = { kind: 'message', peer, position: place.position } as const
      const activity = this.inbox.add(owner, { ...entry, origin: owner === message.from ? origin : '' })
      inbox.set(owner, activity)
      this.conversations.change(
        owner,
        peer,
        message.noLastMessage ? { listed: true } : { listed: true, activity },
      )
    }
    return { place, inbox }
  }
}
