/**
 * Every number of this server in one place. "Tencent" marks those that its documentation gives (for the largest
 * plan, where plans differ); the others are our choice.
 */
export const Limits = {
  /** Bytes of `MsgBody` in UTF-8. Tencent: 12 KB. */
  messageBytes: 12 * 1024,
  /** Bytes of one frame. */
  frameBytes: 1024 * 1024,
} as const
