import type { MessageContent } from './content'

export type * from './content'

/** What failed, in the form that state, hosts (`bind:error`) and sentences are made of. */
export interface ChatError {
  /** The SDK's or server's code; 0 when there is none. */
  code: number
  /** The SDK call or intent that failed, for example `sendMessage`. */
  op: string
  /** Whether the same call may succeed later. */
  retryable: boolean
  /** The SDK's own words, for logs; never shown to people. */
  cause: string
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ChatError }

/** `sending` is an optimistic row; `failed` can be sent again. */
export type MessageStatus = 'sending' | 'sent' | 'failed'

export interface Message {
  /** Allotted once by this kit and never changed: the `wx:key` of its row. */
  readonly id: string
  /** The SDK's message ID. */
  readonly ID: string
  readonly conversationID: string
  readonly from: string
  /** Name card, nickname or user ID, whichever is there. */
  readonly name: string
  readonly avatar: string
  readonly own: boolean
  /** Seconds since 1970, the server's clock. */
  readonly time: number
  readonly status: MessageStatus
  readonly revoked: boolean
  /** User ID of whoever revoked it; empty when it was not revoked or is not known. */
  readonly revoker: string
  readonly revokerName: string
  /** C2C only: the peer has read it. */
  readonly peerRead: boolean
  readonly content: MessageContent
  readonly error?: ChatError
  /** Groups only: its number in the conversation, without gaps; 0 when there is none (SDK: `sequence`). */
  readonly sequence?: number
  /** User IDs of those it mentions, {@link EVERYONE} for all (SDK: `atUserList`). */
  readonly mentions?: readonly string[]
  readonly quote?: Quote
  readonly reactions?: readonly Reaction[]
  /** Of an upload that is under way, 0 to 1. */
  readonly progress?: number
  /** How much of its file has been fetched to be shown, 0 to 1; missing when nobody waits for it. */
  readonly download?: number
  /** Its sender has changed the text after it was sent. */
  readonly edited?: boolean
  /** Groups with read receipts: how many have read it, and how many have not (SDK: `readReceiptInfo`). */
  readonly readers?: { readonly read: number; readonly unread: number }
  /** Something can be put beside it by everybody who sees it: votes, names (SDK: `isSupportExtension`). */
  readonly extensible?: true
  /** What has been put there, by key; missing until it was asked for (SDK: `getMessageExtensions`). */
  readonly extensions?: Readonly<Record<string, string>>
  /** The sender asks for a receipt of each reader (SDK: `needReadReceipt`). */
  readonly needsReceipt?: boolean
  readonly translation?: Derived
  /** A voice message in words. */
  readonly transcript?: Derived
  /** A voice message of another that was listened to. */
  readonly played?: boolean
  /** Neither counted as unread nor previewed: signalling between devices (SDK: `messageControlInfo`). */
  readonly silent?: boolean
  /** The cloud's moderation found something in it (SDK: `hasRiskContent`). */
  readonly risky?: boolean
}

/** In `mentions`: everybody in the group (SDK: `TYPES.MSG_AT_ALL`). */
export const EVERYONE = '__kImSDK_MesssageAtALL__'

/** The message that another one answers to, as its sender wrote it down. */
export interface Quote {
  /** The SDK's ID of the quoted message. */
  readonly ID: string
  /** Its number in a group, 0 in C2C. */
  readonly sequence: number
  /** Seconds since 1970; 0 when nobody said. */
  readonly time: number
  readonly name: string
  /** One line of what it said. */
  readonly summary: string
}

/** One emoji under a message. */
export interface Reaction {
  /** Unicode, or a name of Tencent's sets. */
  readonly reactionID: string
  readonly count: number
  /** I am one of them. */
  readonly mine: boolean
  /** Names of some who reacted. */
  readonly names: readonly string[]
}

/** Made of a message on demand: its translation, its words. */
export interface Derived {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly text: string
}

export type ConversationType = 'C2C' | 'GROUP' | 'SYSTEM'

/** The newest message of a conversation as the list needs it. */
export interface LastMessage {
  readonly from: string
  readonly name: string
  readonly own: boolean
  /** Seconds since 1970. */
  readonly time: number
  readonly revoked: boolean
  readonly content: MessageContent
}

