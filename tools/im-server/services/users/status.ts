import type { ServerContext } from '../../context'
import { ErrorCode } from '../../errors'
import { readCount, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import type { Table } from '../../storage'
import { requireBytes, requireFew } from '../bounds'

const Status = { ONLINE: 1, OFFLINE: 2, NOT_LOGGED_IN: 3 } as const

/** SDK: `getUserStatus`, `setSelfStatus`, `subscribeUserStatus`, `unsubscribeUserStatus`. */
export function status({ sessions, domain, push, storage }: ServerContext): Service {
  const { accounts } = domain
  /** (subscriber, watched user), the oldest subscription first */
  const subscriptions: Table<true> = storage.table('status-subscriptions')

  function statusOf(userID: string): number {
    if (sessions.isOnline(userID)) return Status.ONLINE
    return sessions.isLoggedIn(userID) ? Status.OFFLINE : Status.NOT_LOGGED_IN
  }

  // The text is base64 on its way down, and plain on its way up.
  function describe(userID: string): JsonObject {
    const custom = sessions.isOnline(userID) ? accounts.customStatus(userID) : ''
    return {
      To_Account: userID,
      Status: statusOf(userID),
      CustomStatus: Buffer.from(custom).toString('base64'),
    }
  }

  function announce(userID: string): void {
    const event = { Event: 20, UserStatusList: [describe(userID)] }
    for (const watcher of sessions.onlineUsers()) {
      if (watcher === userID || subscriptions.get(watcher, userID)) push.toUser(watcher, event)
    }
  }

  sessions.onPresence = (userID) => {
    // Tencent: who goes offline loses the text.
    if (!sessions.isOnline(userID) && accounts.customStatus(userID)) accounts.setCustomStatus(userID, '')
    announce(userID)
  }

  function subscribe(watcher: string, userID: string): void {
    if (subscriptions.get(watcher, userID)) return
    const rows = subscriptions.rows(watcher)
    const oldest = rows[0]
    if (oldest && rows.length >= Limits.statusSubscriptions) subscriptions.delete(watcher, oldest[0])
    subscriptions.set(watcher, userID, true)
  }

  const unknownUser = (userID: string): JsonObject => ({
    To_Account: userID,
    Invalid_Account: userID,
    ErrorCode: ErrorCode.ACCOUNT_NOT_FOUND,
    ErrorInfo: 'account does not exist',
  })

  function readUsers(body: JsonObject, limit: number): { known: string[]; unknown: JsonObject[] } {
    const userIDs = requireFew(readStrings(body, 'To_Account'), limit)
    return {
      known: userIDs.filter((userID) => accounts.exists(userID)),
      unknown: userIDs.filter((userID) => !accounts.exists(userID)).map(unknownUser),
    }
  }

  return {
    commands: {
      'im_open_status.ws_get_user_status': (_caller, body) => {
        const { known, unknown } = readUsers(body, Limits.statusQuery)
        return { UserStatusList: known.map(describe), ErrorList: unknown }
      },

      'im_open_status.ws_set_custom_status': ({ userID }, body) => {
        const text = readString(body, 'CustomStatus', '')
        requireBytes(text, Limits.customStatusBytes, 'CustomStatus')
        accounts.setCustomStatus(userID, text)
        announce(userID)
      },

      'im_open_status.ws_status_subscribe': ({ userID }, body) => {
        const { known, unknown } = readUsers(body, Limits.statusSubscribeBatch)
        for (const other of known) if (other !== userID) subscribe(userID, other)
        return { ErrorList: unknown }
      },

      'im_open_status.ws_status_unsubscribe': ({ userID }, body) => {
        if (readCount(body, 'UnsubscribeAll', 0) === 1) subscriptions.clear(userID)
        for (const other of readStrings(body, 'To_Account', [])) subscriptions.delete(userID, other)
        return { ErrorList: [] }
      },
    },
  }
}
