import type { ServerContext } from '../../context'
import type { Peer } from '../../domain/conversation-list'
import { ErrorCode } from '../../errors'
import { readCount, readObjects } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireFew } from '../bounds'
import { resultOf } from '../results'
import { ConversationPush, peerToWire, readPeer, requirePeer, syncConversations } from './peers'

const PIN = 1

/** SDK: `pinConversation`, `deleteConversation`, `clearHistoryMessage`. */
export function conversationChanges(context: ServerContext): Service {
  const { domain, push } = context
  const { c2c, groups, groupMessages, groupReading, list, notices } = domain

  /** Everything in it is read; with `clear` the messages go as well. For this user only. */
  function finish(owner: string, peer: Peer, clear: boolean): void {
    if (peer.kind === 'c2c') return c2c.finish(owner, peer.userID, clear)
    if (!groups.member(peer.groupID, owner)) return
    notices.clearMentions(owner, peer.groupID)
    if (clear) groupReading.clear(peer.groupID, owner)
    else groupReading.markRead(peer.groupID, owner, groupMessages.end(peer.groupID))
  }

  return {
    commands: {
      'recentcontact.top': (caller, body) => {
        const pinned = readCount(body, 'OperationType') === PIN
        const items = readObjects(body, 'RecentContactItem')
        const peers = requireFew(items, Limits.conversationBatch, ErrorCode.CONVERSATIONS_TOO_MANY).map(
          readPeer,
        )
        for (const peer of peers) requirePeer(context, caller.userID, peer)
        for (const peer of peers) list.change(caller.userID, peer, { pinned })
        syncConversations(push, caller, {
          PushType: pinned ? ConversationPush.PINNED : ConversationPush.UNPINNED,
          RecentContactTopItem: { RecentContactList: peers.map(peerToWire) },
        })
      },

      // Also for a group that the user is no longer in.
      'recentcontact.batch_delete': (caller, body) => {
        const items = readObjects(body, 'ContactItem')
        const clear = readCount(body, 'ClearRamble', 0) === 1
        const deleted: Peer[] = []
        const results = requireFew(items, Limits.conversationBatch, ErrorCode.CONVERSATIONS_TOO_MANY).map(
          (item) => {
            const result = resultOf(() => {
              const peer = readPeer(item)
              finish(caller.userID, peer, clear)
              list.remove(caller.userID, peer)
              deleted.push(peer)
            })
            return { ...item, ...result }
          },
        )
        syncConversations(push, caller, {
          PushType: ConversationPush.DELETED,
          RecentContactDeleteItem: { RecentContactList: deleted.map(peerToWire) },
        })
        return { ResultItem: results }
      },

      'recentcontact.clear_msg': ({ userID }, body) => {
        const peer = readPeer(body)
        requirePeer(context, userID, peer)
        finish(userID, peer, true)
      },
    },
  }
}
