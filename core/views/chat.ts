import type { Translate } from '../../locales/index'
import { isGone } from '../store/codes'
import { parseConversationID } from '../store/conversation-id'
import { messageMenu } from '../registry/message-menu'
import type { State } from '../store/state'
import type { Conversation, Message } from '../store/types'
import { conversationName } from './conversation-list'

export interface ChatView {
  title: string
  /** Nobody answers here: the composer is left out. */
  readOnly: boolean
  /** What stands in the composer's place; nothing when the chat itself says why it is empty. */
  notice: string
}

function titleOf(
  conversation: Conversation | undefined,
  parsed: ReturnType<typeof parseConversationID>,
  t: Translate,
): string {
  if (conversation) return conversationName(conversation, t)
  if (parsed?.type === 'SYSTEM') return t('conversation.system')
  return parsed?.target ?? t('chat.title')
}

export function chatView(state: State, conversationID: string, t: Translate): ChatView {
  const conversation = state.conversations.list.find((item) => item.conversationID === conversationID)
  const parsed = parseConversationID(conversationID)
  const { error } = state.messages[conversationID] ?? {}
  // A time-out must not take away what somebody is writing.
  const gone = error !== undefined && isGone(error.code)
  return {
    title: titleOf(conversation, parsed, t),
    readOnly: !parsed || parsed.type === 'SYSTEM' || gone,
    notice: parsed && !gone ? t('chat.readOnly') : '',
  }
}

export interface MenuItemView {
  id: string
  label: string
  icon: string
}

/** What a long press on this message offers. @param now milliseconds since 1970 */
export function menuView(message: Message, now: number, t: Translate): MenuItemView[] {
  if (message.revoked) return []
  return messageMenu
    .filter((item) => item.when(message, now))
    .map(({ id, label, icon }) => ({ id, label: t(label), icon }))
}
