import type { GroupType, Role } from '../domain/groups'
import type { JsonObject } from '../json'

// What a seed file holds. Ages are in minutes before the start of the server, so that the same file looks fresh
// every day. In the file, everything but the IDs, `minutesAgo` and what a message says may be left out.

export interface SeedUser {
  userID: string
  nick: string
  /** URL of a picture; empty: none. */
  avatar: string
  selfSignature: string
}

/** To a user or to a group. In a file it says one of `text`, `face`, `location`, `custom`. */
export interface SeedMessage {
  from: string
  /** The user it goes to. */
  to?: string
  /** The group it goes to. */
  group?: string
  text?: string
  /** In the place of a text: the element as it travels. */
  element?: JsonObject
  minutesAgo: number
  /**
   * Not read: by its receiver (`true`; in a group by all the others), or by these members. To be used for the last
   * messages of a conversation.
   */
  unread: boolean | readonly string[]
  /** Members of the group that it mentions; `"all"` for everybody. */
  at?: readonly string[]
  /** Who has reacted, by the ID of the reaction. */
  reactions?: Readonly<Record<string, readonly string[]>>
}

export interface SeedMember {
  userID: string
  role: Role
  nameCard: string
}

export interface SeedGroup {
  groupID: string
  /** In a file as the SDK calls it: `Work`, `Public`, `Meeting`, `Community`. */
  type: GroupType
  name: string
  avatar: string
  introduction: string
  /** The announcement. */
  notification: string
  owner: string
  /** Without the owner. */
  members: SeedMember[]
  /** Age of the group. */
  minutesAgo: number
}

/** Two users who have each other in the list. */
export interface SeedFriendship {
  between: readonly [string, string]
  /** What one calls the other, by who calls. */
  remarks: Readonly<Record<string, string>>
  minutesAgo: number
}

/** Somebody waits to become a friend. */
export interface SeedApplication {
  from: string
  to: string
  wording: string
  minutesAgo: number
}

export interface SeedBlock {
  owner: string
  userID: string
}

/** What one user has done with a conversation. */
export interface SeedConversation {
  owner: string
  /** The other user. */
  userID?: string
  groupID?: string
  pinned: boolean
  /** No notifications; they still count as unread. */
  muted: boolean
}

/** What a server starts with. */
export interface Seed {
  users: SeedUser[]
  /** In any order: they are sorted by age. */
  messages: SeedMessage[]
  groups?: SeedGroup[]
  friends?: SeedFriendship[]
  applications?: SeedApplication[]
  blacklist?: SeedBlock[]
  conversations?: SeedConversation[]
}

/** The lists that a seed may leave out. */
export const EMPTY_SEED = {
  groups: [],
  friends: [],
  applications: [],
  blacklist: [],
  conversations: [],
} satisfies Partial<Seed>

/** A seed file that cannot be used; the message says where and why. */
export class SeedError extends Error {}
