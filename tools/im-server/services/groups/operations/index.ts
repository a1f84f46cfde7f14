import { requireGroup } from '../access'
import { ReportType } from '../delivery'
import { GroupApplying } from './applying'
import { GroupAttributeOperations } from './attributes'
import { GroupCounterOperations } from './counters'
import { GroupCreation } from './creation'
import { GroupEntry, type OperationContext } from './entry'
import { GroupJoining } from './joining'
import { GroupLife } from './life'
import { LiveRoomOperations } from './live'
import { GroupMembers } from './members'
import { administrator, denied, operatorOf, type Operator } from './operator'
import { GroupTopics } from './topics'

export { administrator, operatorOf, type Operator }
export { AddResult } from './joining'
export { CounterMode } from './counters'

/**
 * Everything that can be done to groups. The commands of the SDK and the REST API are thin above it: they read the
 * request, name the operator ({@link operatorOf} a caller, or the {@link administrator} of the app), and write the
 * reply. What is refused throws an `ImError` and has changed nothing. It keeps no state: each part of the server
 * makes its own.
 */
export class GroupOperations {
  readonly creation: GroupCreation
  readonly life: GroupLife
  readonly members: GroupMembers
  readonly joining: GroupJoining
  readonly applying: GroupApplying
  readonly live: LiveRoomOperations
  readonly attributes: GroupAttributeOperations
  readonly counters: GroupCounterOperations
  readonly topics: GroupTopics

  constructor(private readonly context: OperationContext) {
    const entry = new GroupEntry(context)
    this.creation = new GroupCreation(context, entry)
    this.life = new GroupLife(context, entry)
    this.members = new GroupMembers(context, entry)
    this.applying = new GroupApplying(context, entry)
    this.joining = new GroupJoining(context, entry, this.applying)
    this.live = new LiveRoomOperations(context, entry)
    this.attributes = new GroupAttributeOperations(context)
    this.counters = new GroupCounterOperations(context)
    this.topics = new GroupTopics(context, entry)
  }

  /**
   * A notice of the host to members of a group (`send_group_system_notification`).
   * @param userIDs empty: all members
   * @throws ImError 10007 for who is not the administrator of the app, 10010
   */
  notify(operator: Operator, groupID: string, text: string, userIDs: readonly string[] = []): void {
    const { domain, groupDelivery } = this.context
    const group = requireGroup(domain, groupID)
    if (!operator.isAdministrator) throw denied('only the administrator of the app can send notices')
    const members = domain.groups.members(groupID).map(({ userID }) => userID)
    const receivers = userIDs.length === 0 ? members : members.filter((userID) => userIDs.includes(userID))
    for (const userID of receivers) {
      groupDelivery.notice(userID, group, {
        ReportType: ReportType.CUSTOM,
        Operator_Account: operator.userID,
        UserDefinedField: text,
      })
    }
  }
}
