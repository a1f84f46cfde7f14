import type { ServerContext } from '../../context'
import { conversationOf } from '../../domain/c2c-messages'
import type { InboxEntry } from '../../domain/inbox'
import { readString, type JsonObject } from '../../json'
import type { PushEvent } from '../../push'
import { NO_REPLY, type Service } from '../../router'
import { GroupEvent } from '../groups/wire'
import { asSyncMessage, c2cMessageToWire } from './wire'

/** How many entries of the inbox a client gets to see that has just logged in. */
const FIRST_SYNC_ENTRIES = 100
/** C2C notices: the SDK looks for them among the messages, and for all others in `EventArray`. */
const C2C_NOTICE = 10

interface Missed {
  messages: InboxEntry[]
  events: PushEvent[]
}

/**
 * What a client has missed (`openim.getmsg`, sent after each login and reconnect).
 *
 * The inbox position that an instance has reached is known twice: as the `Cookie` of its last `getmsg`, and from
 * its acknowledgements of pushes since. The second is only an economy and lives with the session; when it is
 * lost, some messages come again and the SDK drops them by their ID.
 */
export function c2cSync({ domain, sessions }: ServerContext): Service {
  const { accounts, c2c, c2cMessages, inbox, list, notices } = domain

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

  function isCommonNotice(entry: InboxEntry): entry is InboxEntry & { kind: 'notice' } {
    return entry.kind === 'notice' && entry.event.Event !== C2C_NOTICE
  }

  /** The user has deleted the message, or the conversation, on another instance: it would come back by it. */
  function isDeleted(userID: string, entry: InboxEntry): boolean {
    if (entry.kind === 'notice') return false
    const { peer, position } = entry
    if (!list.entry(userID, { kind: 'c2c', userID: peer }).listed) return true
    return c2c.isDeleted(userID, peer, position)
  }

  /** After a reconnect: all that the instance has not got. */
  function sinceReconnect(userID: string, reached: number, instanceID: string): Missed {
    const entries = inbox
      .after(userID, reached)
      .filter((entry) => entry.origin !== instanceID && !isDeleted(userID, entry))
    return {
      messages: entries.filter((entry) => !isCommonNotice(entry)),
      events: entries.filter(isCommonNotice).map(({ event }) => event),
    }
  }

  /**
   * After a login: what is unread of the latest messages, the system notices that no instance has got, and the "@"
   * notices of messages that are unread.
   */
  function sinceLogin(userID: string): Missed {
    const from = Math.max(0, inbox.end(userID) - FIRST_SYNC_ENTRIES)
    const newNotices = inbox
      .after(userID, Math.max(from, notices.seenUpTo(userID)))
      .filter(isCommonNotice)
      .map(({ event }) => event)
      .filter(({ Event }) => Event === GroupEvent.NOTICE)
    return {
      messages: inbox.after(userID, from).filter((entry) => isUnread(userID, entry)),
      events: [...newNotices, ...notices.mentionsOf(userID)],
    }
  }

  return {
    commands: {
      'openim.getmsg': ({ userID, connection }, body) => {
        const received = sessions.of(connection)?.received ?? { position: 0, counting: false }
        const cookie = Number(readString(body, 'Cookie', ''))
        const { messages, events } =
          cookie >= 1
            ? sinceReconnect(userID, Math.max(cookie - 1, received.position), connection.instanceID)
            : sinceLogin(userID)
        received.counting = true
        // Behind the answer, and without what is in it.
        const told = cookie >= 1 ? inbox.end(userID) : 0
        queueMicrotask(() => sessions.catchUp(connection, 'messages', told))
        notices.markSeen(userID, inbox.end(userID))
        return {
          SyncFlag: 2,
          // "1" for an empty inbox, because the SDK ignores a reply whose cookie is empty.
          Cookie: String(inbox.end(userID) + 1),
          // In one go: of a reply in several rounds the SDK reports only the messages of the last.
          MsgList: messages.map((entry) => toWire(userID, entry)).filter((wire) => wire !== undefined),
          C2CPairUnreadCount: list
            .peers(userID)
            .flatMap((peer) => (peer.kind === 'c2c' ? [peer.userID] : []))
            .map((peer) => ({ From_Account: peer, UnreadCount: c2c.unreadCount(userID, peer) })),
          C2CRemainingUnreadCount: [],
          EventArray: events,
        }
      },

      'openim.ws_msg_push_ack': ({ userID, connection }, body) => {
        const received = sessions.of(connection)?.received
        const position = Number(readString(body, 'SessionData', ''))
        if (!Number.isSafeInteger(position)) return NO_REPLY
        if (inbox.get(userID, position)?.kind === 'notice') notices.markSeen(userID, position)
        // Before `getmsg` an acknowledgement does not mean that everything in front of it has arrived as well.
        if (received?.counting) received.position = Math.max(received.position, position)
        return NO_REPLY
      },
    },
  }
}
