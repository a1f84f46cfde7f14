import type { Locale } from '../../locales/index'
import type { Overlay } from './overlays'
import type { ChatError, Connection, Conversation, KickReason, Quote, Thread } from './types'

export interface SessionSlice {
  /** `waiting` until the SDK is ready; `kicked` until the host logs in again. */
  readonly phase: 'waiting' | 'ready' | 'kicked'
  readonly userID: string
  /** How many logins there have been: what was loaded before the newest one may have gaps. */
  readonly logins: number
  readonly connection: Connection
  readonly kickReason?: KickReason
}

export interface ConversationsSlice {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** In the SDK's order: pinned first, then newest first. */
  readonly list: readonly Conversation[]
  readonly error?: ChatError
}

/** Loaded threads by conversation ID. */
export type MessagesSlice = Readonly<Record<string, Thread>>

/** The chat on the screen: only what is seen there is reported as read. */
export interface OpenChat {
  readonly conversationID: string
  /** The page is shown and the app is in the foreground. */
  readonly shown: boolean
  readonly atBottom: boolean
}

export interface SettingsSlice {
  readonly locale: Locale
}

/** What is being written in one conversation; kept while the user is elsewhere. */
export interface Composer {
  readonly text: string
  /** User IDs that the text mentions with `@name`. */
  readonly mentions: readonly Mention[]
  /** The message that this one will answer to. */
  readonly quote?: Quote
  /** Local id of the own message that is being changed. */
  readonly editing?: string
}

export interface Mention {
  /** A user ID, or `EVERYONE`. */
  readonly userID: string
  /** The word in the text, without the @. */
  readonly name: string
}

/** Messages that were chosen for something done with all of them. */
export interface Selection {
  readonly conversationID: string
  /** Local ids. */
  readonly ids: readonly string[]
}

/** The voice message that is being played; one at a time. */
export interface Playing {
  readonly conversationID: string
  /** Local id of the message. */
  readonly id: string
  readonly phase: 'loading' | 'playing'
}

/** One at a time: the newest failure of an intent that has no row of its own. */
export interface Notice {
  readonly id: number
  readonly error: ChatError
}

export interface State {
  readonly session: SessionSlice
  readonly conversations: ConversationsSlice
  readonly messages: MessagesSlice
  readonly openChat?: OpenChat
  readonly settings: SettingsSlice
  readonly notice?: Notice
  /** By conversation ID; only those with something in them. */
  readonly composers: Readonly<Record<string, Composer>>
  readonly selection?: Selection
  readonly playing?: Playing
  /** What lies over the chat, the front one last; a step back closes it. */
  readonly overlays: readonly Overlay[]
  /** Milliseconds since 1970 until which the peer of a C2C conversation counts as typing. */
  readonly typing: Readonly<Record<string, number>>
  /** Now, in milliseconds, moved on once a minute: what relative times are told from. */
  readonly clock: number
}

export function initialState(userID: string, locale: Locale, now: number): State {
  return {
    session: { phase: 'waiting', userID, logins: 0, connection: 'connecting' },
    conversations: { phase: 'loading', list: [] },
    messages: {},
    composers: {},
    overlays: [],
    typing: {},
    settings: { locale },
    clock: now,
  }
}
