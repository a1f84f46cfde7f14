import type { Key } from '../../locales/index'
import type { Abilities } from '../store/state'
import type { Conversation } from '../store/types'

/** What decides whether something can be done with a conversation. */
export interface ConversationContext {
  conversation: Conversation
  abilities: Abilities
}

export type ConversationAction =
  | 'read'
  | 'unread'
  | 'pin'
  | 'unpin'
  | 'mute'
  | 'unmute'
  | 'delete'
  | 'hide'
  | 'fold'
  | 'unfold'
  | 'clear'
  | 'select'

export interface ConversationMenuItem {
  id: ConversationAction
  label: Key
  when: (context: ConversationContext) => boolean
}

const isUnread = ({ unread, markedUnread }: Conversation): boolean => unread > 0 || markedUnread === true

/** Marks are part of some plans only, and the system's notices take none. */
const marks = ({ conversation, abilities }: ConversationContext): boolean =>
  abilities.marks && conversation.type !== 'SYSTEM'

/** What a long press on a conversation offers, most used first. */
export const conversationMenu: readonly ConversationMenuItem[] = [
  { id: 'read', label: 'conversation.markRead', when: ({ conversation }) => isUnread(conversation) },
  {
    id: 'unread',
    label: 'conversation.markUnread',
    when: (context) => marks(context) && !isUnread(context.conversation),
  },
  { id: 'pin', label: 'conversation.pin', when: ({ conversation }) => !conversation.pinned },
  { id: 'unpin', label: 'conversation.unpin', when: ({ conversation }) => conversation.pinned },
  {
    id: 'mute',
    label: 'conversation.mute',
    when: ({ conversation: { muted, type } }) => !muted && type !== 'SYSTEM',
  },
  { id: 'unmute', label: 'conversation.unmute', when: ({ conversation }) => conversation.muted },
  { id: 'hide', label: 'conversation.hide', when: marks },
  { id: 'delete', label: 'conversation.deleteChat', when: () => true },
  {
    id: 'fold',
    label: 'conversation.fold',
    when: (context) => marks(context) && !context.conversation.folded,
  },
  {
    id: 'unfold',
    label: 'conversation.unfold',
    when: (context) => marks(context) && context.conversation.folded === true,
  },
  { id: 'clear', label: 'conversation.clear', when: ({ conversation }) => conversation.last !== undefined },
  { id: 'select', label: 'conversation.select', when: () => true },
]
