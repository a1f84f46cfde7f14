import { applyUpdate, withoutRevoked, type UpdateEvent } from './apply-updates'
import { NO_CONTACTS } from './contacts'
import { NO_GROUP_APPLICATIONS } from './group-applications'
import { replaceList } from './conversations'
import type { Presence } from './faces'
import { initialState, type MessagesSlice, type State } from './state'
import { addNewer, allMessages, changeMessages, emptyThread, replaceMessage } from './thread'
import type { Connection, Conversation, KickReason, Message, Thread } from './types'

/** What happened outside, in our types: the SDK facade is the source. */
export type ChatEvent =
  | { type: 'ready'; userID: string }
  | { type: 'notReady' }
  | { type: 'kicked'; reason: KickReason }
  | { type: 'connection'; connection: Connection }
  | { type: 'conversations'; list: Conversation[]; synced: boolean }
  | { type: 'received'; messages: Message[] }
  | { type: 'changed'; messages: Message[] }
  | { type: 'revoked'; messages: Message[] }
  | { type: 'peerRead'; messages: Message[] }
  | { type: 'presence'; presence: Presence }
  | UpdateEvent

/** Changes the loaded threads that `messages` belong to; messages of other conversations are left to the list. */
function changeThreads(
  slice: MessagesSlice,
  messages: readonly Message[],
  change: (thread: Thread, messages: readonly Message[]) => Thread,
): MessagesSlice {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const group = groups.get(message.conversationID)
    if (group) group.push(message)
    else groups.set(message.conversationID, [message])
  }
  let next = slice
  for (const [conversationID, group] of groups) {
    const thread = slice[conversationID]
    if (!thread) continue
    const changed = change(thread, group)
    if (changed !== thread) next = { ...next, [conversationID]: changed }
  }
  return next
}

const replaceAll = (thread: Thread, messages: readonly Message[]): Thread =>
  messages.reduce(replaceMessage, thread)

/** Marks as revoked without touching the text: whoever wrote it may edit it again. */
const revokeAll = (thread: Thread, messages: readonly Message[]): Thread => {
  const revoked = new Map(messages.map((message) => [message.ID, message]))
  return changeMessages(thread, (message) => {
    const source = revoked.get(message.ID)
    if (!source || message.revoked) return message
    return { ...message, revoked: true, revoker: source.revoker, revokerName: source.revokerName }
  })
}

const readAll = (thread: Thread, messages: readonly Message[]): Thread => {
  const read = new Set(messages.map((message) => message.ID))
  return changeMessages(thread, (message) =>
    read.has(message.ID) && !message.peerRead ? { ...message, peerRead: true } : message,
  )
}

/**
 * What is left of the threads at a new login: the SDK has forgotten all messages, and those of the meantime do not
 * all come by event. Only what was never sent exists nowhere else.
 */
function onlyUnsent(slice: MessagesSlice): MessagesSlice {
  const kept: Record<string, Thread> = {}
  for (const conversationID of Object.keys(slice)) {
    const thread = slice[conversationID]
    const unsent = thread ? allMessages(thread).filter((message) => message.status !== 'sent') : []
    if (unsent.length) kept[conversationID] = addNewer(emptyThread(), unsent)
  }
  return kept
}

/** What a user had begun belongs to that user. */
const nothingOpen = {
  composers: {},
  access: {},
  groups: {},
  topics: {},
  members: {},
  overlays: [],
  typing: {},
  selection: undefined,
  playing: undefined,
  jump: undefined,
  sight: undefined,
  windows: {},
  pinned: {},
  presence: {},
  faces: {},
  contacts: NO_CONTACTS,
  groupApplications: NO_GROUP_APPLICATIONS,
} satisfies Partial<State>

const THREAD_CHANGES = { received: addNewer, changed: replaceAll, peerRead: readAll }

function loggedIn(state: State, userID: string): Partial<State> {
  // Another account on the same SDK instance must never see what the one before it had loaded.
  const before = state.session.userID
  const same = !before || before === userID
  const fresh = same ? state : initialState(userID, state.settings.locale, state.clock)
  // Ready twice in a row is no new login.
  const logins = state.session.logins + (same && state.session.phase === 'ready' ? 0 : 1)
  const again = logins > 1 && logins > state.session.logins
  return {
    session: { phase: 'ready', userID, logins, connection: 'connected' },
    conversations: fresh.conversations,
    messages: again ? onlyUnsent(fresh.messages) : fresh.messages,
    // Every login starts outside.
    live: logins > state.session.logins ? {} : state.live,
    notice: fresh.notice,
    ...(!same && nothingOpen),
  }
}

/** The slices that an event changes. */
export function applyEvent(state: State, event: ChatEvent): Partial<State> {
  switch (event.type) {
    case 'ready':
      return loggedIn(state, event.userID)
    case 'notReady':
      return state.session.phase === 'kicked' ? {} : { session: { ...state.session, phase: 'waiting' } }
    case 'kicked':
      return { session: { ...state.session, phase: 'kicked', kickReason: event.reason } }
    case 'connection':
      return state.session.connection === event.connection
        ? {}
        : { session: { ...state.session, connection: event.connection } }
    case 'conversations':
      return { conversations: replaceList(state.conversations, event.list, event.synced) }
    case 'presence':
      return { presence: { ...state.presence, ...event.presence } }
    case 'reactions':
    case 'extensions':
    case 'receipts':
    case 'pinned':
      return applyUpdate(state, event)
    case 'revoked':
      return {
        messages: changeThreads(state.messages, event.messages, revokeAll),
        ...withoutRevoked(state, event.messages),
      }
    default:
      return { messages: changeThreads(state.messages, event.messages, THREAD_CHANGES[event.type]) }
  }
}
