import type { ServerContext } from '../../context'
import type { ProfileValue } from '../../domain/accounts'
import { ErrorCode, ImError } from '../../errors'
import { readID, readObjects, type JsonObject } from '../../json'
import type { Service } from '../../router'

function readValue(item: JsonObject): ProfileValue {
  const value = item.Value
  if (typeof value === 'string' || typeof value === 'number') return value
  throw new ImError(ErrorCode.INVALID_REQUEST, 'Value must be a string or a number')
}

/** SDK: `getMyProfile`, `getUserProfile`, `updateMyProfile`. */
export function profile({ domain, push }: ServerContext): Service {
  const { accounts } = domain

  return {
    commands: {
      'profile.portrait_get_all': (_caller, body) => {
        const userIDs = readObjects(body, 'UserItem').map((item) => readID(item, 'To_Account'))
        return {
          UserProfileItem: userIDs
            .filter((userID) => accounts.exists(userID))
            .map((userID) => ({
              To_Account: userID,
              ProfileItem: accounts.profile(userID).map(([Tag, Value]) => ({ Tag, Value })),
              ResultCode: 0,
            })),
        }
      },

      'profile.portrait_set': ({ userID, connection }, body) => {
        const fields = readObjects(body, 'ProfileItem').map((item) => ({
          tag: readID(item, 'Tag'),
          value: readValue(item),
        }))
        for (const { tag, value } of fields) accounts.setProfile(userID, tag, value)
        const changed = fields.map(({ tag, value }) =>
          typeof value === 'number' ? { Tag: tag, ValueNum: value } : { Tag: tag, ValueBytes: value },
        )
        push.toUser(
          userID,
          { Event: 7, ProfileDataMod: [{ PushType: 1, Profile_Account: userID, ProfileList: changed }] },
          { exceptInstance: connection.instanceID },
        )
      },
    },
  }
}
