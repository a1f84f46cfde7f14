import type { Locale } from '../../locales/index'
import type { GroupsSlice } from './group-profiles'
import type { GroupAccess, Members } from './groups'
import type { PendingChange } from './conversations'
import { NO_CALL, type CallSlice } from './call'
import { NO_CONTACTS, type ContactsSlice } from './contacts'
import { NO_GROUP_APPLICATIONS, type GroupApplicationsSlice } from './group-applications'
import type { ListWindow } from './list-window'
import type { LiveSlice } from './live'
import type { Faces, Presence } from './faces'
import type { Overlay } from './overlays'
import type { SearchesSlice } from './searches'
import type { TopicsSlice } from './topics'
import type { ChatError, Connection, Conversation, KickReason, Message, Quote, Thread } from './types'

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
  /** Changes of the user that are on their way. */
  readonly pending?: readonly PendingChange[]
  /** The list is, as a whole or in part, what this phone remembered: the SDK has not told all of it yet. */
  readonly remembered?: boolean
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
  /** Voice messages are heard at the ear, not from the speaker. */
  readonly earpiece?: boolean
  /** False: nobody is told that this user types. */
  readonly typing?: boolean
  /** False: own messages in groups do not ask who has read them. */
  readonly readReceipts?: boolean
  /** A live room is left with its chat. */
  readonly leaveLiveRooms?: boolean
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
  /** What was being written before that; it comes back afterwards. */
  readonly kept?: Pick<Composer, 'text' | 'mentions' | 'quote'>
  /** Where the field's cursor was when whom to mention was asked; the @ stands before it. */
  readonly cursor?: number
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

/** Where the list of a chat is to be led. */
export interface Jump {
  readonly conversationID: string
  /** Local id of the message; empty while it is looked for. */
  readonly id: string
  /** Another one for each jump. */
  readonly count: number
  /** The message lights up. */
  readonly flash: boolean
}

/** What the app's plan and this SDK allow; asked for at each login. */
export interface Abilities {
  readonly reactions: boolean
  readonly translation: boolean
  /** Voice messages in words. */
  readonly transcription: boolean
  /** Marks of conversations: unread by hand, hidden, folded. */
  readonly marks: boolean
  /** Who is online. */
  readonly presence: boolean
}

export const NO_ABILITIES: Abilities = {
  reactions: false,
  translation: false,
  transcription: false,
  marks: false,
  presence: false,
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
  /** The rows of a chat that are on the screen, by local id; only what asks for a receipt. Missing: nothing is drawn. */
  readonly sight?: { readonly conversationID: string; readonly rows: ReadonlySet<string> }
  readonly settings: SettingsSlice
  readonly notice?: Notice
  /** By conversation ID; only those with something in them. */
  readonly composers: Readonly<Record<string, Composer>>
  /** What the user may do in a group, by conversation ID; only what was asked for. */
  readonly access: Readonly<Record<string, GroupAccess>>
  readonly groups: GroupsSlice
  readonly topics: TopicsSlice
  /** Members of groups, by conversation ID; only what was asked for. */
  readonly members: Readonly<Record<string, Members>>
  /** Live rooms that were entered. */
  readonly live: LiveSlice
  readonly selection?: Selection
  readonly playing?: Playing
  readonly jump?: Jump
  /** What of each list is drawn, by conversation ID. */
  readonly windows: Readonly<Record<string, ListWindow>>
  /** What lies over the chat, the front one last; a step back closes it. */
  readonly overlays: readonly Overlay[]
  /** Milliseconds since 1970 until which the peer of a C2C conversation counts as typing. */
  readonly typing: Readonly<Record<string, number>>
  readonly abilities: Abilities
  readonly presence: Presence
  readonly faces: Faces
  /** Messages that are pinned, oldest first, by the conversation ID of groups that were opened. */
  readonly pinned: Readonly<Record<string, readonly Message[]>>
  readonly contacts: ContactsSlice
  readonly groupApplications: GroupApplicationsSlice
  readonly call: CallSlice
  readonly searches: SearchesSlice
  /** Now, in milliseconds, moved on once a minute: what relative times are told from. */
  readonly clock: number
}

export function initialState(userID: string, locale: Locale, now: number): State {
  return {
    session: { phase: 'waiting', userID, logins: 0, connection: 'connecting' },
    conversations: { phase: 'loading', list: [] },
    messages: {},
    windows: {},
    composers: {},
    access: {},
    groups: {},
    topics: {},
    members: {},
    live: {},
    overlays: [],
    typing: {},
    abilities: NO_ABILITIES,
    presence: {},
    faces: {},
    pinned: {},
    contacts: NO_CONTACTS,
    groupApplications: NO_GROUP_APPLICATIONS,
    call: NO_CALL,
    searches: {},
    settings: { locale },
    clock: now,
  }
}
