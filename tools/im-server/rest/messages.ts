import type { ServerContext } from '../context'
import type { C2cMessage } from '../domain/c2c-messages'
import { ErrorCode, ImError } from '../errors'
import { readCount, readID, readString, readStrings, type JsonObject } from '../json'
import { Limits } from '../limits'
import { sendC2cMessage } from '../services/c2c/deliver'
import { requireC2cMessage, revokeC2cMessage } from '../services/c2c/revoke'
import { readC2cMessage } from '../services/c2c/send'
import { c2cMessageToWire } from '../services/c2c/wire'
import { requireAccount } from '../services/users/access'
import type { RestCommands } from './command'
import { nowInSeconds } from '../clock'
import { randomNumber } from '../random'

/** `SyncOtherMachine`: the sender does not get the message as well. */
const NOT_FOR_SENDER = 2

function messageKey({ seq, random, time }: C2cMessage): string {
  return `${seq}_${random}_${time}`
}

/** Messages between two users. Neither friends nor blacklists matter here: Tencent. */
export function messageCommands(context: ServerContext): RestCommands {
  const { domain } = context

  /** @param numbers what the message is named by among those of its sender */
  function send(body: JsonObject, administrator: string, numbers: JsonObject): C2cMessage {
    const from = readString(body, 'From_Account', '') || administrator
    if (from === administrator) domain.accounts.ensure(from)
    else requireAccount(domain, from)
    const time = nowInSeconds()
    const draft = readC2cMessage(from, { MsgClientTime: time, ...body, From_Account: from, ...numbers })
    return sendC2cMessage(context, draft, {
      onlineOnly: body.MsgLifeTime === 0,
      forSender: body.SyncOtherMachine !== NOT_FOR_SENDER,
    })
  }

  return {
    'openim/sendmsg': (body, administrator) => {
      const message = send(body, administrator, { MsgSeq: readCount(body, 'MsgSeq', randomNumber()) })
      return { MsgTime: message.time, MsgKey: messageKey(message), MsgId: messageKey(message) }
    },

    'openim/batchsendmsg': (body, administrator) => {
      const receivers = readStrings(body, 'To_Account')
      if (receivers.length === 0 || receivers.length > Limits.restBatch) {
        throw new ImError(ErrorCode.INVALID_REQUEST, `1 to ${Limits.restBatch} receivers at once`)
      }
      const keys: string[] = []
      const failed = [...new Set(receivers)].flatMap((To_Account) => {
        // Of its own for each, as the sender's client tells messages apart by them.
        const numbers = { To_Account, MsgSeq: randomNumber(), MsgRandom: randomNumber() }
        try {
          keys.push(messageKey(send(body, administrator, numbers)))
          return []
        } catch (error) {
          if (error instanceof ImError && error.code === ErrorCode.ACCOUNT_NOT_FOUND) {
            return [{ To_Account, ErrorCode: error.code }]
          }
          throw error
        }
      })
      return { ErrorList: failed, MsgKey: keys[0] ?? '' }
    },

    'openim/admin_msgwithdraw': (body, administrator) => {
      const [seq, random] = readID(body, 'MsgKey').split('_').map(Number)
      const found = requireC2cMessage(context, {
        from: readID(body, 'From_Account'),
        to: readID(body, 'To_Account'),
        seq: seq ?? NaN,
        random: random ?? NaN,
      })
      revokeC2cMessage(context, found, { by: administrator })
    },

    'openim/admin_getroammsg': (body) => {
      // `From_Account` in older versions of the API.
      const owner = readString(body, 'Operator_Account', '') || readID(body, 'From_Account')
      const peer = readString(body, 'Peer_Account', '') || readID(body, 'To_Account')
      const count = Math.min(readCount(body, 'MaxCnt'), Limits.restHistoryPage)
      const from = readCount(body, 'MinTime')
      const to = readCount(body, 'MaxTime')
      const last = readString(body, 'LastMsgKey', '')
      const page: C2cMessage[] = []
      let complete = 1
      let passed = last === '' // with a key, the page begins behind that message
      for (const { message } of domain.c2c.backwards(owner, peer)) {
        if (message.time < from) break
        if (message.time <= to && passed) {
          if (page.length === count) {
            complete = 0
            break
          }
          page.unshift(message)
        }
        passed ||= messageKey(message) === last
      }
      const oldest = page[0]
      return {
        Complete: complete,
        MsgCnt: page.length,
        LastMsgTime: oldest?.time ?? to,
        LastMsgKey: oldest ? messageKey(oldest) : '',
        MsgList: page.map((message) => ({
          ...c2cMessageToWire(message, owner, domain.accounts),
          MsgKey: messageKey(message),
        })),
      }
    },
  }
}
