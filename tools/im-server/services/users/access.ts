import type { Domain } from '../../domain'
import { ErrorCode, ImError } from '../../errors'
import type { Policy } from '../../policy'

/**
 * For messages to a user. Who is blocked cannot write; who has blocked somebody still can (Tencent).
 * @throws ImError 20007, or with `policy.friendsOnly` 20009 (no friends), 20010, 20011 (on one side only)
 */
export function requireWritable({ relations }: Domain, policy: Policy, from: string, to: string): void {
  if (from === to) return
  if (relations.hasBlocked(to, from)) {
    throw new ImError(ErrorCode.BLOCKED_BY_PEER, `you are on the blacklist of ${to}`)
  }
  if (!policy.friendsOnly) return
  const own = relations.friend(from, to) !== undefined
  const peers = relations.friend(to, from) !== undefined
  if (own && peers) return
  if (own) throw new ImError(ErrorCode.NOT_FRIEND_OF_PEER, `you are no friend of ${to}`)
  if (peers) throw new ImError(ErrorCode.PEER_IS_NO_FRIEND, `${to} is no friend of yours`)
  throw new ImError(ErrorCode.NOT_FRIENDS, `you and ${to} are no friends`)
}
