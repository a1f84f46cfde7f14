import type { ConversationType } from './types'

/** `C2C` conversation IDs are `C2C<userID>`, group ones `GROUP<groupID>`; the system's is fixed. */
export const SYSTEM_CONVERSATION = '@TIM#SYSTEM'

/** The group that a group ID is about: of a topic, its community. */
export const communityOf = (groupID: string): string => groupID.split('@TOPIC#')[0] || groupID

/** Whether a conversation is a topic of a community. */
export const isTopic = (conversationID: string): boolean => communityOf(conversationID) !== conversationID

/** The type and the user or group ID, or `undefined` for what is not a conversation ID. */
export function parseConversationID(id: string): { type: ConversationType; target: string } | undefined {
  if (id === SYSTEM_CONVERSATION) return { type: 'SYSTEM', target: id }
  if (id.startsWith('C2C') && id.length > 3) return { type: 'C2C', target: id.slice(3) }
  if (id.startsWith('GROUP') && id.length > 5) return { type: 'GROUP', target: id.slice(5) }
  return undefined
}
