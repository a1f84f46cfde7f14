import type { ServerContext } from '../../context'
import type { Domain } from '../../domain'
import { ErrorCode, ImError } from '../../errors'
import type { Policy } from '../../policy'

/** @throws ImError `code` if there is no such user */
export function requireAccount(
  { accounts }: Domain,
  userID: string,
  code: number = ErrorCode.ACCOUNT_NOT_FOUND,
): void {
  if (!accounts.exists(userID)) throw new ImError(code, `the account ${userID} does not exist`)
}

/** Whether somebody can be written to and taken into groups: with `policy.openUsers`, also who never logged in. */
export function isReachable(
  { domain, policy }: Pick<ServerContext, 'domain' | 'policy'>,
  userID: string,
): boolean {
  return policy.openUsers || domain.accounts.exists(userID)
}

/** @throws ImError `code` */
export function requireReachable(
  context: Pick<ServerContext, 'domain' | 'policy'>,
  userID: string,
  code: number = ErrorCode.ACCOUNT_NOT_FOUND,
): void {
  if (!isReachable(context, userID)) throw new ImError(code, `the account ${userID} does not exist`)
}

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
