import type { ServerContext } from '../../context'
import { ErrorCode } from '../../errors'
import { readCount, readString, readStrings, type JsonObject } from '../../json'
import type { Service } from '../../router'
import type { Table } from '../../storage'

const Status = { ONLINE: 1, OFFLINE: 2, NOT_LOGGED_IN: 3 } as const

/** SDK: `getUserStatus`, `setSelfStatus`, `subscribeUserStatus`, `unsubscribeUserStatus`. */
export function status({ sessions, domain, push, storage }: ServerContext): Service {
  const { accounts } = domain
  /** (subscriber, watched user) */
  const subscriptions: Table<true> = storage.table('status-subscriptions')

  function statusOf(userID: string): number {
    if (sessions.online(userID).length > 0) return Status.ONLINE
    return sessions.isLoggedIn(userID) ? Status.OFFLINE : Status.NOT_LOGGED_IN
  }

  // The text is base64 on its way down, and plain on its way up.
  function describe(userID: string): JsonObject {
    const custom = Buffer.from(accounts.customStatus(userID)).toString('base64')
    return { To_Account: userID, Status: statusOf(userID), CustomStatus: custom }
  }

  function announce(userID: string): void {
    const event = { Event: 20, UserStatusList: [describe(userID)] }
    for (const watcher of sessions.onlineUsers()) {
      if (watcher === userID || subscriptions.get(watcher, userID)) push.toUser(watcher, event)
    }
  }

  sessions.onPresence = announce

  const unknownUser = (userID: string): JsonObject => ({
    To_Account: userID,
    Invalid_Account: userID,
    ErrorCode: ErrorCode.ACCOUNT_NOT_FOUND,
    ErrorInfo: 'account does not exist',
  })

  return {
    commands: {
      'im_open_status.ws_get_user_status': (_caller, body) => {
        const userIDs = readStrings(body, 'To_Account')
        return {
          UserStatusList: userIDs.filter((userID) => accounts.exists(userID)).map(describe),
          ErrorList: userIDs.filter((userID) => !accounts.exists(userID)).map(unknownUser),
        }
      },

      'im_open_status.ws_set_custom_status': ({ userID }, body) => {
        accounts.setCustomStatus(userID, readString(body, 'CustomStatus', ''))
        announce(userID)
      },

      'im_open_status.ws_status_subscribe': ({ userID }, body) => {
        const wanted = readStrings(body, 'To_Account')
        for (const other of wanted) if (accounts.exists(other)) subscriptions.set(userID, other, true)
        return { ErrorList: wanted.filter((other) => !accounts.exists(other)).map(unknownUser) }
      },

      'im_open_status.ws_status_unsubscribe': ({ userID }, body) => {
        const all = readCount(body, 'UnsubscribeAll', 0) === 1
        const ended = all
          ? subscriptions.rows(userID).map(([other]) => other)
          : readStrings(body, 'To_Account', [])
        for (const other of ended) subscriptions.delete(userID, other)
        return { ErrorList: [] }
      },
    },
  }
}
