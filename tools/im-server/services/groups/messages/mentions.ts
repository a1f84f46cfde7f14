import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { isObject } from '../../../json'
import { GroupEvent } from '../wire'
import { placeID, wantsMessages, type Place } from './wire'

/** `AtFlagList` */
const AtFlag = { ME: 1, ALL: 2 } as const

/** Whom `GroupAtInfo` names. */
function mentioned(message: GroupMessage): { all: boolean; users: Set<unknown> } {
  const infos = message.at.filter(isObject)
  return {
    all: infos.some((info) => info.GroupAtAllFlag === 1),
    users: new Set(infos.map((info) => info.GroupAt_Account).filter(Boolean)),
  }
}

/** Tells the members whom a message mentions; who is away finds it at the next login, until it is read. */
export function mentionMembers({ domain, push }: ServerContext, place: Place, message: GroupMessage): void {
  const { groups, inbox, notices } = domain
  const { all, users } = mentioned(message)
  if (!all && users.size === 0) return
  for (const { userID } of groups.members(place.group.id)) {
    const flags = [...(users.has(userID) ? [AtFlag.ME] : []), ...(all ? [AtFlag.ALL] : [])]
    if (flags.length === 0 || userID === message.from || !wantsMessages(domain, place, userID)) continue
    const tips = { From_Account: message.from, ...placeID(place), MsgSeq: message.seq, AtFlagList: flags }
    const { from, random, clientSeq } = message
    const notice = { From_Account: from, GroupAtTips: tips, MsgRandom: random, ClientSeq: clientSeq }
    const event = { Event: GroupEvent.MENTION, GroupTips: [notice] }
    notices.addMention(userID, place.chatID, message.seq, event)
    const acknowledge = String(inbox.add(userID, { kind: 'notice', event, origin: '' }))
    push.toUser(userID, event, { acknowledge })
  }
}
