import type { ChatError, Message } from './types'

/** Choosing where messages are forwarded to. */
export interface ForwardOverlay {
  readonly type: 'forward'
  readonly conversationID: string
  /** Local ids. */
  readonly ids: readonly string[]
  /** As one card with all of them. */
  readonly merged: boolean
}

/** A merged history that was opened; one may lie in another. */
export interface HistoryOverlay {
  readonly type: 'history'
  readonly conversationID: string
  /** Of the message that holds it; one inside another history has an id of its own as well. */
  readonly id: string
  readonly title: string
  /** The message that holds it. */
  readonly source: Message
  /** Oldest first; missing while it loads. */
  readonly messages?: readonly Message[]
  readonly error?: ChatError
}

export interface Reader {
  readonly userID: string
  readonly name: string
  readonly avatar: string
}

/** Those who have read a message, or those who have not, as far as they are loaded. */
export interface ReaderPages {
  readonly people: readonly Reader[]
  /** Where the next page starts. */
  readonly cursor: string
  readonly complete: boolean
  readonly loading: boolean
  readonly error?: ChatError
}

/** Who has read a message of a group, and who has not. */
export interface ReadersOverlay {
  readonly type: 'readers'
  readonly conversationID: string
  readonly id: string
  readonly read?: ReaderPages
  readonly unread?: ReaderPages
}

/** A screen over a chat. */
export type Overlay =
  | ForwardOverlay
  | HistoryOverlay
  | ReadersOverlay
  /** The text of a message in large, to select from. */
  | { readonly type: 'text'; readonly conversationID: string; readonly id: string }
  /** All emoji that a message can be answered with. */
  | { readonly type: 'reactions'; readonly conversationID: string; readonly id: string }
  /** The messages that are pinned in a group. */
  | { readonly type: 'pinned'; readonly conversationID: string }
  /** Whom to mention. */
  | { readonly type: 'mention'; readonly conversationID: string }
  /** Judging a service with stars and words. */
  | { readonly type: 'evaluation'; readonly conversationID: string }
