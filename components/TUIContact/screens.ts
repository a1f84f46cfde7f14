import type { Filters } from '../search/filters'
import type { EditField } from './text-editor/fields'

/** What `<TUIContact>` can show; those that others lead to have more to say. */
export type ContactScreen =
  | { readonly type: 'contacts' | 'applications' | 'groups' | 'blocked' | 'me' }
  /** With somebody's user ID: which of them they get. */
  | { readonly type: 'labels'; readonly userID?: string }
  | { readonly type: 'chat' | 'create' | 'join' }
  | { readonly type: 'add'; readonly userID?: string }
  | { readonly type: 'person'; readonly userID: string }
  | { readonly type: 'label'; readonly name: string }
  /** Changes one text. `subject`: whose, or of what. */
  | { readonly type: 'edit'; readonly field: EditField; readonly subject: string }
  /** Finding anything; with a conversation ID: messages of that chat, at first those of `query` and `filters`. */
  | {
      readonly type: 'search'
      readonly conversationID?: string
      readonly query?: string
      readonly filters?: Partial<Filters>
    }
  /** Pictures, videos and files of a chat. */
  | { readonly type: 'media'; readonly conversationID: string }
  /** Choosing friends; what was chosen goes to the screen below. */
  | { readonly type: 'pick'; readonly chosen: readonly string[] }
