import type { Kit } from '../../core/actions/kit'
import { messageOf } from '../../core/actions/find-message'
import { openOverlay } from '../../core/actions/overlays'
import { usesEarpiece } from '../../core/actions/play-voice'
import type { MenuSight } from '../../core/menu/entry'
import { runMenuItem } from '../../core/registry/message-menu'
import type { Message } from '../../core/store/types'
import { menuSight, menuView, type MenuItemView } from '../../core/views/message-menu'
import { quickReactions, type ReactionChoice } from '../../core/views/reactions'
import { platform } from '../../platform/index'

/** A bubble's place in the window, px. */
export interface Anchor {
  top: number
  bottom: number
  left: number
  right: number
}

/** What a long press on a message has opened. */
export interface Menu {
  /** The message's local id; empty: there is no menu. */
  id: string
  items: MenuItemView[]
  /** One tap away; empty where reactions cannot be given. */
  reactions: ReactionChoice[]
  /** What the button for all other emoji is called. */
  more: string
  anchor: Anchor
}

/** Not an entry of the registry: the button for all other emoji. */
const MORE_REACTIONS = 'reactions'

export const NO_MENU: Menu = {
  id: '',
  items: [],
  reactions: [],
  more: '',
  anchor: { top: 0, bottom: 0, left: 0, right: 0 },
}

const sightOf = (kit: Kit, message: Message): MenuSight =>
  menuSight(kit.store.get(), message, { now: kit.sdk.now(), earpiece: usesEarpiece(kit) }, kit.t())

/** @returns nothing when nothing can be done with the message */
export function menuOf(kit: Kit, message: Message): Omit<Menu, 'anchor'> | undefined {
  const t = kit.t()
  const sight = sightOf(kit, message)
  const items = menuView(sight, t)
  const reacting = sight.abilities.reactions && message.status === 'sent' && !message.revoked
  const reactions = reacting ? quickReactions(message) : []
  if (!items.length && !reactions.length) return undefined
  return { id: message.id, items, reactions, more: t('menu.moreReactions') }
}

/** Does what an entry of the menu is for. */
export async function runMenu(kit: Kit, conversationID: string, id: string, item: string): Promise<void> {
  const message = messageOf(kit, conversationID, id)
  if (!message) return
  const t = kit.t()
  if (item === MORE_REACTIONS) return openOverlay(kit, { type: 'reactions', conversationID, id })
  // It may have been recalled while the menu was open.
  if (message.revoked) return platform.toast(t('error.messageGone'))
  await runMenuItem(item, { ...sightOf(kit, message), kit, device: platform, t })
}
