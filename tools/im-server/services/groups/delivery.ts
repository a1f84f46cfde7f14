import type { Domain } from '../../domain'
import type { GroupMessage } from '../../domain/group-messages'
import { rulesOf } from '../../domain/group-rules'
import { GroupType, type Group } from '../../domain/groups'
import type { Topic } from '../../domain/topics'
import { tinyIdOf } from '../../identity'
import type { JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Push, PushEvent } from '../../push'
import { LiveRooms } from './live-rooms'
import { GroupEvent, groupInfoToWire, groupMessageToWire, SYSTEM_USER } from './wire'
import { nowInSeconds } from '../../clock'
import { randomNumber } from '../../random'

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
  /** Asks the invited one. */
  INVITATION: 12,
  INVITATION_ACCEPTED: 13,
  INVITATION_REFUSED: 14,
  TOPIC_CREATED: 17,
  TOPICS_DELETED: 18,
  REMIND_CHANGED: 20,
  BANNED: 21,
  /** Asks the managers whether somebody may be invited. */
  INVITATION_REQUEST: 23,
  CUSTOM: 255,
} as const

export interface DeliveryOptions {
  /** Not to this instance: the one that caused the event. */
  exceptInstance?: string
  /** Only to these members. */
  only?: readonly string[]
}

export interface NoticeOptions {
  /** Not to this instance: the one that caused it. */
  exceptInstance?: string
  /** What it is about, if not the group as a whole. */
  topic?: Topic
}

/** Brings what happens in a group to its members. */
export class GroupDelivery {
  /** The live rooms, whose clients fetch messages and tips instead of getting them pushed. */
  readonly live = new LiveRooms()

  constructor(
    private readonly domain: Domain,
    private readonly push: Push,
  ) {}

  /** Any event, to the members that are connected. */
  toMembers(groupID: string, event: PushEvent, { only, exceptInstance }: DeliveryOptions = {}): void {
    for (const userID of only ?? this.memberIDs(groupID)) {
      this.push.toUser(userID, event, { exceptInstance })
    }
  }

  /**
   * A message of a member that is already kept (or, online only, that is not to be kept).
   * @param options.topic where it was written, if in a topic
   */
  message(
    group: Group,
    message: GroupMessage,
    options: DeliveryOptions & { extras?: JsonObject; topic?: Topic } = {},
  ): void {
    const wire = { ...groupMessageToWire(group, message, this.domain, options.topic), ...options.extras }
    if (group.type === GroupType.LIVE) this.toLiveRoom(group, message, wire, options)
    else this.toMembers(group.id, { Event: GroupEvent.MESSAGE, GroupMsgArray: [wire] }, options)
  }

  /**
   * Keeps a tip in the history of the group and shows it to everybody, the acting user included.
   * @param tip `MsgBody`: `OpType`, `Operator_Account` and what belongs to the type
   * @param topic the topic that it is about, and in whose history it is kept
   */
  tip(group: Group, tip: JsonObject, topic?: Topic): GroupMessage {
    const { groupMessages } = this.domain
    const chatID = topic?.id ?? group.id
    const time = groupMessages.nextTime(chatID)
    const message = groupMessages.append(chatID, {
      from: SYSTEM_USER,
      random: randomNumber(),
      clientSeq: 0,
      time,
      clientTime: time,
      body: [],
      cloudCustomData: '',
      needReadReceipt: 0,
      supportExtension: 0,
      noUnread: !rulesOf(group).keepsUnread,
      noLastMessage: false,
      priority: 1,
      at: [],
      tip,
    })
    if (!topic) this.listForMembers(group)
    const wire = groupMessageToWire(group, message, this.domain, topic)
    if (group.type === GroupType.LIVE) this.live.add(group.id, wire)
    else this.toMembers(group.id, { Event: GroupEvent.TIP, GroupTips: [wire] })
    return message
  }

  /**
   * A tip that only those see who are there now: attributes, counters, pins (Event 6).
   * @param body `MsgBody`
   */
  onlineTip(group: Group, body: JsonObject, options: DeliveryOptions & { topic?: Topic } = {}): void {
    const time = nowInSeconds()
    const wire = {
      Event: GroupEvent.ONLINE_TIP,
      From_Account: SYSTEM_USER,
      ToGroupId: group.id,
      MsgSeq: randomNumber(),
      Random: randomNumber(),
      MsgTime: time,
      MsgClientTime: time,
      TinyId: tinyIdOf(SYSTEM_USER),
      GroupInfo: groupInfoToWire(group, options.topic),
      MsgBody: body,
    }
    if (group.type === GroupType.LIVE) this.live.add(group.id, wire, options.only)
    else this.toMembers(group.id, { Event: GroupEvent.ONLINE_TIP, GroupTips: [wire] }, options)
  }

  /** A system notice for one user; who is away finds it at the next login (nothing of live rooms is kept). */
  notice(
    userID: string,
    group: Group,
    body: JsonObject & { ReportType: number },
    { exceptInstance = '', topic }: NoticeOptions = {},
  ): void {
    const time = nowInSeconds()
    const notice = {
      Event: GroupEvent.NOTICE,
      From_Account: SYSTEM_USER,
      To_Account: userID,
      ToGroupId: group.id,
      MsgSeq: randomNumber(),
      MsgRandom: randomNumber(),
      ClientSeq: randomNumber(),
      MsgTime: time,
      GroupInfo: { ...groupInfoToWire(group, topic), To_Account: userID },
      MsgBody: body,
    }
    const event = { Event: GroupEvent.NOTICE, GroupTips: [notice] }
    if (group.type === GroupType.LIVE) return this.push.toUser(userID, event, { exceptInstance })
    const acknowledge = String(
      this.domain.inbox.add(userID, { kind: 'notice', event, origin: exceptInstance }),
    )
    this.push.toUser(userID, event, { acknowledge, exceptInstance })
  }

  /** The client drops what has a number that it has seen, so that what is not kept needs one as well. */
  private toLiveRoom(group: Group, message: GroupMessage, wire: JsonObject, { only }: DeliveryOptions): void {
    const isKept = this.domain.groupMessages.get(group.id, message.seq)?.random === message.random
    this.live.add(group.id, isKept ? wire : { ...wire, MsgSeq: this.live.next(group.id) }, only)
    this.domain.groupMessages.forget(group.id, message.seq - Limits.liveBuffer)
  }

  /**
   * Puts the group on top of the conversation list of each member, or only of some. Live rooms are not in the list,
   * nor are communities with topics.
   */
  listForMembers(
    group: Group,
    { silent = false, only }: { silent?: boolean; only?: readonly string[] } = {},
  ): void {
    if (!rulesOf(group).isListed || group.supportTopic) return
    const peer = { kind: 'group', groupID: group.id } as const
    for (const userID of only ?? this.memberIDs(group.id)) this.domain.list.touch(userID, peer, { silent })
  }

  private memberIDs(groupID: string): string[] {
    return this.domain.groups.members(groupID).map(({ userID }) => userID)
  }
}
