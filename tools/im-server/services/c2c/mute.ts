import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireFew } from '../bounds'
import { isReachable } from '../users/access'

/** 0 notify, 1 do not receive, 2 receive without notification. */
const MOST_MUTE_OPTION = 2

function readMuteOption(body: JsonObject): number {
  const option = readCount(body, 'Mute_Notifications')
  if (option <= MOST_MUTE_OPTION) return option
  throw new ImError(ErrorCode.INVALID_REQUEST, `Mute_Notifications must be 0 to ${MOST_MUTE_OPTION}`)
}

/** SDK: `setMessageRemindType` for users. */
export function c2cMute(context: ServerContext): Service {
  const { domain, push } = context
  const { c2c } = domain

  return {
    commands: {
      'openim.set_c2c_peer_mute_notifications': ({ userID, connection }, body) => {
        const muteOption = readMuteOption(body)
        const peers = requireFew(readStrings(body, 'Peer_Account'), Limits.muteBatch)
        for (const peer of peers.filter((userID) => isReachable(context, userID))) {
          c2c.change(userID, peer, { muteOption })
          const sync = { MuteNotificationsSync: { To_Account: peer, MuteNotifications: muteOption } }
          push.toUser(
            userID,
            { Event: 10, C2cNotifyMsgArray: [sync] },
            { exceptInstance: connection.instanceID },
          )
        }
        const unknown = peers.filter((userID) => !isReachable(context, userID))
        return {
          ErrorList: unknown.map((To_Account) => ({ To_Account, ErrorCode: ErrorCode.ACCOUNT_NOT_FOUND })),
        }
      },

      'openim.get_c2c_peer_mute_notifications': ({ userID }, body) => ({
        MuteNotificationsList: readStrings(body, 'Peer_Account').map((peer) => ({
          Peer_Account: peer,
          MuteNotifications: c2c.state(userID, peer).muteOption,
        })),
      }),
    },
  }
}
