import type { TUIKitConfig } from '../../core/config'
import type { CallRequest } from '../../core/call-request'
import type { ChatError, KickReason } from '../../core/store/types'
import type { FirstScreen } from '../TUIContact/first-screens'

// Types only, and none of the platform or the SDK: hosts compile against them.

/** What of a group can come first. */
export type GroupStart = 'group' | 'notification' | 'requests' | 'topics'

/** What is in front, as hosts are told of it (`bind:navigate`). */
export interface NavigateDetail {
  screen: 'list' | 'chat' | 'contact' | 'group' | 'person'
  /** Of the open chat, which may lie under a group or a person; empty when none is open. */
  conversationID: string
}

/** The properties of `<TUIKit>`. */
export interface TUIKitProperties {
  config?: TUIKitConfig
  /** `C2C<userID>` or `GROUP<groupID>`: opens that chat directly, without the list. */
  conversationID?: string
}

/** What `this.selectComponent('#TUIKit')` gives. */
export interface TUIKitInstance {
  /** Starts the kit on the SDK instance in `wx.$TUIKit`. May be called before the SDK is ready. */
  init(): void
  /** Opens a chat, over the list if there is one. @param conversationID `C2C<userID>` or `GROUP<groupID>` */
  openConversation(conversationID: string): void
  /** Opens the contacts over the list. @param screen which of them comes first; `contacts` without it */
  openContact(screen?: FirstScreen): void
  /** Opens somebody's profile over what is there. */
  openPerson(userID: string): void
  /** Opens the page of a group over what is there. @param groupID without `GROUP` before it */
  openGroup(groupID: string, screen?: GroupStart): void
  /** Calls somebody: `{ userID, type }`, type 1 by voice, 2 by video. A `<TUICallKit>` has to be on the page. */
  call(request: CallRequest): void
  /** Calls members of a group: `{ userIDList, groupID, type }`; asks whom when there is no list. */
  groupCall(request: CallRequest): void
  /** Both of them, in the form of an event. */
  handleCall(event: { detail: CallRequest }): void
  /** One step back: what lies over the chat, the chat, what lies over the list, and from the first screen the page. */
  back(): void
}

/** `event.detail` of the events of `<TUIKit>`, by name. */
export interface TUIKitEvents {
  ready: void
  /** Total of unread messages; those of muted and folded chats do not count. */
  unread: { count: number }
  error: ChatError
  /** Logged out by force: the host has to log in again. */
  kickedout: { reason: KickReason }
  navigate: NavigateDetail
}
