import { parseCallMessage } from '../../core/kinds/call'
import { callStarter } from '../../core/registry/calls'
import { parseConversationID } from '../../core/store/conversation-id'
import type { Message } from '../../core/store/types'

/** The record of a call calls again, in the same way, where something on the page can. @returns whether it is one */
export function callsAgain(message: Message): boolean {
  const record = parseCallMessage(message)
  const parsed = parseConversationID(message.conversationID)
  if (!record || record.group || parsed?.type !== 'C2C') return false
  callStarter()?.start({ userIDs: [parsed.target], media: record.media })
  return true
}
