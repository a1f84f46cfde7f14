import type { ServerContext } from '../../context'
import { readCount, readStrings } from '../../json'
import type { Service } from '../../router'

/** SDK: `setMessageRemindType` for users. */
export function c2cMute({ domain, push }: ServerContext): Service {
  const { c2c } = domain

  return {
    commands: {
      'openim.set_c2c_peer_mute_notifications': ({ userID, connection }, body) => {
        const muteOption = readCount(body, 'Mute_Notifications')
        for (const peer of readStrings(body, 'Peer_Account')) {
          c2c.change(userID, peer, { muteOption })
          const sync = { MuteNotificationsSync: { To_Account: peer, MuteNotifications: muteOption } }
          push.toUser(
            userID,
            { Event: 10, C2cNotifyMsgArray: [sync] },
            { exceptInstance: connection.instanceID },
          )
        }
        return { ErrorList: [] }
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
