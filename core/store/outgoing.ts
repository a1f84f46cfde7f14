/** A picture of the phone. Width and height are in pixels, 0 when nobody knows them. */
export interface ImageFile {
  /** The phone's temporary path. */
  readonly path: string
  readonly bytes: number
  readonly width: number
  readonly height: number
}

export interface VideoFile extends ImageFile {
  readonly seconds: number
  /** Path of its cover; empty when there is none. */
  readonly poster: string
}

/** A recording. */
export interface VoiceFile {
  readonly path: string
  /** Milliseconds. */
  readonly ms: number
  readonly bytes: number
}

export interface DocumentFile {
  readonly path: string
  readonly bytes: number
  readonly name: string
}

export interface Place {
  /** What it is called; may be empty. */
  readonly description: string
  readonly latitude: number
  readonly longitude: number
}

export interface CustomBody {
  /** By habit JSON with a `businessID`. */
  readonly data: string
  /** What lists and clients that do not know it show. */
  readonly description: string
  readonly extension: string
  /** Others may put something beside it: votes, names. The app's plan must have it (SDK: `isSupportExtension`). */
  readonly extensible?: boolean
}

/** What a message is to be made of. */
export type Outgoing =
  /** `mentions` are user IDs, or `EVERYONE`; groups only. */
  | { readonly type: 'text'; readonly text: string; readonly mentions?: readonly string[] }
  | { readonly type: 'image'; readonly file: ImageFile }
  | { readonly type: 'video'; readonly file: VideoFile }
  | { readonly type: 'audio'; readonly file: VoiceFile }
  | { readonly type: 'file'; readonly file: DocumentFile }
  | { readonly type: 'face'; readonly index: number; readonly data: string }
  | { readonly type: 'location'; readonly place: Place }
  | { readonly type: 'custom'; readonly body: CustomBody }

/** The kinds of which the contents go up first; a recording is too short to tell of its progress. */
export const isUpload = (type: string): boolean =>
  type === 'image' || type === 'video' || type === 'file' || type === 'audio'

export const showsProgress = (type: string): boolean => isUpload(type) && type !== 'audio'
