import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { config } from './config'
import { login } from './login'

/** Who is connected, and what the app is allowed. */
export function sessionServices(context: ServerContext): Service[] {
  return [login(context), config(context)]
}
