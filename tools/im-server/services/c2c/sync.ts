import type { ServerContext } from '../../context'
import { conversationOf } from '../../domain/c2c-messages'
import type { InboxEntry } from '../../domain/inbox'
import { readString, type JsonObject } from '../../json'
import { NO_REPLY, type Service } from '../../router'
import { asSyncMessage, c2cMessageToWire } from './wire'

/** How many entries of the inbox a client gets to see that has just logged in. */
const FIRST_SYNC_ENTRIES = 100

/**
 * What a client has missed (`openim.getmsg`, sent after each login and reconnect).
 *
 * The inbox position that an instance has reached is known twice: as the `Cookie` of its last `getmsg`, and from
 * its acknowledgements of pushes since. The second is only an economy and lives with the session; when it is
 * lost, some messages come again and the SDK drops them by their ID.
 */
export function c2cSync({ domain, sessions }: ServerContext): Service {
  const { accounts, c2c, c2cMessages, inbox, list } = domain

  function toWire(userID: string, entry: InboxEntry): JsonObject | undefined {
    if (entry.kind === 'notice') return { EventArray: [entry.event] }
    const message = c2cMessages.get(conversationOf(userID, entry.peer), entry.position)
    if (!message) return undefined
    const wire = c2cMessageToWire(message, userID, accounts)
    return message.from === userID ? asSyncMessage(wire) : wire
  }

  function isUnread(userID: string, entry: InboxEntry): boolean {
    if (entry.kind === 'notice') return false
    const { peer, position } = entry
    const message = c2cMessages.get(conversationOf(userID, peer), position)
    return message !== undefined && c2c.isUnread(userID, peer, { position, message })
  }

  /** After a reconnect: all that the instance has not got. After a login: what is unread of the latest. */
  function missedEntries(userID: string, reached: number | undefined, instanceID: string): InboxEntry[] {
    if (reached !== undefined) {
      return inbox.after(userID, reached).filter((entry) => entry.origin !== instanceID)
    }
    const from = Math.max(0, inbox.end(userID) - FIRST_SYNC_ENTRIES)
    return inbox.after(userID, from).filter((entry) => isUnread(userID, entry))
  }

  return {
    commands: {
      'openim.getmsg': ({ userID, connection }, body) => {
        const received = sessions.of(connection)?.received ?? { position: 0, counting: false }
        const cookie = Number(readString(body, 'Cookie', ''))
        // The cookie is "1" for an empty inbox, because the SDK ignores a reply whose cookie is empty.
        const reached = cookie >= 1 ? Math.max(cookie - 1, received.position) : undefined
        received.counting = true
        return {
          SyncFlag: 2,
          Cookie: String(inbox.end(userID) + 1),
          // In one go: of a reply in several rounds the SDK reports only the messages of the last.
          MsgList: missedEntries(userID, reached, connection.instanceID)
            .map((entry) => toWire(userID, entry))
            .filter((wire) => wire !== undefined),
          C2CPairUnreadCount: list
            .peers(userID)
            .flatMap((peer) => (peer.kind === 'c2c' ? [peer.userID] : []))
            .map((peer) => ({ From_Account: peer, UnreadCount: c2c.unreadCount(userID, peer) })),
          C2CRemainingUnreadCount: [],
          EventArray: [],
        }
      },

      'openim.ws_msg_push_ack': ({ connection }, body) => {
        const received = sessions.of(connection)?.received
        const position = Number(readString(body, 'SessionData', ''))
        // Before `getmsg` an acknowledgement does not mean that everything in front of it has arrived as well.
        if (received?.counting && Number.isSafeInteger(position)) {
          received.position = Math.max(received.position, position)
        }
        return NO_REPLY
      },
    },
  }
}
