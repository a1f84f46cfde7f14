import type { Message as SdkMessage } from '@tencentcloud/chat'
import type { PinnedEvent, ReactionsEvent, ReceiptsEvent } from '../store/apply-updates'
import type { Message } from '../store/types'
import { mapReactions } from './map-reactions'
import { amount, list, record, text } from './read'

/** More than one message of anybody has. */
const MAX = 200

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
