import { sameContent } from './content'
import type { ConversationsSlice } from './state'
import type { Conversation, LastMessage } from './types'

/** What the user has just done with conversations and the SDK does not tell yet. */
export interface PendingChange {
  readonly conversationIDs: readonly string[]
  /** What is different now; nothing: they are deleted. */
  readonly fields: Partial<Conversation> | undefined
  /** The conversations as they were, should it fail. */
  readonly before: readonly Conversation[]
}

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

const FIELDS = [
  'name',
  'avatar',
  'unread',
  'pinned',
  'muted',
  'draft',
  'mention',
  'hidden',
  'folded',
  'markedUnread',
  'cleared',
] as const

const LISTS = ['mentioned', 'groups'] as const

const sameList = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])

const same = (a: Conversation, b: Conversation): boolean =>
  FIELDS.every((key) => a[key] === b[key]) &&
  LISTS.every((key) => sameList(a[key], b[key])) &&
  sameLast(a.last, b.last)

const timeOf = ({ last }: Conversation): number => last?.time ?? 0

/** The SDK's order: pinned ones first, then by time; what is equal stays where it is. */
function inOrder(list: readonly Conversation[]): Conversation[] {
  // Older engines sort what is equal as they like.
  const place = new Map(list.map((conversation, at) => [conversation, at]))
  return [...list].sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) ||
      timeOf(b) - timeOf(a) ||
      (place.get(a) ?? 0) - (place.get(b) ?? 0),
  )
}

function withPending(
  list: readonly Conversation[],
  pending: readonly PendingChange[],
): readonly Conversation[] {
  return pending.reduce<readonly Conversation[]>((all, { conversationIDs, fields }) => {
    const meant = new Set(conversationIDs)
    if (!fields) return all.filter(({ conversationID }) => !meant.has(conversationID))
    const next = all.map((known) => (meant.has(known.conversationID) ? { ...known, ...fields } : known))
    return 'pinned' in fields ? inOrder(next) : next
  }, list)
}

/** A conversation whose messages were deleted here has none any more: it stays in the list all the same. */
const stillListed = (before: Conversation | undefined, conversation: Conversation): Conversation =>
  !conversation.last && (before?.last ?? before?.cleared) ? { ...conversation, cleared: true } : conversation

/** What the phone remembers as unread stays so until the SDK has counted: before, it says there is nothing. */
function stillUnread(
  slice: ConversationsSlice,
  list: readonly Conversation[],
  counted: boolean,
): readonly Conversation[] {
  if (counted || !slice.remembered) return list
  const known = new Map(slice.list.map((conversation) => [conversation.conversationID, conversation]))
  return list.map((told) => {
    const before = known.get(told.conversationID)
    if (!before || before.unread < told.unread || (!before.unread && !before.mention)) return told
    const { mention = before.mention, mentioned = before.mentioned } = told
    return { ...told, unread: before.unread, ...(mention && { mention, ...(mentioned && { mentioned }) }) }
  })
}

/** Before the first sync is over the SDK has only a part; what the phone remembers fills it up. */
function filledUp(slice: ConversationsSlice, list: readonly Conversation[]): readonly Conversation[] {
  const remembered = new Map(slice.list.map((conversation) => [conversation.conversationID, conversation]))
  for (const { conversationID } of list) remembered.delete(conversationID)
  return inOrder([...list, ...remembered.values()])
}

/** The new list with those of before that are the same; the list of before when all of them are. */
function sameKept(list: readonly Conversation[], given: readonly Conversation[]): readonly Conversation[] {
  const known = new Map(list.map((conversation) => [conversation.conversationID, conversation]))
  let changed = given.length !== list.length
  const next = given.map((told, index) => {
    const before = known.get(told.conversationID)
    const conversation = stillListed(before, told)
    const kept = before && same(before, conversation) ? before : conversation
    if (kept !== list[index]) changed = true
    return kept
  })
  return changed ? next : list
}

/**
 * Takes over the SDK's list. The SDK sends all of it with every change; conversations that are the same keep
 * their identity, so that their rows are neither made nor sent again.
 * @param synced its first sync with the server is over
 * @param counted so is its count of what is unread: events tell that later than `getConversationList` tells the list
 */
export function replaceList(
  slice: ConversationsSlice,
  list: readonly Conversation[],
  synced: boolean,
  counted = synced,
): ConversationsSlice {
  const { pending = [] } = slice
  const remembered = slice.remembered === true && !synced
  const told = stillUnread(slice, list, counted)
  const next = sameKept(slice.list, withPending(remembered ? filledUp(slice, told) : told, pending))
  const changed = next !== slice.list
  // An empty list before the first sync is over means "not known yet", not "no chats".
  const phase = synced || next.length ? 'ready' : slice.phase
  const settled = phase === slice.phase && (phase === 'failed' || !slice.error)
  if (!changed && settled && remembered === (slice.remembered === true)) return slice
  return {
    phase,
    list: next,
    ...(pending.length && { pending }),
    ...(remembered && { remembered }),
  }
}

/** Adds or replaces one conversation without touching the order of the others. */
export function putConversation(slice: ConversationsSlice, told: Conversation): ConversationsSlice {
  const at = slice.list.findIndex((known) => known.conversationID === told.conversationID)
  if (at < 0) return { ...slice, list: [...slice.list, told] }
  const before = slice.list[at]
  if (!before) return slice
  // While the SDK syncs it makes one up, with a profile only.
  const madeUp = !told.last && !told.unread && (before.last !== undefined || before.unread > 0)
  const { name, avatar } = told
  const conversation = madeUp ? { ...before, name, avatar } : stillListed(before, told)
  if (same(before, conversation)) return slice
  return { ...slice, list: slice.list.map((known, index) => (index === at ? conversation : known)) }
}

/** Shows a change before the SDK has made it, and keeps it over what the SDK tells meanwhile. */
export function beginChange(
  slice: ConversationsSlice,
  conversationIDs: readonly string[],
  fields: Partial<Conversation> | undefined,
): { slice: ConversationsSlice; change: PendingChange } {
  const before = slice.list.filter(({ conversationID }) => conversationIDs.includes(conversationID))
  const change: PendingChange = { conversationIDs, fields, before }
  const pending = [...(slice.pending ?? []), change]
  return { slice: { ...slice, list: withPending(slice.list, [change]), pending }, change }
}

const pick = (conversation: Conversation, fields: object): Partial<Conversation> =>
  (Object.keys(fields) as (keyof Conversation)[]).reduce(
    (picked, key) => ({ ...picked, [key]: conversation[key] }),
    {},
  )

/** The SDK has made it, or has not: then it is taken back. */
export function endChange(
  slice: ConversationsSlice,
  change: PendingChange,
  made: boolean,
): ConversationsSlice {
  const { pending: all = [], ...rest } = slice
  const pending = all.filter((known) => known !== change)
  const settled: ConversationsSlice = pending.length ? { ...rest, pending } : rest
  if (made || pending.length === all.length) return settled
  const { fields, before } = change
  const was = new Map(before.map((conversation) => [conversation.conversationID, conversation]))
  if (!fields) {
    const here = new Set(slice.list.map(({ conversationID }) => conversationID))
    const back = before.filter(({ conversationID }) => !here.has(conversationID))
    return { ...settled, list: inOrder([...slice.list, ...back]) }
  }
  const list = slice.list.map((known) => {
    const old = was.get(known.conversationID)
    return old ? { ...known, ...pick(old, fields) } : known
  })
  return { ...settled, list: 'pinned' in fields ? inOrder(list) : list }
}
