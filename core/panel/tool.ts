import type { Translate } from '../../locales/index'
import type { Kit } from '../actions/kit'
import type { DocumentFile, ImageFile, Place, VideoFile } from '../store/outgoing'
import type { ConversationType } from '../store/types'

/** What was picked; nothing when the user has picked nothing, or may not: why has been said by then. */
export type Picked<T> = T | undefined

export type MediaFile =
  { readonly type: 'image'; readonly file: ImageFile } | { readonly type: 'video'; readonly file: VideoFile }

/** What an entry may ask of the phone. */
export interface ToolDevice {
  pickMedia(options: {
    from: 'album' | 'camera'
    types: readonly ('image' | 'video')[]
    /** At most. */
    count: number
  }): Promise<Picked<readonly MediaFile[]>>
  /** Files of other WeChat chats. */
  pickFiles(count: number): Promise<Picked<readonly DocumentFile[]>>
  pickPlace(): Promise<Picked<Place>>
  toast(text: string): void
}

/** What decides whether an entry is offered. */
export interface ToolSight {
  readonly conversationID: string
  readonly type: ConversationType
}

/** What an entry does something with. */
export interface ToolContext extends ToolSight {
  readonly kit: Kit
  readonly device: ToolDevice
  readonly t: Translate
}

/** One entry of the panel behind the plus. */
export interface Tool {
  id: string
  label: (t: Translate) => string
  /** A name in `static/icons.wxss`. */
  icon: string
  /** Offered everywhere without it. */
  when?(sight: ToolSight): boolean
  run(context: ToolContext): void | Promise<unknown>
}
