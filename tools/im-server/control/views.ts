import type { Domain } from '../domain'
import { conversationIDOf, type Peer } from '../domain/conversation-list'
import type { MessageContent } from '../domain/message'
import { isObject } from '../json'
import type { Sessions } from '../sessions'
import type { ConversationView, GroupView, MessageView, UserView } from './types'

export function userView(userID: string, { accounts }: Domain, sessions: Sessions): UserView {
  return {
    userID,
    nick: accounts.nick(userID),
    avatar: accounts.avatar(userID),
    online: sessions.online(userID).map(({ platform, instanceID }) => ({ platform, instanceID })),
    profile: Object.fromEntries(accounts.profile(userID)),
  }
}

export function groupView(groupID: string, { groups, groupMessages }: Domain): GroupView | undefined {
  const group = groups.get(groupID)
  return (
    group && {
      groupID,
      type: group.type,
      name: group.name,
      owner: group.owner,
      allMuted: group.allMuted,
      members: groups.members(groupID).map(({ userID, role, nameCard }) => ({ userID, role, nameCard })),
      messageCount: groupMessages.end(groupID),
    }
  )
}

function previewOf(element: unknown): string {
  if (!isObject(element)) return ''
  const { MsgType, MsgContent } = element
  if (isObject(MsgContent) && typeof MsgContent.Text === 'string') return MsgContent.Text
  return `[${String(MsgType)}]`
}

function messageView(message: MessageContent & { tip?: unknown }): MessageView {
  const { from, time, body, tip, revoked } = message
  return {
    from,
    time,
    preview: tip ? '[tip]' : body.map(previewOf).join(' '),
    revoked: revoked !== undefined,
  }
}

/** The newest message in the group that the user may see, and how many are unread. */
function groupState(groupID: string, userID: string, domain: Domain): [MessageContent | undefined, number] {
  const { groups, groupMessages } = domain
  const member = groups.member(groupID, userID)
  if (!member) return [undefined, 0]
  const end = groupMessages.end(groupID)
  const from = Math.max(member.readSeq, member.hiddenSeq)
  let unread = 0
  for (let seq = from + 1; seq <= end; seq += 1) {
    const message = groupMessages.get(groupID, seq)
    if (message && message.from !== userID && !message.revoked && !message.noUnread) unread += 1
  }
  return [end > member.hiddenSeq ? groupMessages.get(groupID, end) : undefined, unread]
}

export function conversationView(userID: string, peer: Peer, domain: Domain): ConversationView {
  const { accounts, c2c, groups, list } = domain
  const [message, unreadCount] =
    peer.kind === 'c2c'
      ? [c2c.lastMessage(userID, peer.userID), c2c.unreadCount(userID, peer.userID)]
      : groupState(peer.groupID, userID, domain)
  const name = peer.kind === 'c2c' ? accounts.nick(peer.userID) : (groups.get(peer.groupID)?.name ?? '')
  return {
    conversationID: conversationIDOf(peer),
    name,
    pinned: list.entry(userID, peer).pinned,
    unreadCount,
    ...(message ? { lastMessage: messageView(message) } : {}),
  }
}
