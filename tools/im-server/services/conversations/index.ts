import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { conversationChanges } from './changes'
import { doNotDisturb } from './do-not-disturb'
import { conversationGroups } from './groups'
import { conversations } from './list'
import { conversationMarks } from './marks'

/** The conversation list, of both kinds. */
export function conversationServices(context: ServerContext): Service[] {
  return [
    conversations(context),
    conversationChanges(context),
    conversationMarks(context),
    conversationGroups(context),
    doNotDisturb(context),
  ]
}
