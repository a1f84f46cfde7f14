import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { resultOf } from '../results'
import { requireAccount } from './access'
import { unfriend } from './befriend'
import { readUserIDs } from './friends'
import { pushRelations } from './relation-push'
import { nowInSeconds } from '../../clock'

/** SDK: `getBlacklist`, `addToBlacklist`, `removeFromBlacklist`. */
export function blacklist({ domain, push }: ServerContext): Service {
  const { relations } = domain

  function requireBlockable(userID: string, peer: string): void {
    if (peer === userID) throw new ImError(ErrorCode.RELATION_INVALID, 'nobody can block their own account')
    requireAccount(domain, peer, ErrorCode.RELATION_ACCOUNT_NOT_FOUND)
    if (relations.hasBlocked(userID, peer)) {
      throw new ImError(ErrorCode.RELATION_INVALID, `${peer} is blocked already`)
    }
    if (relations.blacklist(userID).length >= Limits.blacklist) {
      throw new ImError(ErrorCode.BLACKLIST_FULL, `the blacklist has ${Limits.blacklist} users`)
    }
  }

  return {
    commands: {
      // `StartIndex` 0 ends the list: without it the SDK asks again without end.
      'sns.black_list_get': ({ userID }, body) => {
        const all = relations.blacklist(userID)
        const start = readCount(body, 'StartIndex', 0)
        const end = start + (readCount(body, 'MaxLimited', 0) || Limits.blacklist)
        return {
          BlackListItem: all
            .slice(start, end)
            .map(([peer, time]) => ({ To_Account: peer, AddBlackTimeStamp: time })),
          StartIndex: end < all.length ? end : 0,
        }
      },

      'sns.black_list_add': ({ userID }, body) => ({
        ResultItem: readUserIDs(body).map((peer) => ({
          To_Account: peer,
          ...resultOf(() => {
            requireBlockable(userID, peer)
            relations.block(userID, peer, nowInSeconds())
            pushRelations(push, userID, { BlackListAdd_Account: [peer] })
            // Tencent: who is blocked is no friend any more, on both sides.
            unfriend(domain, push, [
              [userID, peer],
              [peer, userID],
            ])
          }),
        })),
      }),

      'sns.black_list_delete': ({ userID }, body) => ({
        ResultItem: readUserIDs(body).map((peer) => ({
          To_Account: peer,
          ...resultOf(() => {
            if (!relations.hasBlocked(userID, peer)) {
              throw new ImError(ErrorCode.RELATION_INVALID, `${peer} is not blocked`)
            }
            relations.unblock(userID, peer)
            pushRelations(push, userID, { BlackListDel_Account: [peer] })
          }),
        })),
      }),
    },
  }
}
