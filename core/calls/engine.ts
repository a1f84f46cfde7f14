import type { ChatInstance } from '../sdk/contract'

export type CallMedia = 'audio' | 'video'
export type CallRole = 'caller' | 'callee'

/** `connecting`: accepted, and the media is being set up. */
export type CallPhase = 'idle' | 'dialing' | 'incoming' | 'connecting' | 'in-call'

/** Why a call is over. */
export type CallEnd =
  'hangup' | 'rejected' | 'canceled' | 'no-answer' | 'busy' | 'other-device' | 'offline' | 'error'

/** Who is to be called. */
export interface CallTarget {
  /** In a call of two exactly one. */
  readonly userIDs: readonly string[]
  /** Makes it a call of that group. */
  readonly groupID?: string
  readonly media: CallMedia
  /** Seconds that it rings; 30 when nothing is said. */
  readonly timeout?: number
  /** A TRTC room, 1 to 2147483647; chosen at random when nothing is said. */
  readonly roomID?: number
  /** Words of the host's for the other side's host. */
  readonly userData?: string
}

export interface CallMember {
  readonly userID: string
  readonly state: 'inviting' | 'joined' | 'left'
  readonly audio: boolean
  readonly video: boolean
  /** 0 to 100. */
  readonly volume?: number
  /** 1 (excellent) to 6 (no connection); 0 is not known. */
  readonly quality?: number
}

export interface CallInfo {
  readonly callID: string
  readonly role: CallRole
  readonly media: CallMedia
  readonly groupID?: string
  readonly callerID: string
  /** Everybody but the user who is logged in. */
  readonly members: readonly CallMember[]
  readonly phase: CallPhase
  /** Milliseconds since 1970, the server's clock: when the first two were in it. */
  readonly startedAt?: number
}

/** Attributes of a `live-pusher`, as the media package names them. */
export type PusherAttributes = Readonly<Record<string, unknown>>

/** One remote picture or voice: attributes of a `live-player`. */
export interface PlayerAttributes {
  /** Unique among the players. */
  readonly id: string
  readonly userID: string
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface CallViews {
  /** `null`: no pusher on the screen. */
  readonly pusher: PusherAttributes | null
  readonly players: readonly PlayerAttributes[]
}

export interface CallEvents {
  /** Somebody calls; it rings until it is accepted, rejected or over. */
  incoming: CallInfo
  /** Something of the current call has changed. */
  change: CallInfo
  end: { call: CallInfo; reason: CallEnd; seconds: number; by?: string }
  /** `getViews()` gives something else. */
  views: undefined
  /** What one of several invited people did. */
  notice: { kind: 'rejected' | 'busy' | 'no-answer' | 'left'; userIDs: readonly string[] }
  /** Signalling went out of which the SDK tells nobody: its message, for the chat of this phone. */
  sent: { message: unknown }
  /** `code`: of the SDK, of the media, or one of the kit's own below 0. */
  error: { code: number; message: string }
}

export interface CallContext {
  /** The SDK instance that the host handed over. */
  readonly chat: ChatInstance
  readonly SDKAppID: number
  readonly userID: string
  readonly userSig: string
}

/**
 * What makes and takes calls. Two forms: the kit's own state machine on the SDK's signalling, and an adapter around
 * an instance of Tencent's engine. The screens know only this.
 */
export interface CallEngine {
  readonly name: string
  /** Without media nothing can be called; the sentence for the developer says what to install. */
  readonly problem?: 'no-media'
  /** Before the login: the SDK tells of invitations of the meantime only to those who listen by then. */
  prepare?(chat: ChatInstance): void
  init(context: CallContext): Promise<void>
  /** Ends a call that is on, and everything that was begun. */
  destroy(): Promise<void>
  /** @returns the ID of the call. Rejects with `{ code, message }`. */
  call(target: CallTarget): Promise<string>
  accept(): Promise<void>
  reject(): Promise<void>
  /** Also cancels what rings. */
  hangup(): Promise<void>
  /** Groups only. */
  inviteUsers?(userIDs: readonly string[]): Promise<void>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean, front?: boolean): Promise<void>
  setSpeaker(on: boolean): Promise<void>
  switchMedia?(media: CallMedia): Promise<void>
  getViews(): CallViews
  /** An event of a native element. @param name of the element's event, `statechange` for example */
  viewEvent(kind: 'pusher' | 'player', name: string, event: unknown): void
  /** The element is on the screen, or gone. @param id of a player; empty for the pusher */
  viewReady(kind: 'pusher' | 'player', id: string, ready: boolean): void
  on<K extends keyof CallEvents>(type: K, listener: (event: CallEvents[K]) => void): () => void
}

/** What the kit's own engine sends and receives pictures and voices with. */
export interface CallMediaPort {
  /** False: there is none, calls cannot be made. */
  readonly available: boolean
  enter(room: {
    SDKAppID: number
    userID: string
    userSig: string
    roomID: number
    strRoomID?: string
    media: CallMedia
  }): Promise<void>
  /** Releases camera and microphone; also when `enter` has not finished. */
  leave(): Promise<void>
  setMicrophone(on: boolean): Promise<void>
  setCamera(on: boolean, front?: boolean): Promise<void>
  setSpeaker(on: boolean): Promise<void>
  getViews(): CallViews
  viewEvent(kind: 'pusher' | 'player', name: string, event: unknown): void
  viewReady(kind: 'pusher' | 'player', id: string, ready: boolean): void
  on<K extends keyof MediaEvents>(type: K, listener: (event: MediaEvents[K]) => void): () => void
}

export interface MediaEvents {
  userJoin: { userID: string }
  userLeave: { userID: string }
  audio: { userID: string; on: boolean }
  video: { userID: string; on: boolean }
  /** 0 to 100; an empty user ID is the own one. */
  volume: { userID: string; volume: number }
  /** As in {@link CallMember}; an empty user ID is the own one. */
  quality: { userID: string; quality: number }
  views: undefined
  /** `fatal`: the room is lost. */
  error: { code: number; message: string; fatal: boolean }
}
