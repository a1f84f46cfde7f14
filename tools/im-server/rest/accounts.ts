import { ProfileTag } from '../domain/accounts'
import { ErrorCode, ImError } from '../errors'
import { readID, readObjects, readString, readStrings, type JsonObject } from '../json'
import { Limits } from '../limits'
import { requireAccount } from '../services/users/access'
import { profileItems } from '../services/users/profile'
import type { RestCommands, RestContext } from './command'

/** Names of platforms, by the SDK's number. */
const PLATFORMS: Record<number, string> = { 2: 'Android', 3: 'iPhone', 4: 'Mac', 7: 'Web', 8: 'Web' }

/** Accounts, their profiles and where they are online. */
export function accountCommands({ domain, sessions, control, router }: RestContext): RestCommands {
  const { accounts } = domain

  function requireFew<T>(list: T[]): T[] {
    if (list.length > 0 && list.length <= Limits.restAccounts) return list
    throw new ImError(ErrorCode.INVALID_REQUEST, `1 to ${Limits.restAccounts} accounts at once`)
  }

  function accountsIn(body: JsonObject, key: string): string[] {
    return requireFew(readObjects(body, key)).map((item) => readID(item, 'UserID'))
  }

  function importAccount(body: JsonObject): void {
    const userID = readString(body, 'UserID', '') || readID(body, 'Identifier')
    const nick = readString(body, 'Nick', '')
    const avatar = readString(body, 'FaceUrl', '')
    control.createUser(userID, {
      ...(nick ? { [ProfileTag.NICK]: nick } : {}),
      ...(avatar ? { [ProfileTag.AVATAR]: avatar } : {}),
    })
  }

  function removeAccount(userID: string): JsonObject {
    if (!accounts.exists(userID)) {
      return {
        UserID: userID,
        ResultCode: ErrorCode.ACCOUNT_NOT_FOUND,
        ResultInfo: 'there is no such account',
      }
    }
    control.kick(userID)
    sessions.expire(userID)
    accounts.remove(userID)
    return { UserID: userID, ResultCode: 0, ResultInfo: '' }
  }

  const notFound = (userID: string): JsonObject => ({
    To_Account: userID,
    ErrorCode: ErrorCode.ACCOUNT_NOT_FOUND,
  })

  /** @param key what the state is called: it differs between the two commands */
  function onlineState(body: JsonObject, key: string): JsonObject {
    const userIDs = requireFew(readStrings(body, 'To_Account'))
    return {
      QueryResult: userIDs
        .filter((userID) => accounts.exists(userID))
        .map((userID) => {
          const online = sessions.online(userID)
          const detail = online.map(({ platform }) => ({
            Platform: PLATFORMS[platform] ?? String(platform),
            Status: 'Online',
          }))
          return {
            To_Account: userID,
            [key]: online.length > 0 ? 'Online' : 'Offline',
            ...(body.IsNeedDetail === 1 ? { Detail: detail } : {}),
          }
        }),
      ErrorList: userIDs.filter((userID) => !accounts.exists(userID)).map(notFound),
    }
  }

  return {
    'im_open_login_svc/account_import': importAccount,

    'im_open_login_svc/multiaccount_import': (body) => {
      // Either users with their profile, or only their IDs.
      const users =
        body.AccountList === undefined
          ? readStrings(body, 'Accounts').map((UserID) => ({ UserID }))
          : readObjects(body, 'AccountList')
      requireFew(users).forEach(importAccount)
      return { FailAccounts: [] }
    },

    'im_open_login_svc/account_check': (body) => ({
      ResultItem: accountsIn(body, 'CheckItem').map((UserID) => ({
        UserID,
        ResultCode: 0,
        ResultInfo: '',
        AccountStatus: accounts.exists(UserID) ? 'Imported' : 'NotImported',
      })),
    }),

    'im_open_login_svc/account_delete': (body) => ({
      ResultItem: accountsIn(body, 'DeleteItem').map(removeAccount),
    }),

    'im_open_login_svc/kick': (body) => {
      const userID = readString(body, 'UserID', '') || readID(body, 'Identifier')
      requireAccount(domain, userID)
      control.kick(userID)
      sessions.expire(userID)
    },

    'openim/query_online_status': (body) => onlineState(body, 'Status'),
    'openim/querystate': (body) => onlineState(body, 'State'),

    'profile/portrait_set': (body) => {
      const userID = readID(body, 'From_Account')
      requireAccount(domain, userID)
      router.perform(userID, 'profile.portrait_set', body)
    },

    'profile/portrait_get': (body) => {
      const userIDs = requireFew(readStrings(body, 'To_Account'))
      const tags = readStrings(body, 'TagList', [])
      return {
        UserProfileItem: userIDs.map((userID) => ({
          To_Account: userID,
          ProfileItem: profileItems(accounts, userID).filter(
            ({ Tag }) => tags.length === 0 || tags.includes(String(Tag)),
          ),
          ResultCode: accounts.exists(userID) ? 0 : ErrorCode.ACCOUNT_NOT_FOUND,
          ResultInfo: '',
        })),
      }
    },
  }
}
