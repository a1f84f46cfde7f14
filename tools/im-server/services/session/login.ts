import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { issueTicket, tinyIdOf, userOfTicket } from '../../identity'
import type { JsonObject } from '../../json'
import { NO_REPLY, type OpenHandler, type Service } from '../../router'
import type { Connection } from '../../transport/connection'
import type { RequestHead } from '../../transport/frames'
import { verifyUserSig } from '../../usersig'

/** Why a client is thrown out: the SDK gives it to the application as `KICKED_OUT.type`. */
export const KickType = { SAME_PLATFORM: 1, SAME_DEVICE: 2, BY_ADMINISTRATOR: 3 } as const
export type KickType = (typeof KickType)[keyof typeof KickType]

export function kickOut(connection: Connection, type: KickType): void {
  connection.push('im_open_push.msg_push', {
    EventArray: [
      { Event: 10, C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: type, NewInstInfo: {} } }] },
    ],
  })
}

/** Seconds between two `wshello`. */
const HELLO_INTERVAL = 120
/** Must not be 0: the SDK then ignores some kicks. */
const INSTANCE_NUMBER = 1
/** One bit per paid ability of the SDK: all of them. */
export const ALL_ABILITIES = '1'.repeat(64)

/** SDK: `login()`, `logout()`, and what keeps a connection alive. */
export function login(context: ServerContext): Service {
  const { sessions, domain, policy } = context
  const { secretKey } = policy

  /** A first login shows a UserSig, a login after a reconnect the ticket of the first. */
  function identify(head: RequestHead): string {
    if (head.a2) {
      const userID = userOfTicket(head.a2, secretKey)
      if (userID === undefined) throw new ImError(ErrorCode.CREDENTIALS_EXPIRED, 'unknown ticket')
      return userID
    }
    verifyUserSig(head.usersig, { userID: head.identifier, sdkAppID: head.sdkappid }, secretKey)
    return head.identifier
  }

  function welcome(userID: string): JsonObject {
    return {
      A2Key: issueTicket(userID, secretKey),
      TinyId: tinyIdOf(userID),
      HelloInterval: HELLO_INTERVAL,
      InstId: INSTANCE_NUMBER,
      TimeStamp: Math.floor(Date.now() / 1000),
      CustomStatus: Buffer.from(domain.accounts.customStatus(userID)).toString('base64'),
      PurchaseBits: ALL_ABILITIES,
      RichMsgAuthKey: '',
    }
  }

  const logIn: OpenHandler = (connection, _body, head) => {
    const userID = identify(head)
    domain.accounts.ensure(userID)
    if (head.a2 && !sessions.mayResume(userID, connection)) {
      // Before the answer: after it, the SDK would first send all the requests that follow a login.
      kickOut(connection, KickType.SAME_PLATFORM)
      return NO_REPLY
    }
    const replaced = sessions.attach(userID, connection)
    if (replaced) kickOut(replaced, KickType.SAME_PLATFORM)
    return welcome(userID)
  }

  return {
    openCommands: {
      'im_open_status.wslogin': logIn,
      // Also sent by a client that was kicked, whose connection is nobody's any more.
      'im_open_status.wslogout': (connection) => sessions.logOut(connection),
      'heartbeat.alive': () => ({}),
    },
    commands: {
      'im_open_status.wshello': () => ({}),
    },
  }
}
