/**
 * The SDK's marks of conversations (`CONV_MARK_TYPE_…`), as its code has them: its typing numbers two of them
 * otherwise.
 */
export const MARKS = { unread: 2, fold: 4, hide: 8 } as const

export type Mark = keyof typeof MARKS
