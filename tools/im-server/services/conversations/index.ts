import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { conversations } from './list'

/** The conversation list, of both kinds. */
export function conversationServices(context: ServerContext): Service[] {
  return [conversations(context)]
}
