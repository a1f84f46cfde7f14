import type { JsonObject } from './json'
import type { Sessions } from './sessions'

/** One item of an `EventArray`: the SDK dispatches it by its array key, and sometimes by `Event`. */
export type PushEvent = JsonObject & { Event: number }

export interface PushOptions {
  /** Leave out the user's session on this instance: the one that caused the event. Empty: none. */
  exceptInstance?: string
  /** Only to the user's session on this instance, and at once: what it has missed is told so. */
  onlyInstance?: string
  /** Ask the client to return this with `openim.ws_msg_push_ack`. */
  acknowledge?: string
}

/** Brings events to the sockets of users. Who is not connected gets nothing: see `domain/inbox.ts`. */
export class Push {
  constructor(private readonly sessions: Sessions) {}

  toUser(userID: string, event: PushEvent, options: PushOptions = {}): void {
    const body: JsonObject = { EventArray: [event] }
    if (options.acknowledge !== undefined) {
      body.NeedAck = 1
      body.SessionData = options.acknowledge
    }
    for (const session of this.sessions.online(userID)) {
      const { instanceID } = session
      if (options.exceptInstance && instanceID === options.exceptInstance) continue
      if (instanceID !== (options.onlyInstance ?? instanceID)) continue
      const push = (): void => session.connection?.push('im_open_push.msg_push', body)
      const { catchingUp } = session
      if (catchingUp && options.onlyInstance === undefined) {
        catchingUp.held.push({ push, position: Number(options.acknowledge ?? 0) })
      } else push()
    }
  }
}
