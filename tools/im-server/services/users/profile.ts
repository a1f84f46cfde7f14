import type { ServerContext } from '../../context'
import { ProfileTag, type Accounts } from '../../domain/accounts'
import { ErrorCode, ImError } from '../../errors'
import { readID, readObjects, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { PushEvent } from '../../push'
import type { Service } from '../../router'
import { requireFew } from '../bounds'
import { isCustomTag, requireProfileValue } from './profile-fields'

/** The fields of a user that were set. */
export function profileItems(accounts: Accounts, userID: string): JsonObject[] {
  return accounts.profile(userID).map(([Tag, Value]) => ({ Tag, Value }))
}

function profileEvent(userID: string, fields: { tag: string; value: string | number }[]): PushEvent {
  const list = fields.map(({ tag, value }) =>
    typeof value === 'number' ? { Tag: tag, ValueNum: value } : { Tag: tag, ValueBytes: value },
  )
  return { Event: 7, ProfileDataMod: [{ PushType: 1, Profile_Account: userID, ProfileList: list }] }
}

/** SDK: `getMyProfile`, `getUserProfile`, `updateMyProfile`. */
export function profile({ domain, push }: ServerContext): Service {
  const { accounts, relations } = domain

  function requireCustomRoom(userID: string, fields: { tag: string }[]): void {
    const tags = new Set([...accounts.profile(userID).map(([tag]) => tag), ...fields.map(({ tag }) => tag)])
    requireFew([...tags].filter(isCustomTag), Limits.customProfileFields, ErrorCode.PROFILE_INVALID)
  }

  return {
    commands: {
      // Everybody may read everybody's profile, as with Tencent. Who does not exist is left out.
      'profile.portrait_get_all': (_caller, body) => {
        const items = requireFew(
          readObjects(body, 'UserItem'),
          Limits.profileBatch,
          ErrorCode.PROFILE_INVALID,
        )
        return {
          UserProfileItem: items
            .map((item) => readID(item, 'To_Account'))
            .filter((userID) => accounts.exists(userID))
            .map((userID) => ({
              To_Account: userID,
              ProfileItem: profileItems(accounts, userID),
              ResultCode: 0,
            })),
        }
      },

      'profile.portrait_set': ({ userID, connection }, body) => {
        const fields = readObjects(body, 'ProfileItem').map((item) => {
          const tag = readID(item, 'Tag')
          return { tag, value: requireProfileValue(tag, item.Value) }
        })
        if (fields.some(({ tag }) => tag === ProfileTag.ADMIN_FORBID_TYPE)) {
          throw new ImError(ErrorCode.PROFILE_TAG_READ_ONLY, 'only the administrator can set AdminForbidType')
        }
        requireCustomRoom(userID, fields)
        for (const { tag, value } of fields) accounts.setProfile(userID, tag, value)
        const event = profileEvent(userID, fields)
        push.toUser(userID, event, { exceptInstance: connection.instanceID })
        for (const owner of relations.ownersOf(userID)) push.toUser(owner, event)
      },
    },
  }
}
