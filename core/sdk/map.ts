import type { Conversation as SdkConversation, Message as SdkMessage } from '@tencentcloud/chat'
import { parseConversationID } from '../store/conversation-id'
import type { Conversation, LastMessage, Message } from '../store/types'
import { mapContent } from './map-content'
import { number, record, text } from './read'

const STATUS = new Map<unknown, Message['status']>([
  ['success', 'sent'],
  ['fail', 'failed'],
  ['unSend', 'sending'],
])

/** A message of the SDK as an immutable one of ours, without its local id. */
export function mapMessage(source: SdkMessage, userID: string): Omit<Message, 'id'> {
  const revokerInfo = record(source.revokerInfo)
  const from = text(source.from)
  const own = source.flow === 'out' || from === userID
  return {
    ID: text(source.ID),
    conversationID: text(source.conversationID),
    from,
    name: text(source.nameCard) || text(source.nick) || from,
    avatar: text(source.avatar),
    own,
    time: number(source.time),
    status: STATUS.get(source.status) ?? 'sent',
    revoked: Boolean(source.isRevoked),
    revoker: text(source.revoker) || text(revokerInfo.userID),
    revokerName: text(revokerInfo.nick),
    peerRead: own && Boolean(source.isPeerRead),
    content: mapContent(text(source.type), source.payload, userID),
  }
}

function mapLast(source: unknown, userID: string): LastMessage | undefined {
  const last = record(source)
  const time = number(last.lastTime)
  const type = text(last.type)
  if (!time || !type) return undefined
  const from = text(last.fromAccount)
  return {
    from,
    name: text(last.nameCard) || text(last.nick) || from,
    own: from === userID,
    time,
    revoked: last.isRevoked === true,
    content: mapContent(type, last.payload, userID),
  }
}

export function mapConversation(
  source: SdkConversation | undefined,
  userID: string,
): Conversation | undefined {
  const parsed = parseConversationID(text(source?.conversationID))
  if (!source || !parsed) return undefined
  const user = record(source.userProfile)
  const group = record(source.groupProfile)
  const name = parsed.type === 'GROUP' ? text(group.name) : text(source.remark) || text(user.nick)
  return {
    conversationID: source.conversationID,
    type: parsed.type,
    target: parsed.target,
    name: name || parsed.target,
    avatar: text(parsed.type === 'GROUP' ? group.avatar : user.avatar),
    unread: number(source.unreadCount),
    pinned: Boolean(source.isPinned),
    // AcceptAndNotify is the default; every other type is some form of not being disturbed.
    muted: Boolean(source.messageRemindType) && String(source.messageRemindType) !== 'AcceptAndNotify',
    last: mapLast(source.lastMessage, userID),
  }
}
