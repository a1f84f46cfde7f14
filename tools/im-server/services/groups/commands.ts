import type { ServerContext } from '../../context'
import type { Handler } from '../../router'
import { GroupOperations } from './operations'

/** What the handlers of group commands work with. */
export interface GroupContext extends ServerContext {
  readonly operations: GroupOperations
}

export function groupContext(context: ServerContext): GroupContext {
  return { ...context, operations: new GroupOperations(context) }
}

/** The services of groups. Communities have one of their own, with the same commands. */
export const GROUPS = 'group_open_http_svc'
export const COMMUNITIES = 'million_group_open_http_svc'

/** Names commands with their service. */
export function commandsOf(service: string, handlers: Record<string, Handler>): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(handlers).map(([command, handler]) => [`${service}.${command}`, handler]),
  )
}

/** Commands that groups and communities share. */
export function sharedCommands(handlers: Record<string, Handler>): Record<string, Handler> {
  return { ...commandsOf(GROUPS, handlers), ...commandsOf(COMMUNITIES, handlers) }
}
