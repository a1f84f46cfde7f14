import type { Conversation as SdkConversation, Message as SdkMessage } from '@tencentcloud/chat'
import type { ChatEvent } from '../store/apply-event'
import type { Connection, KickReason, Message } from '../store/types'
import type { ChatInstance, ChatNamespace } from './contract'
import { mapPresence } from './calls/presence'
import { mapConversation } from './map-conversation'
import { mapExtensionUpdate, mapPinned, mapReactionUpdate, mapReceipts } from './map-updates'

export type ChatListener = (event: ChatEvent) => void

type EventName = keyof ChatNamespace['EVENT']

interface Mapping {
  map: (source: SdkMessage) => Message
  userID: () => string
}

const KICK_REASONS: readonly KickReason[] = [
  'multipleAccount',
  'multipleDevice',
  'userSigExpired',
  'REST_API_Kick',
]
const CONNECTIONS: readonly Connection[] = ['connected', 'connecting', 'disconnected']

/** SDK events carry `{ name, data }`; `data` is live SDK state and must be copied before it is kept. */
function dataOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null ? (event as { data?: unknown }).data : undefined
}

function field(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined

/**
 * Subscribes with closures made here: the SDK keys its handlers by function, so handlers shared between two kits
 * would silence each other.
 * @returns the function that removes every handler again
 */
export function bindEvents(
  instance: ChatInstance,
  { EVENT }: ChatNamespace,
  { map, userID }: Mapping,
  emit: ChatListener,
): () => void {
  const messages = (event: unknown): Message[] => {
    const data = dataOf(event)
    return Array.isArray(data) ? (data as SdkMessage[]).map((source) => map(source)) : []
  }

  const handlers: Record<EventName, (event: unknown) => void> = {
    SDK_READY: () => emit({ type: 'ready', userID: userID() }),
    SDK_NOT_READY: () => emit({ type: 'notReady' }),
    KICKED_OUT: (event) => {
      const type = field(dataOf(event), 'type')
      emit({ type: 'kicked', reason: KICK_REASONS.find((reason) => reason === type) ?? 'other' })
    },
    NET_STATE_CHANGE: (event) => {
      const state = field(dataOf(event), 'state')
      const connection = CONNECTIONS.find((known) => known === state)
      if (connection) emit({ type: 'connection', connection })
    },
    MESSAGE_RECEIVED: (event) => emit({ type: 'received', messages: messages(event) }),
    MESSAGE_MODIFIED: (event) => emit({ type: 'changed', messages: messages(event) }),
    MESSAGE_REVOKED: (event) => emit({ type: 'revoked', messages: messages(event) }),
    MESSAGE_READ_BY_PEER: (event) => emit({ type: 'peerRead', messages: messages(event) }),
    MESSAGE_REACTIONS_UPDATED: (event) => emit(mapReactionUpdate(dataOf(event), userID())),
    MESSAGE_EXTENSIONS_UPDATED: (event) => emit(mapExtensionUpdate(dataOf(event))),
    MESSAGE_EXTENSIONS_DELETED: (event) => emit(mapExtensionUpdate(dataOf(event))),
    MESSAGE_READ_RECEIPT_RECEIVED: (event) => emit(mapReceipts(dataOf(event))),
    PINNED_GROUP_MESSAGE_UPDATED: (event) => {
      const pinned = mapPinned(dataOf(event), map)
      if (pinned) emit(pinned)
    },
    USER_STATUS_UPDATED: (event) => emit({ type: 'presence', presence: mapPresence(dataOf(event)) }),
    CONVERSATION_LIST_UPDATED: (event) => {
      const data = dataOf(event)
      if (!Array.isArray(data)) return
      const list = (data as SdkConversation[])
        .map((source) => mapConversation(source, userID()))
        .filter(isPresent)
      // The flag stands beside the list, not in it.
      emit({ type: 'conversations', list, synced: field(event, 'isSyncCompleted') !== false })
    },
  }

  // A smaller build of the SDK does not name all of them.
  const names = (Object.keys(handlers) as EventName[]).filter((name) => EVENT[name])
  for (const name of names) instance.on(EVENT[name] ?? name, handlers[name])
  return () => {
    for (const name of names) instance.off(EVENT[name] ?? name, handlers[name])
  }
}
