import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObjects, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireFew } from '../bounds'
import { resultOf } from '../results'
import { requireAccount } from './access'
import { unfriend } from './befriend'
import { friendItems, readFriendChange } from './friend-fields'
import { profileItems } from './profile'
import { pushRelations } from './relation-push'

const DeleteType = { ONE_SIDE: 'Delete_Type_Single', BOTH: 'Delete_Type_Both' } as const
const CheckType = { ONE_SIDE: 'CheckResult_Type_Single', BOTH: 'CheckResult_Type_Both' } as const
/** By: the peer is in the own list, and the user in the peer's. */
const CheckResult = {
  NONE: 'CheckResult_Type_NoRelation',
  OWN: 'CheckResult_Type_AWithB',
  PEER: 'CheckResult_Type_BWithA',
  BOTH: 'CheckResult_Type_BothWay',
} as const

/** `To_Account` of a request about several users. */
export function readUserIDs(body: JsonObject): string[] {
  return requireFew(
    [...new Set(readStrings(body, 'To_Account'))],
    Limits.relationBatch,
    ErrorCode.RELATION_INVALID,
  )
}

/** SDK: `getFriendList`, `getFriendProfile`, `deleteFriend`, `checkFriend`, `updateFriend`. */
export function friends({ domain, push }: ServerContext): Service {
  const { accounts, relations } = domain

  function check(userID: string, peer: string, bothSides: boolean): string {
    const own = relations.friend(userID, peer) !== undefined
    const back = bothSides && relations.friend(peer, userID) !== undefined
    if (own) return back ? CheckResult.BOTH : CheckResult.OWN
    return back ? CheckResult.PEER : CheckResult.NONE
  }

  return {
    commands: {
      // Without `CompleteFlag` 1 the SDK asks for the next page.
      'sns.friend_get': ({ userID }, body) => {
        const all = relations.friends(userID)
        const start = readCount(body, 'StartIndex', 0)
        const page = all.slice(start, start + Limits.friendPage)
        const complete = start + page.length >= all.length
        return {
          FriendNum: all.length,
          UserDataItem: page.map(([friend, notes]) => ({
            To_Account: friend,
            ValueItem: friendItems(notes),
          })),
          NextStartIndex: complete ? 0 : start + page.length,
          StandardSequence: 1,
          CustomSequence: 1,
          CompleteFlag: complete ? 1 : 0,
        }
      },

      'sns.friend_get_specified': ({ userID }, body) => ({
        InfoItem: readUserIDs(body).map((friend) => {
          const notes = relations.friend(userID, friend)
          return notes
            ? {
                To_Account: friend,
                ResultCode: 0,
                SnsProfileItem: [...friendItems(notes), ...profileItems(accounts, friend)],
              }
            : {
                To_Account: friend,
                ResultCode: ErrorCode.RELATION_INVALID,
                ResultInfo: `${friend} is no friend`,
              }
        }),
      }),

      'sns.friend_delete': ({ userID }, body) => {
        const both = readString(body, 'DeleteType', DeleteType.BOTH) === DeleteType.BOTH
        return {
          ResultItem: readUserIDs(body).map((friend) => ({
            To_Account: friend,
            ...resultOf(() => {
              if (!relations.friend(userID, friend)) {
                throw new ImError(ErrorCode.FRIEND_NOT_FOUND, `${friend} is no friend`)
              }
              unfriend(domain, push, [[userID, friend]])
              if (both) unfriend(domain, push, [[friend, userID]])
            }),
          })),
        }
      },

      'sns.friend_check': ({ userID }, body) => {
        const bothSides = readString(body, 'CheckType', CheckType.BOTH) === CheckType.BOTH
        return {
          InfoItem: readUserIDs(body).map((peer) => ({
            To_Account: peer,
            Relation: check(userID, peer, bothSides),
            ...resultOf(() => requireAccount(domain, peer, ErrorCode.RELATION_ACCOUNT_NOT_FOUND)),
          })),
        }
      },

      'sns.friend_update': ({ userID, connection }, body) => ({
        ResultItem: requireFew(
          readObjects(body, 'UpdateItem'),
          Limits.relationBatch,
          ErrorCode.RELATION_INVALID,
        ).map((item) => {
          const friend = readID(item, 'To_Account')
          const result = resultOf(() => {
            const notes = relations.friend(userID, friend)
            if (!notes) throw new ImError(ErrorCode.RELATION_INVALID, `${friend} is no friend`)
            const items = readObjects(item, 'SnsItem')
            relations.changeFriend(userID, friend, readFriendChange(items, notes))
            pushRelations(
              push,
              userID,
              { FriendUpInfo: [{ Friend_Account: friend, Sns: items }] },
              { exceptInstance: connection.instanceID },
            )
          })
          return { To_Account: friend, ...result }
        }),
      }),
    },
  }
}
