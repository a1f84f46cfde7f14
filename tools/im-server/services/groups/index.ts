import type { ServerContext } from '../../context'
import type { Service } from '../../router'
import { groupAttributes } from './attributes'
import { groupContext } from './commands'
import { groupCounters } from './counters'
import { groupJoining } from './joining'
import { groupLife } from './life'
import { groupLists } from './lists'
import { liveRooms } from './live'
import { groupMembers } from './members'
import { groupMessageServices } from './messages'
import { groupTopics } from './topics'

/** Groups of every type, and their members. */
export function groupServices(context: ServerContext): Service[] {
  const own = groupContext(context)
  return [
    groupLists(own),
    groupLife(own),
    groupMembers(own),
    groupJoining(own),
    groupAttributes(own),
    groupCounters(own),
    liveRooms(own),
    groupTopics(own),
    ...groupMessageServices(context),
  ]
}
