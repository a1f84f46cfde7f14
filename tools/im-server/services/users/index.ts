import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { profile } from './profile'
import { relations } from './relations'
import { status } from './status'

/** Users: what they tell of themselves, and who they know. */
export function userServices(context: ServerContext): Service[] {
  return [profile(context), status(context), relations()]
}
