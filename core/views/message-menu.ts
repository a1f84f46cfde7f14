import type { Translate } from '../../locales/index'
import type { MenuSight } from '../menu/entry'
import { messageMenu } from '../registry/message-menu'
import type { State } from '../store/state'
import type { Message } from '../store/types'
import { chatView } from './chat'

export interface MenuItemView {
  id: string
  label: string
  icon: string
}

/** What an entry decides by, as far as the state tells it; `now` is in milliseconds since 1970. */
export function menuSight(
  state: State,
  message: Message,
  { now, earpiece }: Pick<MenuSight, 'now' | 'earpiece'>,
  t: Translate,
): MenuSight {
  const { conversationID } = message
  return {
    message,
    conversationID,
    group: conversationID.startsWith('GROUP'),
    role: state.access[conversationID]?.role,
    pinned: state.pinned[conversationID]?.some(({ ID }) => ID === message.ID) ?? false,
    now,
    earpiece,
    abilities: state.abilities,
    readOnly: chatView(state, conversationID, t).readOnly,
  }
}

/** What a long press on this message offers. */
export function menuView(sight: MenuSight, t: Translate): MenuItemView[] {
  if (sight.message.revoked) return []
  return messageMenu()
    .filter((item) => item.when(sight))
    .map(({ id, label, icon }) => ({ id, label: label(t), icon }))
}
