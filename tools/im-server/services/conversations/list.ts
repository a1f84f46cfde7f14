import type { ServerContext } from '../../context'
import { readCount } from '../../json'
import { Limits } from '../../limits'
import type { PushEvent } from '../../push'
import type { Caller, Service } from '../../router'
import { ConversationPush, peerToWire } from './peers'
import { conversationToWire, groupsToWire } from './wire'

/**
 * SDK: `getConversationList`, which answers from what the SDK fetches here after each login and reconnect, page
 * by page. `StartIndex` is the activity that the last page ended with.
 */
export function conversations({ domain, push, sessions }: ServerContext): Service {
  const { c2c, list } = domain

  /** What the list does not say to an instance that was away: see {@link removedEvent} and {@link readEvent}. */
  function catchUp({ userID, connection }: Caller, revision: number): void {
    for (const event of [removedEvent(userID, revision), readEvent(userID)]) {
      if (event) push.toUser(userID, event, { onlyInstance: connection.instanceID })
    }
  }

  /** The SDK adds what it gets to what it has: what was deleted on another instance would stay. */
  function removedEvent(userID: string, revision: number): PushEvent | undefined {
    const removed = list.removedSince(userID, revision)
    if (removed.length === 0) return undefined
    const change = {
      PushType: ConversationPush.DELETED,
      RecentContactDeleteItem: { RecentContactList: removed.map(peerToWire) },
    }
    return { Event: 13, RecentContactMod: [change] }
  }

  /** Of C2C conversations without a new message, the SDK keeps its own number of unread messages. */
  function readEvent(userID: string): PushEvent | undefined {
    const pairs = list.peers(userID).flatMap((peer) => {
      if (peer.kind === 'group') return []
      const { readTime } = c2c.state(userID, peer.userID)
      return readTime > 0 ? [{ From_Account: peer.userID, LastReadTime: readTime }] : []
    })
    if (pairs.length === 0) return undefined
    return { Event: 10, C2cNotifyMsgArray: [{ ReadC2cMsgNotify: { UinPairReadArray: pairs } }] }
  }

  return {
    commands: {
      'recentcontact.page_get': (caller, body) => {
        const { userID } = caller
        const { instanceID } = caller.connection
        // As a rule the SDK names none after a reconnect, although it keeps what it has.
        const known = readCount(body, 'TimeStamp', 0) || (list.givenTo(userID, instanceID) ?? -1) + 1
        const start = readCount(body, 'StartIndex', 0)
        sessions.catchUp(caller.connection, 'conversations')
        const page = list.page(userID, start || Infinity, Limits.conversationPage)
        if (start === 0 && known > 0) catchUp(caller, known - 1)
        if (start === 0 && instanceID) list.give(userID, instanceID)
        return {
          CompleteFlag: Number(page.complete), // if it is not 1, the SDK asks for the next page
          SessionItem: page.peers.flatMap((peer) => conversationToWire(domain, userID, peer)),
          // Comes back with the next request: what is behind it is new to this instance.
          TimeStamp: start > 0 ? known : list.revision(userID) + 1,
          StartIndex: page.complete ? 0 : page.last,
          TopTimeStamp: 0,
          TopStartIndex: 0,
          GroupItem: groupsToWire(domain, userID),
        }
      },
    },
  }
}
