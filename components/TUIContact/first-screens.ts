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
  'search',
] as const

export type FirstScreen = (typeof FIRST_SCREENS)[number]
