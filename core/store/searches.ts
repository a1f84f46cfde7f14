import type { ChatError, Message } from './types'

/** What messages can be told apart by. */
export type SearchKind = 'text' | 'image' | 'video' | 'audio' | 'file' | 'location' | 'merger' | 'custom'

/** Which messages are looked for. What is empty does not restrict anything. */
export interface MessageQuery {
  /** Empty: in all of them. */
  readonly conversationID: string
  /** All of them have to be in a message. */
  readonly words: readonly string[]
  /** User IDs. */
  readonly senders: readonly string[]
  readonly kinds: readonly SearchKind[]
  /** Seconds since 1970; both or none. */
  readonly from?: number
  readonly until?: number
}

export const NO_QUERY: MessageQuery = { conversationID: '', words: [], senders: [], kinds: [] }

/** What was found in one conversation. */
export interface FoundIn {
  readonly conversationID: string
  /** How many there are: more than `messages` where only their number is known. */
  readonly count: number
  /** Newest first. */
  readonly messages: readonly Message[]
}

/** One search for messages, for as long as its screen is open. */
export interface Search {
  readonly query: MessageQuery
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly found: readonly FoundIn[]
  /** Where the next page starts; empty when there is none. */
  readonly cursor: string
  /** The app's plan has no search in the cloud: this phone looks through one chat page by page, or what is loaded. */
  readonly local: boolean
  readonly error?: ChatError
}

/** By the name that its screen has given it. */
export type SearchesSlice = Readonly<Record<string, Search>>

/** One page after the other; a conversation that goes on there is the same one. */
export function joinFound(before: readonly FoundIn[], now: readonly FoundIn[]): readonly FoundIn[] {
  const joined = [...before]
  for (const one of now) {
    const at = joined.findIndex(({ conversationID }) => conversationID === one.conversationID)
    const known = joined[at]
    if (!known) {
      joined.push(one)
      continue
    }
    const seen = new Set(known.messages.map(({ ID }) => ID))
    const messages = [...known.messages, ...one.messages.filter(({ ID }) => !seen.has(ID))]
    joined[at] = { ...known, count: Math.max(known.count, one.count, messages.length), messages }
  }
  return joined
}
