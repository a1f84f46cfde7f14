import type { ServerContext } from '../../context'
import { readCount, type JsonObject } from '../../json'
import type { Service } from '../../router'
import type { Table } from '../../storage'

/** As on the wire: `Level` 0 notify, 1 do not receive, 2 receive without notification; times in seconds. */
interface DoNotDisturb extends JsonObject {
  readonly Level: number
  readonly StartTime: number
  readonly EndTime: number
  /** 1: every day. */
  readonly IsRepeated: number
}

const OFF: DoNotDisturb = { Level: 0, StartTime: 0, EndTime: 0, IsRepeated: 0 }

/**
 * SDK: `setAllReceiveMessageOpt`, `getAllReceiveMessageOpt`. It only concerns offline push, which this server does
 * not have: it is kept and told to all instances of the user.
 */
export function doNotDisturb({ push, storage }: ServerContext): Service {
  const options: Table<DoNotDisturb> = storage.table('do-not-disturb')

  return {
    commands: {
      'im_msg_db_logic.ws_set_do_not_disturb': ({ userID }, body) => {
        const option = {
          Level: readCount(body, 'Level', 0),
          StartTime: readCount(body, 'StartTime', 0),
          EndTime: readCount(body, 'EndTime', 0),
          IsRepeated: readCount(body, 'IsRepeated', 0),
        }
        options.set(userID, '', option)
        push.toUser(userID, { Event: 24, ...option })
      },

      'im_msg_db_logic.ws_get_do_not_disturb': ({ userID }) => options.get(userID, '') ?? OFF,
    },
  }
}
