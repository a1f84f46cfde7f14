import type { Message } from '../store/types'
import { parseCallMessage } from './call'
import { customJson } from './json'

/** What devices tell each other, and nobody is meant to see: steps of a call, a typing state that was kept. */
export function isHidden(message: Message): boolean {
  if (message.content.type !== 'custom') return false
  const { businessID } = customJson(message.content)
  return businessID === 'user_typing_status' || parseCallMessage(message)?.hidden === true
}
