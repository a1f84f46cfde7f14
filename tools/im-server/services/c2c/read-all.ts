import type { ServerContext } from '../../context'
import { ImError } from '../../errors'
import { readCount, readObjects, type JsonObject } from '../../json'
import type { Caller, Service } from '../../router'
import { chatOf } from '../groups/access'
import { markGroupRead } from '../groups/messages/read'
import { markC2cRead } from './read'
import { nowInSeconds } from '../../clock'

/** The user's other instances mark everything as read at this event. */
const ALL_READ = 14

/** SDK: `setAllMessageRead`. */
export function readAll(context: ServerContext): Service {
  const { domain, push } = context

  function readAllC2c(userID: string): void {
    const now = nowInSeconds()
    for (const peer of domain.list.peers(userID)) {
      if (peer.kind === 'c2c') markC2cRead(context, userID, peer.userID, now)
    }
  }

  /** Each group fails or succeeds for itself. */
  function readGroup(caller: Caller, item: JsonObject): JsonObject {
    const seq = readCount(item, 'MsgSeq')
    const result = (RetCode: number): JsonObject => ({ GroupId: item.GroupId, MsgSeq: seq, RetCode })
    try {
      markGroupRead(context, chatOf(domain, item, caller.userID), caller.userID, seq)
      return result(0)
    } catch (error) {
      if (error instanceof ImError) return result(error.code)
      throw error
    }
  }

  return {
    commands: {
      'openim.read_all_unread_msg': (caller, body) => {
        const all = readCount(body, 'C2CReadAllMsg', 0)
        if (all === 1) readAllC2c(caller.userID)
        const results = readObjects(body, 'GroupReadInfo', []).map((item) => readGroup(caller, item))
        const groups = results
          .filter(({ RetCode }) => RetCode === 0)
          .map(({ GroupId, MsgSeq }) => ({ GroupId, LastReadMsgSeq: MsgSeq }))
        push.toUser(
          caller.userID,
          { Event: ALL_READ, C2CReadAllMsg: all, GroupReadInfoArray: groups },
          { exceptInstance: caller.connection.instanceID },
        )
        return { C2CReadAllMsg: all, GroupReadInfoArray: results }
      },
    },
  }
}
