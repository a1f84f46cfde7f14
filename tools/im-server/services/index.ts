import type { ServerContext } from '../context'
import type { Service } from '../router'
import { c2cServices } from './c2c'
import { cloudServices } from './cloud'
import { conversationServices } from './conversations'
import { groupServices } from './groups'
import { mediaServices } from './media'
import { messageServices } from './messages'
import { sessionServices } from './session'
import { userServices } from './users'

/** Everything that the server answers, one folder per field. */
export function allServices(context: ServerContext): Service[] {
  return [
    ...sessionServices(context),
    ...userServices(context),
    ...conversationServices(context),
    ...c2cServices(context),
    ...groupServices(context),
    ...messageServices(context),
    ...cloudServices(context),
    ...mediaServices(context),
  ]
}
