import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { blacklist } from './blacklist'
import { follow } from './follow'
import { friendApplications } from './friend-applications'
import { friendGroups } from './friend-groups'
import { friends } from './friends'
import { profile } from './profile'
import { status } from './status'

/** Users: what they tell of themselves, and who they know. */
export function userServices(context: ServerContext): Service[] {
  return [
    profile(context),
    status(context),
    friends(context),
    friendApplications(context),
    friendGroups(context),
    blacklist(context),
    follow(context),
  ]
}
