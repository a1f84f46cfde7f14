import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { isObject, type JsonObject } from '../../../json'
import type { PushEvent } from '../../../push'
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

/**
 * The notice to one member whom a message mentions.
 * @param named how notices name the chat
 * @returns nothing when neither the member nor everybody is mentioned
 */
export function mentionEvent(
  { from, seq, random, clientSeq }: Pick<GroupMessage, 'from' | 'seq' | 'random' | 'clientSeq'>,
  named: JsonObject,
  { me, all }: { me: boolean; all: boolean },
): PushEvent | undefined {
  const flags = [...(me ? [AtFlag.ME] : []), ...(all ? [AtFlag.ALL] : [])]
  if (flags.length === 0) return undefined
  const tips = { From_Account: from, ...named, MsgSeq: seq, AtFlagList: flags }
  const notice = { From_Account: from, GroupAtTips: tips, MsgRandom: random, ClientSeq: clientSeq }
  return { Event: GroupEvent.MENTION, GroupTips: [notice] }
}

/** Tells the members whom a message mentions; who is away finds it at the next login, until it is read. */
export function mentionMembers({ domain, push }: ServerContext, place: Place, message: GroupMessage): void {
  const { groups, inbox, notices } = domain
  const { all, users } = mentioned(message)
  if (!all && users.size === 0) return
  for (const { userID } of groups.members(place.group.id)) {
    const event = mentionEvent(message, placeID(place), { me: users.has(userID), all })
    if (!event || userID === message.from || !wantsMessages(domain, place, userID)) continue
    notices.addMention(userID, place.chatID, message.seq, event)
    const acknowledge = String(inbox.add(userID, { kind: 'notice', event, origin: '' }))
    push.toUser(userID, event, { acknowledge })
  }
}
