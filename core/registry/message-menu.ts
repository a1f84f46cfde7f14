import type { Key } from '../../locales/index'
import type { Message } from '../store/types'

/** One entry of the menu that a long press on a message opens. */
export interface MessageMenuItem {
  id: string
  label: Key
  /** A Lucide icon that is part of the kit's set. */
  icon: string
  /** @param now milliseconds since 1970 */
  when(message: Message, now: number): boolean
}

/** Tencent's own limit, seconds. The server has the last word. */
const REVOKE_WINDOW = 120

export const messageMenu: MessageMenuItem[] = [
  { id: 'copy', label: 'menu.copy', icon: 'copy', when: (message) => message.content.type === 'text' },
  {
    id: 'revoke',
    label: 'menu.revoke',
    icon: 'undo',
    when: (message, now) =>
      message.own && message.status === 'sent' && now / 1000 - message.time < REVOKE_WINDOW,
  },
  { id: 'delete', label: 'menu.delete', icon: 'trash', when: (message) => message.status !== 'sending' },
]
