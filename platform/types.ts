/** Where the page's own chrome is, in px. */
export interface NavMetrics {
  /** The page draws its own bar (`navigationStyle: custom`). */
  custom: boolean
  /** Height of the status bar or notch. */
  statusBarHeight: number
  /** Height of the bar below it: centred on the capsule button. */
  barHeight: number
  /** Width on the right that the capsule button takes. */
  capsuleSpace: number
}

export interface MediaItem {
  type: 'image' | 'video'
  url: string
  /** The cover of a video. */
  poster: string
}

/** What a user may refuse, as the platform names it (`scope.record`). */
export type Scope = 'record' | 'camera' | 'writePhotosAlbum' | 'userLocation'

/**
 * The answer to a request. `new`: agreed to just now, in a dialog that has taken the finger off the screen;
 * `declined`: refused in that dialog; `refused`: some time ago, and only the settings of the mini program help;
 * `forbidden`: WeChat itself may not, and only the settings of the phone help; `private`: the mini program's privacy
 * agreement was not accepted, or does not name it.
 */
export type Permission = 'granted' | 'new' | 'declined' | 'refused' | 'forbidden' | 'private'

export interface Permissions {
  /** Asks the user when nobody has yet. */
  request(scope: Scope): Promise<Permission>
  /** It failed for want of a permission that was there before: the next request looks again. */
  forget(scope: Scope): void
  /** Shows where it can be changed; only right after a tap. `false` when the platform did not. */
  openSettings(scope: Scope, answer: 'refused' | 'forbidden'): Promise<boolean>
}

export type RecordingEnd =
  | { type: 'done'; path: string; ms: number; bytes: number }
  /** Something else took the microphone: a call. */
  | { type: 'interrupted' }
  | { type: 'failed'; cause: string }

export interface RecordingListener {
  /** The microphone is open. */
  started(): void
  /** How loud it was since the last time, oldest first, 0 to 1. Not every phone tells. */
  levels(levels: number[]): void
  /** Once, unless it was cancelled. */
  ended(end: RecordingEnd): void
}

export interface Recording {
  /** Ends it; `ended` comes with the file. */
  finish(): void
  /** Ends it without a word. */
  cancel(): void
}

/** A file on its way to the screen. */
export interface FileOpening {
  readonly ended: Promise<'opened' | 'failed' | 'cancelled'>
  cancel(): void
}

/** The microphone. One recording at a time; the next one waits until the phone has ended the one before. */
export interface Recorder {
  /** @param maxMs it ends by itself then */
  record(maxMs: number, listener: RecordingListener): Recording
}

/** Plays one voice message at a time; another one ends it. */
export interface VoicePlayer {
  play(
    url: string,
    options: { earpiece: boolean },
    listener: {
      started(): void
      /** Once. `stopped` by whoever plays something else, or by a call. */
      ended(end: 'done' | 'stopped' | 'failed', cause: string): void
    },
  ): void
  stop(): void
  /** Leads the sound of what is being played to the earpiece or to the speaker. */
  route(earpiece: boolean): void
}

/**
 * How saving into the album went. `refused`: some time ago, and only the settings of the mini program help;
 * `forbidden`: only those of the phone do; `cancelled` by the user just now.
 */
export type AlbumAnswer = 'saved' | 'failed' | 'cancelled' | 'refused' | 'forbidden'

/** What was picked, or why nothing was; `refused`, `forbidden` and `private` as in {@link Permission}. */
export type PickAnswer<T> =
  | { type: 'picked'; value: T }
  | { type: 'cancelled' | 'failed' | 'private' }
  | { type: 'refused' | 'forbidden'; scope: Scope }

/** A picture or video of the phone. Width and height are in pixels, 0 when nobody knows them. */
export type PickedMedia =
  | { type: 'image'; file: { path: string; bytes: number; width: number; height: number } }
  | {
      type: 'video'
      file: { path: string; bytes: number; width: number; height: number; seconds: number; poster: string }
    }

export interface PickedFile {
  path: string
  bytes: number
  name: string
}

export interface PickedPlace {
  description: string
  latitude: number
  longitude: number
}

/** Lets the user choose what is sent. */
export interface Picker {
  media(options: {
    from: 'album' | 'camera'
    types: readonly ('image' | 'video')[]
    /** At most. */
    count: number
  }): Promise<PickAnswer<readonly PickedMedia[]>>
  /** Files of other WeChat chats. */
  files(count: number): Promise<PickAnswer<readonly PickedFile[]>>
  place(): Promise<PickAnswer<PickedPlace>>
}

export type NavigationStyle = 'auto' | 'custom' | 'default'
export type Theme = 'light' | 'dark'

/** What the kit needs of the phone. Components never call `wx` services themselves. */
export interface Platform {
  /** The platform's language, for example `zh_CN`. */
  language(): string
  theme(): Theme
  /** @returns the function that ends the subscription */
  onTheme(listener: (theme: Theme) => void): () => void
  navMetrics(style: NavigationStyle): NavMetrics
  /** Height of the home indicator, px. */
  safeBottom(): number
  setTitle(title: string): void
  /** Gives the platform's bar, or the status bar over an own one, the theme's colours. */
  setBarTheme(theme: Theme): void
  /** Leaves the page; does nothing on the first page of the mini program. @returns whether there was a page to go to */
  leavePage(): boolean
  /** Whether the page that a component is on is the one in front. */
  isShown(component: object): boolean
  /** How many pages are under this one, itself included. */
  /** How much larger than usual the user wants to read, 1 to 1.3: WeChat's own setting. */
  textScale(): number
  pageDepth(): number
  toast(text: string): void
  /** A number, or `99+`, on a tab of the mini program's tab bar; empty: none. Nothing where there is no tab bar. */
  tabBadge(index: number, text: string): void
  /** A question with two answers. @returns whether it was the first one */
  confirm(question: { text: string; yes: string; no: string }): Promise<boolean>
  /** @returns the index of the chosen item, or -1 */
  actionSheet(items: string[]): Promise<number>
  /** Shows pictures and videos in full; `false` when the platform did not. */
  showMedia(items: MediaItem[], current: number): Promise<boolean>
  /**
   * Downloads a file, unless it is on the phone already, and shows it.
   * @param onProgress how much is there, 0 to 1; without it the whole screen waits
   */
  openFile(file: { url: string; name: string }, onProgress?: (fraction: number) => void): FileOpening
  openPlace(place: { latitude: number; longitude: number; name: string }): Promise<boolean>
  copy(text: string): Promise<boolean>
  /** Puts a picture or a video into the phone's album; asks for the permission when nobody has yet. */
  saveMedia(media: { type: 'image' | 'video'; url: string }): Promise<AlbumAnswer>
  /** Shows the phone's dial with a number; the user decides. */
  call(number: string): void
  vibrate(): void
  hideKeyboard(): void
  readStorage(key: string): unknown
  writeStorage(key: string, value: unknown): void
  readonly permissions: Permissions
  readonly picker: Picker
  readonly recorder: Recorder
  readonly voicePlayer: VoicePlayer
}
