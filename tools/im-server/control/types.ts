// Without imports: the developer's page, which runs in a browser, knows these as well.

/** A user as the control API shows it. */
export interface UserView {
  userID: string
  nick: string
  /** URL; empty: none. */
  avatar: string
  /** Where the user can be reached now: the SDK's platform number and instance ID. Empty: offline. */
  online: { platform: number; instanceID: string }[]
  /** By tag. */
  profile: Record<string, string | number>
}

/** The newest message of a conversation. */
export interface MessageView {
  from: string
  /** Seconds. */
  time: number
  /** The text, or the kind of element in brackets. */
  preview: string
  revoked: boolean
}

/** A conversation in the list of one user. */
export interface ConversationView {
  conversationID: string
  /** Nick of the user, or name of the group. */
  name: string
  pinned: boolean
  unreadCount: number
  lastMessage?: MessageView
}

/** A group as the control API shows it. */
export interface GroupView {
  groupID: string
  /** The name on the wire: Private is the SDK's Work, ChatRoom its Meeting. */
  type: string
  name: string
  owner: string
  allMuted: boolean
  /** In the order of joining. */
  members: { userID: string; role: string; nameCard: string }[]
  messageCount: number
}
