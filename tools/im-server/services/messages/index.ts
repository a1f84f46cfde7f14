import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { messageExtensions } from './extensions'
import { mergers } from './merger'
import { messageReactions } from './reactions'

/** What can be done with a message of either kind. */
export function messageServices(context: ServerContext): Service[] {
  return [messageReactions(context), messageExtensions(context), mergers(context)]
}
