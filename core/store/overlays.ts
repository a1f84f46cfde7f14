/** A screen over a chat. */
export type Overlay =
  /** Choosing where messages are forwarded to. `merged`: as one card with all of them. */
  | {
      readonly type: 'forward'
      readonly conversationID: string
      /** Local ids. */
      readonly ids: readonly string[]
      readonly merged: boolean
    }
  /** A merged history that was opened; one may lie in another. */
  | { readonly type: 'history'; readonly conversationID: string; readonly id: string; readonly title: string }
  /** Who has read a message of a group, and who has not. */
  | { readonly type: 'readers'; readonly conversationID: string; readonly id: string }
  /** Whom to mention. */
  | { readonly type: 'mention'; readonly conversationID: string }
  /** Judging a service with stars and words. */
  | { readonly type: 'evaluation'; readonly conversationID: string }
