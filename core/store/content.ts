/** A user as a message tells of: `self` is the one who is logged in. */
export interface Person {
  readonly userID: string
  /** Name card, nickname or user ID, whichever is there. */
  readonly name: string
  readonly self: boolean
  /** Missing when nobody said. */
  readonly avatar?: string
}

/** A picture by its address. Width and height are in pixels; 0 when nobody said. */
export interface Picture {
  /** Empty when the address is none that may be loaded. */
  readonly url: string
  readonly width: number
  readonly height: number
}

export interface TextContent {
  readonly type: 'text'
  readonly text: string
}

export interface ImageContent {
  readonly type: 'image'
  readonly original: Picture
  /** About 720 px wide. */
  readonly large: Picture
  /** About 198 px wide. */
  readonly thumbnail: Picture
}

export interface VideoContent {
  readonly type: 'video'
  readonly url: string
  readonly poster: Picture
  readonly seconds: number
  readonly bytes: number
}

export interface AudioContent {
  readonly type: 'audio'
  readonly url: string
  readonly seconds: number
}

export interface FileContent {
  readonly type: 'file'
  readonly url: string
  readonly name: string
  readonly bytes: number
}

/** A sticker: which pack, and which one in it. */
export interface FaceContent {
  readonly type: 'face'
  readonly index: number
  readonly data: string
}

export interface LocationContent {
  readonly type: 'location'
  readonly description: string
  readonly latitude: number
  readonly longitude: number
}

/** Several messages in one; they are loaded when it is opened (SDK: `downloadMergerMessage`). */
export interface MergerContent {
  readonly type: 'merger'
  readonly title: string
  readonly abstracts: readonly string[]
}

export interface CustomContent {
  readonly type: 'custom'
  readonly data: string
  readonly description: string
  readonly extension: string
}

/** What was changed about a group, as far as there are words for it. */
export interface GroupChanges {
  readonly name?: string
  readonly notification?: boolean
  readonly introduction?: boolean
  readonly avatar?: boolean
  readonly joinOption?: boolean
  readonly owner?: string
  readonly muteAll?: boolean
}

/** The server tells all members of a change. */
export interface GroupTipContent {
  readonly type: 'groupTip'
  /** The SDK's `GRP_TIP_…`. */
  readonly operation: number
  readonly operator: Person
  readonly members: readonly Person[]
  /** Joined because the operator invited them. */
  readonly invited: boolean
  readonly changes: GroupChanges
  /** Of the first member, when that was changed. 0: may speak again. */
  readonly muteSeconds: number
}

/** The server tells one user about a group. */
export interface SystemNoticeContent {
  readonly type: 'systemNotice'
  /** The SDK's `operationType` of system notices. */
  readonly operation: number
  readonly operator: Person
  readonly groupID: string
  readonly groupName: string
  /** The words that came with it: an application, a reason. */
  readonly words: string
  /** Who is to be brought in, when that is another than the operator. */
  readonly invitee?: string
}

/** A kind that is known by name only. */
export interface OtherContent {
  readonly type: 'other'
  readonly sdkType: string
}

/** The body of a message, reduced to what the kit shows. */
export type MessageContent =
  | TextContent
  | ImageContent
  | VideoContent
  | AudioContent
  | FileContent
  | FaceContent
  | LocationContent
  | MergerContent
  | CustomContent
  | GroupTipContent
  | SystemNoticeContent
  | OtherContent

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (a !== a && b !== b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const left = Object.entries(a)
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => sameValue(value, (b as Record<string, unknown>)[key]))
  )
}

/** Whether two contents would look the same. They are plain data of little depth. */
export const sameContent = (a: MessageContent, b: MessageContent): boolean => sameValue(a, b)
