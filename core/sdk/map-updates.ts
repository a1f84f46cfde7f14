import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { ExtensionsEvent, PinnedEvent, ReactionsEvent, ReceiptsEvent } from '../store/apply-updates'
import type { Message } from '../store/types'
import { mapReactions } from './map-reactions'
import { amount, list, record, text } from './read'

/** More than one message of anybody has. */
const MAX = 200
/** The server keeps no more of one message. */
const MOST_EXTENSIONS = 300

/** The SDK's `MESSAGE_REACTIONS_UPDATED`: it carries only the reactions that changed, those that are gone with a count of 0. */
export function mapReactionUpdate(data: unknown, me: string): ReactionsEvent {
  const { messageID, reactionList } = record(data)
  const changed = list(reactionList, MAX).map((item) => text(record(item).reactionID))
  return { type: 'reactions', ID: text(messageID), changed, reactions: mapReactions(reactionList, me) }
}

/** The SDK's `MESSAGE_READ_RECEIPT_RECEIVED`: counts in groups, a yes in C2C. */
export function mapReceipts(data: unknown): ReceiptsEvent {
  const receipts = list(data, MAX).map((item) => {
    const { messageID, readCount, unreadCount, isPeerRead } = record(item)
    const readers = { read: amount(readCount), unread: amount(unreadCount) }
    return { ID: text(messageID), ...(isPeerRead === true ? { peerRead: true as const } : { readers }) }
  })
  return { type: 'receipts', receipts }
}

/** Pairs of key and value, as peers have set them. */
export function mapExtensions(source: unknown): Record<string, string> {
  // Without a prototype: a peer's key may be any word.
  const found = Object.create(null) as Record<string, string>
  for (const item of list(source, MOST_EXTENSIONS)) {
    const { key, value } = record(item)
    if (text(key)) found[text(key)] = text(value)
  }
  return found
}

/** The SDK's `MESSAGE_EXTENSIONS_UPDATED` and `MESSAGE_EXTENSIONS_DELETED`. */
export function mapExtensionUpdate(data: unknown): ExtensionsEvent {
  const { messageID, extensions, keyList } = record(data)
  const removed = list(keyList, MOST_EXTENSIONS).map(text)
  return { type: 'extensions', ID: text(messageID), values: mapExtensions(extensions), removed }
}

/** The SDK's `PINNED_GROUP_MESSAGE_UPDATED`. Of a message that is not pinned any more it tells the ID only. */
export function mapPinned(data: unknown, map: (source: SdkMessage) => Message): PinnedEvent | undefined {
  const { groupID, message, isPinned } = record(data)
  const ID = text(record(message).ID)
  if (!text(groupID) || !ID) return undefined
  const conversationID = `GROUP${text(groupID)}`
  if (isPinned !== true) return { type: 'pinned', conversationID, ID }
  // The SDK makes this one without the conversation that it is of.
  const pinned = { ...map(message as SdkMessage), conversationID }
  return { type: 'pinned', conversationID, ID, message: pinned }
}
