import { clearHistory, deleteConversations } from '../../core/actions/delete-conversation'
import { foldConversation } from '../../core/actions/fold-conversation'
import { hideConversation } from '../../core/actions/hide-conversation'
import type { Kit } from '../../core/actions/kit'
import { markAllRead, markUnread } from '../../core/actions/mark-unread'
import { muteConversation } from '../../core/actions/mute-conversation'
import { pinConversation } from '../../core/actions/pin-conversation'
import { conversationMenu, type ConversationAction } from '../../core/registry/conversation-menu'
import { platform } from '../../platform/index'

/** The platform's sheet takes no more. */
const MOST_ITEMS = 6

/** Asks which of these to do; those that do not fit are behind the last one. */
async function choose<T extends { label: string }>(
  items: readonly T[],
  more: string,
): Promise<T | undefined> {
  const fits = items.length <= MOST_ITEMS
  const shown = fits ? items : items.slice(0, MOST_ITEMS - 1)
  const labels = shown.map(({ label }) => label)
  const at = await platform.actionSheet(fits ? labels : [...labels, more])
  return !fits && at === shown.length ? choose(items.slice(shown.length), more) : shown[at]
}

/** What a long press on a conversation offers, and what was chosen of it; nothing when the sheet was left. */
export async function askAction(kit: Kit, conversationID: string): Promise<ConversationAction | undefined> {
  const { conversations, abilities } = kit.store.get()
  const conversation = conversations.list.find((item) => item.conversationID === conversationID)
  if (!conversation) return undefined
  const t = kit.t()
  const items = conversationMenu
    .filter(({ when }) => when({ conversation, abilities }))
    .map(({ id, label }) => ({ id, label: t(label) }))
  platform.vibrate()
  return (await choose(items, t('conversation.more')))?.id
}

/** Asks once, with the verb on the button. @returns whether they were deleted */
export async function deleteChats(kit: Kit, conversationIDs: readonly string[]): Promise<boolean> {
  const t = kit.t()
  const count = conversationIDs.length
  const all = count > 1 ? t('conversation.deleteSelected', { count }) : t('conversation.deleteAll')
  const at = await platform.actionSheet([all, t('conversation.keepHistory')])
  if (at < 0) return false
  void deleteConversations(kit, conversationIDs, at === 0)
  return true
}

async function clearChat(kit: Kit, conversationID: string): Promise<void> {
  if ((await platform.actionSheet([kit.t()('conversation.clear')])) === 0)
    void clearHistory(kit, conversationID)
}

type Run = (kit: Kit, conversationID: string) => unknown

const RUN: Record<Exclude<ConversationAction, 'select'>, Run> = {
  read: (kit, id) => markAllRead(kit, [id]),
  unread: markUnread,
  pin: (kit, id) => pinConversation(kit, id, true),
  unpin: (kit, id) => pinConversation(kit, id, false),
  mute: (kit, id) => muteConversation(kit, id, true),
  unmute: (kit, id) => muteConversation(kit, id, false),
  hide: hideConversation,
  fold: (kit, id) => foldConversation(kit, id, true),
  unfold: (kit, id) => foldConversation(kit, id, false),
  delete: (kit, id) => deleteChats(kit, [id]),
  clear: clearChat,
}

export function runAction(
  kit: Kit,
  conversationID: string,
  action: Exclude<ConversationAction, 'select'>,
): void {
  void RUN[action](kit, conversationID)
}

/** The actions under a row turn over what they stand for. */
export function runSwiped(kit: Kit, conversationID: string, action: string): void {
  const { list } = kit.store.get().conversations
  const conversation = list.find((item) => item.conversationID === conversationID)
  if (!conversation) return
  if (action === 'pin') runAction(kit, conversationID, conversation.pinned ? 'unpin' : 'pin')
  if (action === 'mute') runAction(kit, conversationID, conversation.muted ? 'unmute' : 'mute')
  if (action === 'delete') runAction(kit, conversationID, 'delete')
}
