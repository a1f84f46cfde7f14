import type { Translate } from '../../locales/index'
import { singleLine } from '../../utils/text'
import type { Conversation } from '../store/types'

export const badge = (count: number): string => (count <= 0 ? '' : count > 99 ? '99+' : String(count))

/** What a conversation is called by. */
export type Named = Pick<Conversation, 'type' | 'name' | 'target'>

export function conversationName(conversation: Named, t: Translate): string {
  return conversation.type === 'SYSTEM'
    ? t('conversation.system')
    : singleLine(conversation.name) || conversation.target
}
