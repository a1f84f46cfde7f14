import { randomBytes } from 'node:crypto'
import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readID, readObjects, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import type { Table } from '../../storage'

const ALL = 'all'

/**
 * The content of mergers (forwarded records of a chat) that are too large for a message: SDK: `sendMessage` with
 * more than 11,264 bytes of them, `downloadMergerMessage`. Whoever knows the key may read, because a merger is
 * forwarded to other conversations without coming back here: so the key cannot be guessed.
 */
export function mergers({ storage }: ServerContext): Service {
  const contents: Table<readonly JsonObject[]> = storage.table('mergers')

  return {
    commands: {
      'im_long_msg.save_relay_json_msg': (_caller, body) => {
        const list = readObjects(body, 'MsgList')
        if (list.length === 0 || list.length > Limits.mergerMessages) {
          throw new ImError(ErrorCode.INVALID_REQUEST, `a merger has 1 to ${Limits.mergerMessages} messages`)
        }
        if (Buffer.byteLength(JSON.stringify(list)) > Limits.mergerBytes) {
          throw new ImError(ErrorCode.MESSAGE_TOO_LONG, `a merger has at most ${Limits.mergerBytes} bytes`)
        }
        const key = randomBytes(24).toString('base64url')
        contents.set(ALL, key, list)
        return { JsonMsgKey: key, PbMsgKey: key }
      },

      'im_long_msg.get_relay_json_msg': (_caller, body) => {
        const list = contents.get(ALL, readID(body, 'JsonMsgKey'))
        if (!list) throw new ImError(ErrorCode.MESSAGE_NOT_FOUND, 'the merger does not exist')
        return { MsgList: list }
      },
    },
  }
}
