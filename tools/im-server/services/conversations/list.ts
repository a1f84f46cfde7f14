import type { ServerContext } from '../../context'
import { readCount, readID, readObjects, type JsonObject } from '../../json'
import type { Caller, Service } from '../../router'
import { REVOKED_FLAG, revokerInfo, visibleBody } from '../c2c/wire'

const C2C = 1
/** `PushType` of conversation events. */
const ConversationPush = { DELETED: 1, PINNED: 2, UNPINNED: 3 } as const
const PIN = 1

/** SDK: `getConversationList`, `deleteConversation`, `pinConversation`. */
export function conversations({ domain, push }: ServerContext): Service {
  const { accounts, c2c, list } = domain

  function lastMessage(owner: string, peer: string): JsonObject {
    const message = c2c.lastMessage(owner, peer)
    if (!message) return { MsgTimeStamp: 0, MsgSeq: 0, LastMsg: { MsgBody: [] } }
    return {
      MsgTimeStamp: message.time,
      MsgSeq: message.seq,
      LastC2CMsgFrom_Account: message.from,
      LastMsgFlags: message.revoked ? REVOKED_FLAG : 0,
      LastMsg: {
        MsgBody: visibleBody(message, owner),
        CloudCustomData: message.cloudCustomData,
        ...(message.revoked ? { RevokerInfo: revokerInfo(message.revoked) } : {}),
      },
    }
  }

  function toWire(owner: string, peer: string): JsonObject {
    const { pinned } = list.entry(owner, { kind: 'c2c', userID: peer })
    return {
      Type: C2C,
      To_Account: peer,
      C2cNick: accounts.nick(peer),
      C2cImage: accounts.avatar(peer),
      C2cRemark: '',
      C2cPeerReadTime: c2c.state(peer, owner).readTime,
      TopFlags: Number(pinned),
      MsgRecvOption: c2c.state(owner, peer).muteOption,
      CustomMark: '',
      StandardMark: '',
      ContactGroupId: [],
      ...lastMessage(owner, peer),
    }
  }

  /** Tells the user's other instances. */
  function sync({ userID, connection }: Caller, change: JsonObject): void {
    push.toUser(userID, { Event: 13, RecentContactMod: [change] }, { exceptInstance: connection.instanceID })
  }

  return {
    commands: {
      'recentcontact.page_get': ({ userID }) => ({
        CompleteFlag: 1, // everything at once: without the flag the SDK asks again without end
        SessionItem: list
          .peers(userID)
          .flatMap((peer) => (peer.kind === 'c2c' ? [toWire(userID, peer.userID)] : [])),
        TimeStamp: 0,
        StartIndex: 0,
        TopTimeStamp: 0,
        TopStartIndex: 0,
        GroupItem: [],
      }),

      'recentcontact.top': (caller, body) => {
        const pinned = readCount(body, 'OperationType') === PIN
        const peers = readObjects(body, 'RecentContactItem')
          .filter((item) => item.Type === C2C)
          .map((item) => readID(item, 'To_Account'))
        for (const userID of peers) list.change(caller.userID, { kind: 'c2c', userID }, { pinned })
        sync(caller, {
          PushType: pinned ? ConversationPush.PINNED : ConversationPush.UNPINNED,
          RecentContactTopItem: {
            RecentContactList: peers.map((peer) => ({ Type: C2C, User_Account: peer })),
          },
        })
      },

      'recentcontact.batch_delete': (caller, body) => {
        const items = readObjects(body, 'ContactItem')
        const clear = readCount(body, 'ClearRamble', 0) === 1
        const peers = items.filter((item) => item.Type === C2C).map((item) => readID(item, 'To_Account'))
        for (const userID of peers) {
          c2c.finish(caller.userID, userID, clear)
          list.remove(caller.userID, { kind: 'c2c', userID })
        }
        sync(caller, {
          PushType: ConversationPush.DELETED,
          RecentContactDeleteItem: {
            RecentContactList: peers.map((peer) => ({ Type: C2C, User_Account: peer })),
          },
        })
        return { ResultItem: items.map((item) => ({ ...item, ResultCode: 0 })) }
      },

      // Follows a read report, which has done the work.
      'recentcontact.clear_msg': () => ({}),

      // Conversation groups and marks: none yet. `CompleteFlag` ends the list.
      'recentcontact.get_contact_group': () => ({
        CompleteFlag: 1,
        NextStartIndex: 0,
        GroupItem: [],
        ContactItem: [],
      }),

      'recentcontact.search_contact_group': (_caller, body) => ({
        GroupItem: [],
        ContactResultItem: readObjects(body, 'ContactItem').map((item) => ({
          ...item,
          StandardMark: '',
          CustomMark: '',
          ContactGroupId: [],
        })),
      }),
    },
  }
}
