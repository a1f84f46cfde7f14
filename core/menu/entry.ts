import type { Translate } from '../../locales/index'
import type { Kit } from '../actions/kit'
import type { GroupRole } from '../store/groups'
import type { Abilities } from '../store/state'
import type { Message } from '../store/types'

/** What an entry may ask of the phone. */
export interface Device {
  copy(text: string): Promise<boolean>
  toast(text: string): void
  /** @returns the index of the chosen item, or -1 */
  actionSheet(items: string[]): Promise<number>
  confirm(question: { text: string; yes: string; no: string }): Promise<boolean>
  /** Puts a picture or a video into the phone's album; `refused` and `forbidden` are changed in settings only. */
  saveMedia(media: {
    type: 'image' | 'video'
    url: string
  }): Promise<'saved' | 'failed' | 'cancelled' | 'refused' | 'forbidden'>
  readonly permissions: {
    openSettings(scope: 'writePhotosAlbum', answer: 'refused' | 'forbidden'): Promise<boolean>
  }
}

/** What decides whether an entry is offered: nothing but data. */
export interface MenuSight {
  readonly message: Message
  readonly conversationID: string
  /** The conversation is a group. */
  readonly group: boolean
  /** Of the user in the group, once it is known. */
  readonly role: GroupRole | undefined
  /** The message is pinned in the group. */
  readonly pinned: boolean
  /** Milliseconds since 1970, the server's clock. */
  readonly now: number
  /** What the app's plan and this build of the SDK allow. */
  readonly abilities: Abilities
  /** Voice messages are heard from the earpiece. */
  readonly earpiece: boolean
  /** Nobody can write here: what leads to the composer is left out. */
  readonly readOnly: boolean
}

/** What an entry does something with. */
export interface MenuContext extends MenuSight {
  readonly kit: Kit
  readonly device: Device
  readonly t: Translate
}

/** One entry of the menu that a long press on a message opens. */
export interface MessageMenuItem {
  id: string
  label: (t: Translate) => string
  /** A Lucide icon that is part of the kit's set. */
  icon: string
  /** Whether it is offered. Asked each time the menu opens; never for a message that was recalled. */
  when(sight: MenuSight): boolean
  run(context: MenuContext): void | Promise<unknown>
}
