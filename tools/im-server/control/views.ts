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

export function conversationView(userID: string, peer: Peer, domain: Domain): ConversationView {
  const { accounts, c2c, groupReading, groups, list } = domain
  const [message, unreadCount] =
    peer.kind === 'c2c'
      ? [c2c.lastMessage(userID, peer.userID), c2c.unreadCount(userID, peer.userID)]
      : [groupReading.lastMessage(peer.groupID, userID), groupReading.unreadCount(peer.groupID, userID)]
  const name = peer.kind === 'c2c' ? accounts.nick(peer.userID) : (groups.get(peer.groupID)?.name ?? '')
  return {
    conversationID: conversationIDOf(peer),
    name,
    pinned: list.entry(userID, peer).pinned,
    unreadCount,
    ...(message ? { lastMessage: messageView(message) } : {}),
  }
}
