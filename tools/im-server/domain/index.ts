import type { Storage } from '../storage'
import { Accounts } from './accounts'
import { C2cConversations } from './c2c-conversations'
import { C2cMessages, type C2cMessage, type MessagePlace } from './c2c-messages'
import { ConversationGroups } from './conversation-groups'
import { ConversationList } from './conversation-list'
import { Follows } from './follows'
import { FriendApplications } from './friend-applications'
import { Extensions } from './extensions'
import { GroupApplications } from './group-applications'
import { GroupAttributes } from './group-attributes'
import { GroupCounters } from './group-counters'
import { GroupMessages } from './group-messages'
import { GroupPins } from './group-pins'
import { GroupReading } from './group-reading'
import { GroupReceipts } from './group-receipts'
import { Groups } from './groups'
import { Inbox } from './inbox'
import { Notices } from './notices'
import { Reactions } from './reactions'
import { Relations } from './relations'
import { Topics } from './topics'

/** The durable state of the server, in terms of users, groups and messages instead of tables. */
export class Domain {
  readonly accounts: Accounts
  readonly c2cMessages: C2cMessages
  readonly c2c: C2cConversations
  readonly groups: Groups
  readonly groupApplications: GroupApplications
  readonly groupAttributes: GroupAttributes
  readonly groupCounters: GroupCounters
  readonly groupMessages: GroupMessages
  readonly groupReading: GroupReading
  readonly groupReceipts: GroupReceipts
  readonly groupPins: GroupPins
  readonly topics: Topics
  readonly list: ConversationList
  readonly conversationGroups: ConversationGroups
  readonly relations: Relations
  readonly applications: FriendApplications
  readonly follows: Follows
  readonly inbox: Inbox
  readonly notices: Notices
  readonly reactions: Reactions
  readonly extensions: Extensions

  constructor(storage: Storage) {
    this.accounts = new Accounts(storage)
    this.c2cMessages = new C2cMessages(storage)
    this.c2c = new C2cConversations(storage, this.c2cMessages)
    this.groups = new Groups(storage)
    this.groupApplications = new GroupApplications(storage)
    this.groupAttributes = new GroupAttributes(storage)
    this.groupCounters = new GroupCounters(storage)
    this.groupMessages = new GroupMessages(storage)
    this.topics = new Topics(storage)
    this.groupReading = new GroupReading(storage, this.groups, this.topics, this.groupMessages)
    this.groupReceipts = new GroupReceipts(storage)
    this.groupPins = new GroupPins(storage)
    this.list = new ConversationList(storage)
    this.conversationGroups = new ConversationGroups(storage)
    this.relations = new Relations(storage)
    this.applications = new FriendApplications(storage)
    this.follows = new Follows(storage)
    this.reactions = new Reactions(storage)
    this.extensions = new Extensions(storage)
    this.inbox = new Inbox(storage)
    this.notices = new Notices(storage)
  }

  /**
   * Keeps a C2C message, for both users, in all places where it counts.
   * @param origin the instance that it was sent from
   * @param readers whose it is: both, unless the receiver is not to get it
   * @returns where it stands, and its position in the inbox of each of the readers
   */
  keepMessage(
    message: C2cMessage,
    origin: string,
    readers: readonly string[] = [message.from, message.to],
  ): { place: MessagePlace; inbox: Map<string, number> } {
    const place = this.c2cMessages.append(message)
    const inbox = new Map<string, number>()
    for (const owner of new Set(readers)) {
      const peer = owner === message.from ? message.to : message.from
      const entry = { kind: 'message', peer, position: place.position } as const
      inbox.set(owner, this.inbox.add(owner, { ...entry, origin: owner === message.from ? origin : '' }))
      this.list.touch(owner, { kind: 'c2c', userID: peer }, { silent: message.noLastMessage })
    }
    return { place, inbox }
  }
}
