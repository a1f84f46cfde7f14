import type { Locale } from '../../locales/index'
import type { ChatError, Connection, Conversation, KickReason, Thread } from './types'

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
  /** Now, in milliseconds, moved on once a minute: what relative times are told from. */
  readonly clock: number
}

export function initialState(userID: string, locale: Locale, now: number): State {
  return {
    session: { phase: 'waiting', userID, logins: 0, connection: 'connecting' },
    conversations: { phase: 'loading', list: [] },
    messages: {},
    settings: { locale },
    clock: now,
  }
}
