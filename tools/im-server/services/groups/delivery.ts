import { randomInt } from 'node:crypto'
import type { Domain } from '../../domain'
import type { GroupMessage } from '../../domain/group-messages'
import { GroupType, type Group } from '../../domain/groups'
import type { JsonObject } from '../../json'
import type { Push, PushEvent } from '../../push'
import { GroupEvent, groupMessageToWire, SYSTEM_USER } from './wire'

/** `ReportType` of a system notice. */
export const ReportType = {
  JOIN_REQUEST: 1,
  JOIN_ACCEPTED: 2,
  JOIN_REFUSED: 3,
  KICKED: 4,
  DISMISSED: 5,
  CREATED: 6,
  INVITED: 7,
  QUIT: 8,
  ADMIN_GIVEN: 9,
  ADMIN_TAKEN: 10,
  INVITATION: 12,
} as const

export interface DeliveryOptions {
  /** Not to this instance: the one that caused the event. */
  exceptInstance?: string
  /** Only to these members. */
  only?: readonly string[]
}

const MAX_RANDOM = 2 ** 31

/** Brings what happens in a group to its members. */
export class GroupDelivery {
  constructor(
    private readonly domain: Domain,
    private readonly push: Push,
  ) {}

  /** Any event, to the members that are connected. */
  toMembers(groupID: string, event: PushEvent, { only, exceptInstance }: DeliveryOptions = {}): void {
    const members = only ?? this.domain.groups.members(groupID).map(({ userID }) => userID)
    for (const userID of members) this.push.toUser(userID, event, { exceptInstance })
  }

  /** A message of a member that is already kept (or, online only, that is not to be kept). */
  message(
    group: Group,
    message: GroupMessage,
    options: DeliveryOptions & { extras?: JsonObject } = {},
  ): void {
    const wire = { ...groupMessageToWire(group, message, this.domain), ...options.extras }
    this.toMembers(group.id, { Event: GroupEvent.MESSAGE, GroupMsgArray: [wire] }, options)
  }

  /**
   * Keeps a tip in the history of the group and shows it to everybody, the acting user included.
   * @param tip `MsgBody`: `OpType`, `Operator_Account` and what belongs to the type
   */
  tip(group: Group, tip: JsonObject): GroupMessage {
    const { groupMessages } = this.domain
    const time = groupMessages.nextTime(group.id)
    const message = groupMessages.append(group.id, {
      from: SYSTEM_USER,
      random: randomInt(MAX_RANDOM),
      clientSeq: 0,
      time,
      clientTime: time,
      body: [],
      cloudCustomData: '',
      needReadReceipt: 0,
      supportExtension: 0,
      noUnread: false,
      noLastMessage: false,
      priority: 1,
      at: [],
      tip,
    })
    this.listForMembers(group)
    const wire = groupMessageToWire(group, message, this.domain)
    this.toMembers(group.id, { Event: GroupEvent.TIP, GroupTips: [wire] })
    return message
  }

  /** A system notice for one user; who is away finds it at the next login. */
  notice(userID: string, group: Group, body: JsonObject & { ReportType: number }, exceptInstance = ''): void {
    const time = Math.floor(Date.now() / 1000)
    const notice = {
      Event: GroupEvent.NOTICE,
      From_Account: SYSTEM_USER,
      To_Account: userID,
      ToGroupId: group.id,
      MsgSeq: randomInt(MAX_RANDOM),
      MsgRandom: randomInt(MAX_RANDOM),
      ClientSeq: randomInt(MAX_RANDOM),
      MsgTime: time,
      GroupInfo: { GroupId: group.id, GroupName: group.name, GroupType: group.type, To_Account: userID },
      MsgBody: body,
    }
    const event = { Event: GroupEvent.NOTICE, GroupTips: [notice] }
    const acknowledge = String(
      this.domain.inbox.add(userID, { kind: 'notice', event, origin: exceptInstance }),
    )
    this.push.toUser(userID, event, { acknowledge, exceptInstance })
  }

  /** Puts the group on top of the conversation list of each member. Live rooms are not in the list. */
  listForMembers(group: Group, { silent = false } = {}): void {
    if (group.type === GroupType.LIVE) return
    const peer = { kind: 'group', groupID: group.id } as const
    for (const { userID } of this.domain.groups.members(group.id)) {
      this.domain.list.touch(userID, peer, { silent })
    }
  }
}
