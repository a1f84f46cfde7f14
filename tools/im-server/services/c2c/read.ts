import type { ServerContext } from '../../context'
import { conversationOf, type C2cMessage } from '../../domain/c2c-messages'
import { readCount, readID, readObject, readObjects, readStrings } from '../../json'
import type { Caller, Service } from '../../router'
import { messageKeyToWire } from './wire'
import { nowInSeconds } from '../../clock'

/**
 * Marks as read what a peer has written up to `time` (seconds), and tells the peer.
 * @returns whether that was news
 */
export function markC2cRead(
  { domain, push }: ServerContext,
  userID: string,
  peer: string,
  time: number,
): boolean {
  // A time to come would make the peer take for read what is still to be written.
  const LastReadTime = Math.min(time, domain.c2cMessages.nextTime(conversationOf(userID, peer)))
  if (!domain.c2c.markRead(userID, peer, LastReadTime)) return false
  if (peer === userID) return true
  const receipt = { C2cReadedReceipt: { To_Account: userID, UinPairReadArray: [{ LastReadTime }] } }
  push.toUser(peer, { Event: 10, C2cNotifyMsgArray: [receipt] })
  return true
}

function awaitsReceipt({ needReadReceipt, receiptTime, revoked }: C2cMessage): boolean {
  return needReadReceipt === 1 && receiptTime === undefined && !revoked
}

/** SDK: `setMessageRead`, `sendMessageReadReceipt` of C2C conversations; peers get `MESSAGE_READ_BY_PEER`. */
export function c2cRead(context: ServerContext): Service {
  const { domain, push } = context
  const { c2c, c2cMessages } = domain

  function report({ userID, connection }: Caller, peer: string, time: number): void {
    if (!markC2cRead(context, userID, peer, time)) return
    const pair = { From_Account: peer, LastReadTime: time }
    push.toUser(
      userID,
      { Event: 10, C2cNotifyMsgArray: [{ ReadC2cMsgNotify: { UinPairReadArray: [pair] } }] },
      { exceptInstance: connection.instanceID },
    )
  }

  return {
    commands: {
      'openim.msgreaded': (caller, body) => {
        for (const item of readObjects(readObject(body, 'C2CMsgReaded'), 'C2CMsgReadedItem')) {
          report(caller, readID(item, 'To_Account'), readCount(item, 'LastedMsgTime'))
        }
      },

      'openim.get_peer_read_time': ({ userID }, body) => ({
        ReadTime: readStrings(body, 'To_Account').map((peer) => c2c.state(peer, userID).readTime),
      }),

      'openim.c2c_msg_read_receipt': ({ userID }, body) => {
        const author = readID(body, 'Peer_Account')
        const now = nowInSeconds()
        const confirmed = readObjects(body, 'C2CMsgInfo').flatMap((item) => {
          const numbers = [readCount(item, 'MsgSeq'), readCount(item, 'MsgRandom')] as const
          const place = c2cMessages.find(author, userID, ...numbers)
          const message = place && c2cMessages.get(place.conversation, place.position)
          if (!place || !message || !awaitsReceipt(message)) return []
          return [c2cMessages.change(place, { receiptTime: now })]
        })
        if (confirmed.length === 0) return
        const infos = confirmed.map(messageKeyToWire)
        push.toUser(author, { Event: 16, Peer_Account: userID, PeerReadTime: now, C2cMsgInfo: infos })
      },
    },
  }
}
