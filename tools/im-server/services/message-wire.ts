import type { MessageContent } from '../domain/message'
import type { JsonObject } from '../json'

// What messages of both kinds have in common on the wire.

/** The content of a message as `reader` may see it: once revoked, only its author does. */
export function visibleContent(message: MessageContent, reader: string): JsonObject {
  const { from, body, cloudCustomData, revoked } = message
  if (!revoked || from === reader) return { MsgBody: body, CloudCustomData: cloudCustomData }
  return { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '' } }], CloudCustomData: '' }
}

/** Who has revoked a message and why, in messages and notices. */
export function revokerInfo({ by, reason }: { by: string; reason: string }): JsonObject {
  return { Revoker_Account: by, Reason: reason }
}

/** `SendMsgControl` of a message, if it says anything. */
export function sendControlToWire({ noUnread, noLastMessage }: MessageContent): JsonObject {
  if (!noUnread && !noLastMessage) return {}
  return { SendMsgControl: { NoUnread: Number(noUnread), NoLastMsg: Number(noLastMessage) } }
}
