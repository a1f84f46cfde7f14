import { sameContent } from './content'
import type { ConversationsSlice } from './state'
import type { Conversation, LastMessage } from './types'

function sameLast(a: LastMessage | undefined, b: LastMessage | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a.time === b.time &&
    a.from === b.from &&
    a.name === b.name &&
    a.revoked === b.revoked &&
    sameContent(a.content, b.content)
  )
}

const FIELDS = ['name', 'avatar', 'unread', 'pinned', 'muted'] as const

const same = (a: Conversation, b: Conversation): boolean =>
  FIELDS.every((key) => a[key] === b[key]) && sameLast(a.last, b.last)

/**
 * Takes over the SDK's list. The SDK sends all of it with every change; conversations that are the same keep
 * their identity, so that their rows are neither made nor sent again.
 */
export function replaceList(
  slice: ConversationsSlice,
  list: readonly Conversation[],
  synced: boolean,
): ConversationsSlice {
  const known = new Map(slice.list.map((conversation) => [conversation.conversationID, conversation]))
  let changed = list.length !== slice.list.length
  const next = list.map((conversation, index) => {
    const before = known.get(conversation.conversationID)
    const kept = before && same(before, conversation) ? before : conversation
    if (kept !== slice.list[index]) changed = true
    return kept
  })
  // An empty list before the first sync is over means "not known yet", not "no chats".
  const phase = synced || next.length ? 'ready' : slice.phase
  if (!changed && phase === slice.phase && (phase === 'failed' || !slice.error)) return slice
  return { phase, list: changed ? next : slice.list }
}

/** Adds or replaces one conversation without touching the order of the others. */
export function putConversation(slice: ConversationsSlice, conversation: Conversation): ConversationsSlice {
  const at = slice.list.findIndex((known) => known.conversationID === conversation.conversationID)
  if (at < 0) return { ...slice, list: [...slice.list, conversation] }
  const before = slice.list[at]
  if (before && same(before, conversation)) return slice
  return { ...slice, list: slice.list.map((known, index) => (index === at ? conversation : known)) }
}
