import type { ServerContext } from '../../../context'
import type { GroupMessage } from '../../../domain/group-messages'
import { GroupType } from '../../../domain/groups'
import { mentionMembers } from './mentions'
import { readersOf, wantsMessages, type Place } from './wire'

/** A message before it has its number in the group. */
export type GroupDraft = Omit<GroupMessage, 'seq' | 'time' | 'tip'>

export interface GroupSending {
  /** The instance that it comes from, which needs no copy; empty: the server itself. */
  origin?: string
  /** For who is connected now; it is kept nowhere, and has no number of its own. */
  onlineOnly?: boolean
}

/** Whom the message is pushed to; `undefined`: all members. Who wants no messages finds it in the history. */
function receivers({ domain }: ServerContext, place: Place, message: GroupMessage) {
  const members = domain.groups.members(place.group.id)
  const readers = readersOf(domain, place, message) ?? members.map(({ userID }) => userID)
  const wanted = readers.filter((userID) => userID === message.from || wantsMessages(domain, place, userID))
  return wanted.length === members.length ? undefined : wanted
}

/**
 * Sends a message to a group or a topic: keeps it, and brings it to the members. A message that is already there
 * (same sender, random and client time) is not sent again. Whether the sender may is for the caller to check.
 * @returns the message as kept, with its time and its number
 */
export function postGroupMessage(
  context: ServerContext,
  place: Place,
  draft: GroupDraft,
  { origin = '', onlineOnly = false }: GroupSending = {},
): GroupMessage {
  const { domain, groupDelivery } = context
  const { groupMessages, groups, groupReading } = domain
  const { group, chatID } = place
  const sent = groupMessages.findSent(chatID, draft)
  if (sent) return sent

  const timed = { ...draft, time: groupMessages.nextTime(chatID) }
  const message = onlineOnly
    ? { ...timed, seq: groupMessages.end(chatID) }
    : groupMessages.append(chatID, timed)
  if (!onlineOnly) {
    if (groups.member(group.id, draft.from)) {
      groups.changeMember(group.id, draft.from, { lastSentAt: message.time })
      groupReading.passOwn(chatID, draft.from, message.seq)
    }
    const only = readersOf(domain, place, message)
    groupDelivery.listForMembers(group, { silent: message.noLastMessage, only })
  }
  groupDelivery.message(group, message, {
    topic: place.topic,
    only: receivers(context, place, message),
    exceptInstance: origin,
    extras: onlineOnly ? { OnlineOnlyFlag: 1 } : {},
  })
  if (!onlineOnly && group.type !== GroupType.LIVE) mentionMembers(context, place, message)
  return message
}
