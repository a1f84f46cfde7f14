import type { ServerContext } from '../../context'
import type { Peer } from '../../domain/conversation-list'
import { ErrorCode, ImError } from '../../errors'
import { readID, readString, type JsonObject } from '../../json'
import type { Push } from '../../push'
import type { Caller } from '../../router'
import { requireMember } from '../groups/access'
import { requireReachable } from '../users/access'

/** `Type` of a conversation. */
export const ConversationType = { C2C: 1, GROUP: 2 } as const

/** The spellings of a group's ID in requests: each command has its own. */
const GROUP_KEYS = ['GroupId', 'ToGroupId', 'ToGroupid']

/** Reads which conversation is meant. */
export function readPeer(item: JsonObject): Peer {
  if (item.Type === ConversationType.C2C) return { kind: 'c2c', userID: readID(item, 'To_Account') }
  const groupID = GROUP_KEYS.map((key) => readString(item, key, '')).find((id) => id !== '')
  if (item.Type !== ConversationType.GROUP || !groupID) {
    throw new ImError(ErrorCode.CONVERSATION_INVALID, 'this is no conversation')
  }
  return { kind: 'group', groupID }
}

/** The conversation in events. */
export function peerToWire(peer: Peer): JsonObject {
  return peer.kind === 'c2c'
    ? { Type: ConversationType.C2C, User_Account: peer.userID }
    : { Type: ConversationType.GROUP, GroupId: peer.groupID }
}

/**
 * There must be such a user; of a group, only members have the conversation.
 * @throws ImError 50001, 10010, 10007
 */
export function requirePeer(context: ServerContext, owner: string, peer: Peer): void {
  if (peer.kind === 'group') requireMember(context.domain, peer.groupID, owner)
  else requireReachable(context, peer.userID, ErrorCode.CONVERSATION_ACCOUNT_NOT_FOUND)
}

/** `PushType` of conversation events. */
export const ConversationPush = {
  DELETED: 1,
  PINNED: 2,
  UNPINNED: 3,
  ANNOTATED: 4,
  GROUP_CREATED: 5,
  GROUP_DELETED: 6,
  GROUP_CHANGED: 7,
} as const

/** Tells the user's other instances. */
export function syncConversations(push: Push, { userID, connection }: Caller, change: JsonObject): void {
  push.toUser(userID, { Event: 13, RecentContactMod: [change] }, { exceptInstance: connection.instanceID })
}
