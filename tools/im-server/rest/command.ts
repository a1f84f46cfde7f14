import type { ServerContext } from '../context'
import type { Control } from '../control'
import type { JsonObject } from '../json'
import type { Router } from '../router'

/** What the commands of the REST API work with. */
export interface RestContext extends ServerContext {
  readonly control: Control
  readonly router: Router
}

/**
 * One command. The reply is completed with `ActionStatus` and `ErrorCode`; what is refused throws an `ImError`.
 * @param administrator who asks
 */
export type RestCommand = (body: JsonObject, administrator: string) => JsonObject | void

/** By `service/command`. */
export type RestCommands = Record<string, RestCommand>
