import { accountCommands } from './accounts'
import type { RestCommands, RestContext } from './command'
import { groupMessageCommands } from './group-messages'
import { groupCommands } from './groups'
import { messageCommands } from './messages'
import { relationCommands } from './relations'

/**
 * The commands of Tencent's server API (`/v4/service/command`) that are there, so that the code of a host's back
 * end can be tried as well. They stand on the same functions as the commands of the SDK.
 */
export function restCommands(context: RestContext): RestCommands {
  return {
    ...accountCommands(context),
    ...messageCommands(context),
    ...relationCommands(context),
    ...groupCommands(context),
    ...groupMessageCommands(context),
  }
}
