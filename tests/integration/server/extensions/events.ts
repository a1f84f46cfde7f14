/** Events that the SDK has, and that its types leave out. */
export const EXTENSION_EVENT = {
  REACTIONS_UPDATED: 'onMessageReactionsUpdated',
  EXTENSIONS_UPDATED: 'onMessageExtensionsUpdated',
  EXTENSIONS_DELETED: 'onMessageExtensionsDeleted',
} as const
