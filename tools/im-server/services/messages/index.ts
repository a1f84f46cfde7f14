import type { ServerContext } from '../../context'
import type { Service } from '../../router'

/** Messages in groups, and what can be done with a message of either kind. */
export function messageServices(_context: ServerContext): Service[] {
  return []
}
