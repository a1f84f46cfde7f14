import type { ServerContext } from '../../context'
import { ErrorCode } from '../../errors'
import { tinyIdOf } from '../../identity'
import type { JsonObject } from '../../json'
import { NO_REPLY, type Reply, type Service } from '../../router'
import type { Connection } from '../../transport/connection'
import type { RequestHead } from '../../transport/frames'
import { verifyUserSig } from '../../usersig'
import { nowInSeconds } from '../../clock'

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

/** SDK: `login()`, `logout()`, and what keeps a connection alive. */
export function login(context: ServerContext): Service {
  const { sessions, domain, policy, appConfig } = context
  const { tickets } = sessions

  function welcome(userID: string, expiresAt: number): JsonObject {
    return {
      A2Key: tickets.issue(userID, expiresAt),
      TinyId: tinyIdOf(userID),
      HelloInterval: HELLO_INTERVAL,
      InstId: INSTANCE_NUMBER,
      TimeStamp: nowInSeconds(),
      CustomStatus: Buffer.from(domain.accounts.customStatus(userID)).toString('base64'),
      PurchaseBits: appConfig.abilities,
      RichMsgAuthKey: '',
    }
  }

  /** The first login of an instance, with a UserSig. */
  function begin(connection: Connection, { identifier, usersig, sdkappid }: RequestHead): Reply {
    const named = { userID: identifier, sdkAppID: sdkappid }
    const expiresAt = verifyUserSig(usersig, named, policy.secretKey)
    domain.accounts.ensure(identifier)
    for (const replaced of sessions.logIn(identifier, expiresAt, connection)) {
      kickOut(replaced, KickType.SAME_PLATFORM)
    }
    return welcome(identifier, expiresAt)
  }

  /** A login after a reconnect, with the ticket of the first. */
  function goOn(connection: Connection, { a2 }: RequestHead): Reply {
    const ticket = tickets.verify(a2)
    if (!sessions.resume(ticket, connection)) {
      // Before the answer: after it, the SDK would first send all the requests that follow a login.
      kickOut(connection, KickType.SAME_PLATFORM)
      return NO_REPLY
    }
    domain.accounts.ensure(ticket.userID)
    return welcome(ticket.userID, ticket.expiresAt)
  }

  return {
    openCommands: {
      'im_open_status.wslogin': (connection, _body, head) => {
        const reply = head.a2 ? goOn(connection, head) : begin(connection, head)
        sessions.catchUp(connection, 'login')
        return reply
      },
      // Also sent by a client that was kicked, whose connection is nobody's any more.
      'im_open_status.wslogout': (connection) => sessions.logOut(connection),
      // A client that is idle sends nothing else: this is how it learns that its UserSig has ended.
      'heartbeat.alive': (_connection, _body, { a2 }) => {
        if (a2) tickets.verify(a2)
      },
      // Whom a kick did not reach learns of it here.
      'im_open_status.wshello': (connection, _body, { a2 }) =>
        sessions.resume(tickets.verify(a2), connection)
          ? {}
          : { ErrorCode: ErrorCode.KICKED_OUT, KickType: KickType.SAME_PLATFORM, NewInstInfo: {} },
    },
  }
}
