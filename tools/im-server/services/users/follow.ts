import type { ServerContext } from '../../context'
import { FollowType } from '../../domain/follows'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObjects, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireFew } from '../bounds'
import { resultOf } from '../results'
import { requireAccount } from './access'
import { profileItems } from './profile'
import { nowInSeconds } from '../../clock'

function readType(body: JsonObject): FollowType {
  const type = readCount(body, 'FollowType')
  const known = [FollowType.FOLLOWER, FollowType.FOLLOWING, FollowType.MUTUAL].find((one) => one === type)
  if (known === undefined) throw new ImError(ErrorCode.RELATION_INVALID, `${type} is no FollowType`)
  return known
}

/**
 * SDK: `followUser`, `unfollowUser`, `getMyFollowersList`, `getMyFollowingList`, `getMutualFollowersList`,
 * `getUserFollowInfo`, `checkFollowType`.
 */
export function follow({ domain, push }: ServerContext): Service {
  const { accounts, follows } = domain

  function tell(userID: string, other: string, isAdd: boolean, types: FollowType[]): void {
    const change = {
      From_Account: other,
      From_AccountNick: accounts.nick(other),
      From_AccountHeadurl: accounts.avatar(other),
      FollowDiffList: types.map((type) => ({ IsAdd: Number(isAdd), FollowType: type })),
    }
    // The SDK goes by the key: the number is our choice.
    push.toUser(userID, { Event: 27, FollowChangeList: [change] })
  }

  /** Both users learn which of their lists has changed. */
  function announce(follower: string, followed: string, isAdd: boolean): void {
    const mutual = follows.follows(followed, follower) ? [FollowType.MUTUAL] : []
    tell(follower, followed, isAdd, [FollowType.FOLLOWING, ...mutual])
    tell(followed, follower, isAdd, [FollowType.FOLLOWER, ...mutual])
  }

  function requireFollowable(userID: string, other: string): void {
    if (other === userID) throw new ImError(ErrorCode.RELATION_INVALID, 'nobody can follow themselves')
    requireAccount(domain, other, ErrorCode.RELATION_ACCOUNT_NOT_FOUND)
  }

  return {
    commands: {
      'follow.follow_add': ({ userID }, body) => ({
        ResultItem: requireFew(
          readObjects(body, 'FollowItem'),
          Limits.followBatch,
          ErrorCode.RELATION_INVALID,
        ).map((item) => {
          const other = readID(item, 'To_Account')
          const result = resultOf(() => {
            requireFollowable(userID, other)
            if (follows.follows(userID, other)) return
            follows.follow(userID, other, nowInSeconds())
            announce(userID, other, true)
          })
          return { To_Account: other, ...result }
        }),
      }),

      'follow.follow_delete': ({ userID }, body) => ({
        ResultItem: requireFew(
          readStrings(body, 'To_Account'),
          Limits.followBatch,
          ErrorCode.RELATION_INVALID,
        ).map((other) => {
          if (follows.follows(userID, other)) {
            follows.unfollow(userID, other)
            announce(userID, other, false)
          }
          return { To_Account: other, ResultCode: 0, ResultInfo: '' }
        }),
      }),

      'follow.follow_get': ({ userID }, body) => {
        const all = follows.list(userID, readType(body))
        const start = Math.max(0, Number(readString(body, 'StartCursor', '')) || 0)
        const wanted = readCount(body, 'WantNum', 0) || Limits.followPage
        const end = start + Math.min(wanted, Limits.followPage)
        return {
          FollowItem: all.slice(start, end).map(([other, time]) => ({
            To_Account: other,
            FollowTime: time,
            ProfileItem: profileItems(accounts, other),
          })),
          NextCursor: end < all.length ? String(end) : '',
        }
      },

      'follow.follow_get_info': (_caller, body) => ({
        FollowInfo: requireFew(
          readStrings(body, 'To_Account'),
          Limits.followBatch,
          ErrorCode.RELATION_INVALID,
        )
          .filter((other) => accounts.exists(other))
          .map((other) => ({
            To_Account: other,
            ResultCode: 0,
            FollowerCount: follows.list(other, FollowType.FOLLOWER).length,
            FollowingCount: follows.list(other, FollowType.FOLLOWING).length,
            MutualFollowingCount: follows.list(other, FollowType.MUTUAL).length,
          })),
      }),

      'follow.follow_check': ({ userID }, body) => ({
        ResultItem: requireFew(
          readStrings(body, 'To_Account'),
          Limits.followBatch,
          ErrorCode.RELATION_INVALID,
        ).map((other) => ({
          To_Account: other,
          ResultCode: 0,
          FollowType: follows.typeOf(userID, other),
        })),
      }),
    },
  }
}
