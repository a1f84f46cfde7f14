import type { MessagePlace } from './c2c-messages'

// The name of a message among all messages of both kinds: what else is kept about it is filed there.

export function c2cMessageKey({ conversation, position }: MessagePlace): string {
  return JSON.stringify([conversation, position])
}

/** @param chatID of the group or of the topic */
export function groupMessageKey(chatID: string, seq: number): string {
  return JSON.stringify([chatID, seq])
}
