import { idsOf } from './pages'
import type { State } from './state'
import { changeMessages } from './thread'
import type { Message, Reaction } from './types'

/** Reactions to one message changed. */
export interface ReactionsEvent {
  type: 'reactions'
  /** The SDK's message ID. */
  ID: string
  /** Which of them: one of these that is not in `reactions` is given by nobody any more. */
  changed: readonly string[]
  reactions: readonly Reaction[]
}

/** Somebody has read own messages. */
export interface ReceiptsEvent {
  type: 'receipts'
  receipts: readonly { ID: string; readers?: Message['readers']; peerRead?: true }[]
}

/** A message of a group was pinned, or is not any more: then there is no `message`. */
export interface PinnedEvent {
  type: 'pinned'
  conversationID: string
  ID: string
  message?: Message
}

/** Somebody has put something beside a message, or has taken it away. */
export interface ExtensionsEvent {
  type: 'extensions'
  ID: string
  values: Readonly<Record<string, string>>
  removed: readonly string[]
}

export type UpdateEvent = ExtensionsEvent | ReactionsEvent | ReceiptsEvent | PinnedEvent

/** Changes loaded messages by their ID, in whatever conversation they are. */
function changeByID(
  { messages }: State,
  ids: ReadonlySet<string>,
  change: (message: Message) => Message,
): Partial<State> {
  let next = messages
  for (const [conversationID, thread] of Object.entries(messages)) {
    const changed = changeMessages(
      thread,
      (message) => (ids.has(message.ID) ? change(message) : message),
      (page) => [...ids].some((ID) => idsOf(page).has(ID)),
    )
    if (changed !== thread) next = { ...next, [conversationID]: changed }
  }
  return { messages: next }
}

/** The reactions to a message after some of them changed; they keep their order. */
export function mergeReactions(
  before: readonly Reaction[],
  changed: readonly string[],
  reactions: readonly Reaction[],
): readonly Reaction[] {
  const fresh = new Map(reactions.map((reaction) => [reaction.reactionID, reaction]))
  const kept = before
    .filter(({ reactionID }) => !changed.includes(reactionID) || fresh.has(reactionID))
    .map((known) => fresh.get(known.reactionID) ?? known)
  const known = new Set(before.map(({ reactionID }) => reactionID))
  return [...kept, ...reactions.filter(({ reactionID }) => !known.has(reactionID))]
}

type Receipt = ReceiptsEvent['receipts'][number]

/** The message with what is told of its readers. Nobody unreads: an answer that came late says nothing new. */
export function readMore(message: Message, { readers, peerRead }: Omit<Receipt, 'ID'>): Message {
  if (peerRead) return message.peerRead ? message : { ...message, peerRead: true }
  const known = message.readers
  if (!readers || (known && known.read > readers.read)) return message
  return known?.read === readers.read && known.unread === readers.unread ? message : { ...message, readers }
}

/** What is beside a message after some of it changed. */
export function mergeExtensions(
  message: Message,
  { values, removed = [] }: { values: Readonly<Record<string, string>>; removed?: readonly string[] },
): Message {
  // Without a prototype, as they were mapped.
  const extensions = Object.create(null) as Record<string, string>
  Object.assign(extensions, message.extensions, values)
  for (const key of removed) delete extensions[key]
  return { ...message, extensions }
}

function pinned({ pinned: before }: State, { conversationID, ID, message }: PinnedEvent): Partial<State> {
  const known = before[conversationID]
  // They are asked for when the group is opened: until then nobody knows the others.
  if (!known) return {}
  const left = known.filter((other) => other.ID !== ID)
  if (!message && left.length === known.length) return {}
  return { pinned: { ...before, [conversationID]: message ? [...left, message] : left } }
}

/** What was recalled is not pinned any more, nor is its text to be read anywhere. */
export function withoutRevoked({ pinned: before }: State, revoked: readonly Message[]): Partial<State> {
  let next = before
  for (const { conversationID, ID } of revoked) {
    const known = next[conversationID]
    const left = known?.filter((other) => other.ID !== ID)
    if (left && left.length !== known?.length) next = { ...next, [conversationID]: left }
  }
  return next === before ? {} : { pinned: next }
}

/** The slices that change with what was told about messages that are there already. */
export function applyUpdate(state: State, event: UpdateEvent): Partial<State> {
  if (event.type === 'pinned') return pinned(state, event)
  if (event.type === 'reactions')
    return changeByID(state, new Set([event.ID]), (message) => ({
      ...message,
      reactions: mergeReactions(message.reactions ?? [], event.changed, event.reactions),
    }))
  if (event.type === 'extensions')
    return changeByID(state, new Set([event.ID]), (message) => mergeExtensions(message, event))
  const receipts = new Map(event.receipts.map((receipt) => [receipt.ID, receipt]))
  return changeByID(state, new Set(receipts.keys()), (message) => {
    const receipt = receipts.get(message.ID)
    return receipt ? readMore(message, receipt) : message
  })
}
