import type { ServerContext } from '../../context'
import { conversationOf } from '../../domain/c2c-messages'
import type { PlacedMessage } from '../../domain/c2c-conversations'
import { readCount, readID, readString, readStrings } from '../../json'
import type { Service } from '../../router'
import { c2cMessageToWire } from './wire'

const MAX_PAGE = 100
const Direction = { OLDER: 0, NEWER: 1 } as const

/** Up to `count` messages, and whether there are no more behind them. */
function take(source: Generator<PlacedMessage>, count: number): { page: PlacedMessage[]; complete: boolean } {
  const page: PlacedMessage[] = []
  for (const placed of source) {
    if (page.length === count) return { page, complete: false }
    page.push(placed)
  }
  return { page, complete: true }
}

/** SDK: `getMessageList`, `getMessageListHopping` and `deleteMessage` of C2C conversations. */
export function c2cHistory({ domain }: ServerContext): Service {
  const { accounts, c2c, c2cMessages } = domain

  return {
    commands: {
      'openim.getroammsg': ({ userID }, body) => {
        const peer = readID(body, 'Peer_Account')
        const count = Math.min(readCount(body, 'MaxCnt', 15), MAX_PAGE)
        const time = readCount(body, 'LastMsgTime', 0)
        // `MsgKey` is the position of the message that the last page ended with. Without it, the time decides.
        const cursor = Number(readString(body, 'MsgKey', ''))
        const conversation = conversationOf(userID, peer)
        let result
        if (readCount(body, 'GetDirection', Direction.OLDER) === Direction.NEWER) {
          const after = cursor || c2cMessages.endAt(conversation, time - 1)
          result = take(c2c.forwards(userID, peer, after), count)
        } else {
          const before = cursor || (time > 0 ? c2cMessages.endAt(conversation, time) + 1 : Infinity)
          result = take(c2c.backwards(userID, peer, before), count)
        }
        const { page, complete } = result
        const last = page.at(-1)
        const ascending = page.sort((a, b) => a.position - b.position)
        return {
          Complete: complete ? 1 : 0,
          MsgList: ascending.map(({ message }) => c2cMessageToWire(message, userID, accounts)),
          LastMsgTime: last?.message.time ?? time,
          MsgKey: last ? String(last.position) : '',
        }
      },

      'openim.delete_c2c_msg_ramble': ({ userID }, body) => {
        const from = readID(body, 'From_Account')
        const to = readID(body, 'To_Account')
        for (const key of readStrings(body, 'MsgKeyList')) {
          const [seq, random] = key.split('_').map(Number)
          // The two users do not tell which of them wrote the message.
          const place = c2cMessages.findBetween(from, to, seq ?? NaN, random ?? NaN)
          if (place) c2c.deleteMessage(userID, from === userID ? to : from, place.position)
        }
      },
    },
  }
}
