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
  /** Choosing friends; what was chosen goes to the screen below. */
  | { readonly type: 'pick'; readonly chosen: readonly string[] }

/** The screens that can come first (`screen` of `<TUIContact>`). */
export const FIRST_SCREENS = [
  'contacts',
  'applications',
  'groups',
  'blocked',
  'labels',
  'me',
  'add',
  'chat',
  'create',
  'join',
] as const

export type FirstScreen = (typeof FIRST_SCREENS)[number]