export interface Conversation {
  /** `C2C<userID>`, `GROUP<groupID>` or `@TIM#SYSTEM`. */
  readonly conversationID: string
  readonly type: ConversationType
  /** User or group ID without the prefix. */
  readonly target: string
  /** Remark, nickname, group name or ID, whichever is there. */
  readonly name: string
  readonly avatar: string
  readonly unread: number
  readonly pinned: boolean
  readonly muted: boolean
  /** What was being written when the chat was left (SDK: `draftText`). */
  readonly draft?: string
  readonly last?: LastMessage
  /** Groups only: the numbers of unread messages that mention the user (SDK: `groupAtInfoList`). */
  readonly mentioned?: readonly number[]
  /** Who is meant by them: this user, or only everybody. */
  readonly mention?: 'me' | 'all'
  /** Not in the list until somebody writes in it again (SDK: mark `HIDE`). */
  readonly hidden?: boolean
  /** In the folder of chats that are rarely looked at (SDK: mark `FOLD`). */
  readonly folded?: boolean
  /** Unread because the user said so, whatever the count is (SDK: mark `UNREAD`). */
  readonly markedUnread?: boolean
  /** Names of the conversation groups that it is in (SDK: `conversationGroupList`). */
  readonly groups?: readonly string[]
  /** A live room (SDK: `AVChatRoom`): nothing of it stays. */
  readonly live?: true
  /** Its messages were deleted here: it stays in the list without one. */
  readonly cleared?: boolean
}

/** A run of consecutive messages, oldest first. Replaced as a whole when one of them changes. */
export interface MessagePage {
  readonly id: string
  readonly messages: readonly Message[]
}

/**
 * The loaded part of a conversation. History grows at the end of `older` and live messages grow at the end of
 * `newer`: in both directions only new rows are sent to the view.
 */
export interface Thread {
  /** Older pages: `older[0]` comes right before `newer[0]`, the last one holds the oldest messages. */
  readonly older: readonly MessagePage[]
  /** The first page and what came after it; the last one holds the newest messages. */
  readonly newer: readonly MessagePage[]
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly loadingOlder: boolean
  /** Nothing older exists. */
  readonly complete: boolean
  /** Where the next older page starts: the SDK's `nextReqMessageID`. */
  readonly cursor: string
  /** The same after a jump: a sequence in groups, seconds since 1970 in C2C. */
  readonly olderFrom?: number
  /** While `tail` is there: where the next newer page starts; missing when the server has no more. */
  readonly newerFrom?: number
  readonly loadingNewer?: boolean
  /** `error` is about newer messages, not about older ones. */
  readonly newerFailed?: boolean
  /** The newest part of the conversation while another one is shown, after a jump: live messages come here. */
  readonly tail?: Tail
  readonly error?: ChatError
  /** What is there is, as a whole or in part, what the phone remembered: the SDK has not told it yet. */
  readonly remembered?: boolean
  /** Unread count when the chat was opened. */
  readonly unreadAtOpen: number
  /** Local id of the newest message at that time; empty when there was none. */
  readonly unreadFrom: string
  /** Local id of the first message that was unread then; empty until it is loaded. */
  readonly unreadLine: string
  /** How many older pages were loaded when the chat was opened; those that come later were scrolled to. */
  readonly olderAtOpen: number
  /** Groups only: the numbers of unread messages that mentioned the user when the chat was opened, lowest first. */
  readonly mentionsAtOpen: readonly number[]
  /** The newest message that was seen at the bottom of the list; what came after it is counted in the pill. */
  readonly seenID: string
}

/** A part of a conversation that is loaded without gaps. */
export type Stretch = Pick<Thread, 'older' | 'newer'>

/** The part that ends with the newest message, and where its history goes on. */
export type Tail = Pick<Thread, 'older' | 'newer' | 'cursor' | 'complete' | 'olderFrom'>

export type KickReason = 'multipleAccount' | 'multipleDevice' | 'userSigExpired' | 'REST_API_Kick' | 'other'

/** `connecting` covers before the first connection as well as a lost one that comes back. */
export type Connection = 'connected' | 'connecting' | 'disconnected'
