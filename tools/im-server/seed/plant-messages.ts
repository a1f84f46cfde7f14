import type { Domain } from '../domain'
import type { MessageContent } from '../domain/message'
import { c2cMessageKey, groupMessageKey } from '../domain/message-key'
import { mentionEvent } from '../services/groups/messages/mentions'
import type { SeedMessage } from './format'

const NORMAL_PRIORITY = 2

/** @param number the same for the same message at each start, so that its ID is the same as well */
export function plantMessage(domain: Domain, seeded: SeedMessage, number: number, time: number): void {
  const { from, text, element, group, to } = seeded
  const content: MessageContent = {
    from,
    random: number,
    time,
    clientTime: time,
    body: [element ?? { MsgType: 'TIMTextElem', MsgContent: { Text: text ?? '' } }],
    cloudCustomData: '',
    needReadReceipt: 0,
    supportExtension: 0,
    noUnread: false,
    noLastMessage: false,
  }
  const key =
    group === undefined
      ? toUser(domain, seeded, content, to ?? from)
      : toGroup(domain, seeded, content, group)
  for (const [reactionID, userIDs] of Object.entries(seeded.reactions ?? {})) {
    for (const userID of userIDs) domain.reactions.add(key, reactionID, userID)
  }
}

/** Who writes has read what came before; who receives has read it unless the seed says otherwise. */
function isRead({ from, unread }: SeedMessage, userID: string): boolean {
  if (userID === from || unread === false) return true
  return unread !== true && !unread.includes(userID)
}

function toUser(domain: Domain, seeded: SeedMessage, content: MessageContent, to: string): string {
  const { from, random: seq, time } = content
  const { place } = domain.keepMessage({ ...content, to, seq }, '')
  for (const [owner, peer] of [
    [from, to],
    [to, from],
  ] as const) {
    if (!isRead(seeded, owner)) continue
    domain.c2c.change(owner, peer, { readPosition: place.position, readTime: time })
  }
  return c2cMessageKey(place)
}

function toGroup(domain: Domain, seeded: SeedMessage, content: MessageContent, groupID: string): string {
  const { groupMessages, groups, list } = domain
  const at = (seeded.at ?? []).map((userID) =>
    userID === 'all' ? { GroupAtAllFlag: 1 } : { GroupAtAllFlag: 0, GroupAt_Account: userID },
  )
  const kept = { ...content, clientSeq: content.random, priority: NORMAL_PRIORITY, at }
  const { seq } = groupMessages.append(groupID, kept)
  for (const { userID } of groups.members(groupID)) {
    list.touch(userID, { kind: 'group', groupID })
    if (isRead(seeded, userID)) groups.changeMember(groupID, userID, { readSeq: seq })
  }
  groups.changeMember(groupID, content.from, { lastSentAt: content.time })
  mention(domain, seeded, groupID, seq)
  return groupMessageKey(groupID, seq)
}

/** Whoever has not read a message that mentions them is told so at the login. */
function mention({ groups, notices }: Domain, seeded: SeedMessage, groupID: string, seq: number): void {
  const { from, at = [] } = seeded
  for (const { userID } of groups.members(groupID)) {
    if (isRead(seeded, userID)) continue
    const event = mentionEvent(
      { from, seq, random: seq, clientSeq: seq },
      { GroupId: groupID },
      { me: at.includes(userID), all: at.includes('all') },
    )
    if (event) notices.addMention(userID, groupID, seq, event)
  }
}
