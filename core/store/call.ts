import type { CallEnd, CallInfo, CallViews } from '../calls/engine'

/** The one call that there can be, as the screens show it. */
export interface CallSlice {
  /** A `<TUICallKit>` is on the page and can call: entries to calls are shown. */
  readonly available: boolean
  /** Missing while there is no call. */
  readonly info?: CallInfo
  readonly minimised: boolean
  readonly views: CallViews
  readonly own: {
    readonly microphone: boolean
    readonly camera: boolean
    readonly front: boolean
    readonly speaker: boolean
  }
  /** Name and avatar of those in the call who are known, by user ID. */
  readonly people: Readonly<Record<string, { readonly name: string; readonly avatar: string }>>
  /** The newest thing to be said about the call: what one of several did, why it ended, what has failed. */
  readonly notice?: {
    readonly id: number
    readonly kind: CallEnd | 'left' | 'permission' | 'no-media' | 'devtools' | 'failed'
    readonly userIDs: readonly string[]
    readonly code?: number
  }
}

export const NO_CALL: CallSlice = {
  available: false,
  minimised: false,
  views: { pusher: null, players: [] },
  own: { microphone: true, camera: true, front: true, speaker: true },
  people: {},
}
