import { ErrorCode } from '../errors'
import { readID } from '../json'
import { requireAccount } from '../services/users/access'
import type { RestCommand, RestCommands, RestContext } from './command'

/** Those that are the same for a back end as for the SDK of the user in `From_Account`. */
const SHARED = [
  'friend_add',
  'friend_delete',
  'friend_update',
  'friend_get',
  'friend_check',
  'black_list_add',
  'black_list_delete',
  'black_list_get',
  'group_add',
  'group_delete',
  'group_get',
]

/** Friends and blacklists. */
export function relationCommands({ domain, router }: RestContext): RestCommands {
  const asUser =
    (command: string): RestCommand =>
    (body) => {
      const userID = readID(body, 'From_Account')
      requireAccount(domain, userID, ErrorCode.RELATION_ACCOUNT_NOT_FOUND)
      return router.perform(userID, `sns.${command}`, body)
    }
  return Object.fromEntries(SHARED.map((command) => [`sns/${command}`, asUser(command)]))
}
