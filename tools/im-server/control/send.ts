import type { ServerContext } from '../context'
import type { JsonObject } from '../json'
import { groupMessageCommands } from '../rest/group-messages'
import { messageCommands } from '../rest/messages'
import type { Router } from '../router'
import { nowInSeconds } from '../clock'
import { randomNumber } from '../random'

/** A message that is sent without a client. */
export interface ControlMessage {
  /** Default: the administrator. */
  from?: string
  /** The receiver: a user, or a group. */
  to: { userID: string } | { groupID: string }
  /** A text message, or the elements (`MsgBody`) of any other. */
  content: { text: string } | { elements: JsonObject[] }
  /** `cloudCustomData` of the message. */
  cloudCustomData?: string
  /** Not kept: only who is online gets it. */
  onlineOnly?: boolean
}

export interface SentMessage {
  /** Server time in seconds. */
  time: number
  /** In a group: the number of the message in it. To a user: one of the two numbers that the sender chooses. */
  seq: number
  /** The other number. */
  random: number
}

type Run = (command: string, body: JsonObject) => JsonObject | void

/**
 * Sends a message: as a user by the command that the user's SDK would use, with all its checks; as the
 * administrator by that of the REST API.
 * @throws ImError where the SDK would be refused
 */
export function controlSend(message: ControlMessage, context: ServerContext, router: Router): SentMessage {
  const { administrators } = context.policy
  const { from = administrators[0] ?? '', to } = message
  const random = randomNumber()
  const body = {
    MsgBody: elementsOf(message),
    CloudCustomData: message.cloudCustomData ?? '',
    MsgClientTime: nowInSeconds(),
  }
  const back = { ...messageCommands(context), ...groupMessageCommands(context) }
  const run: Run = administrators.includes(from)
    ? (command, request) => back[command.replace('.', '/')]?.(request, from)
    : (command, request) => router.perform(from, command, request)

  if ('groupID' in to) {
    const reply = run('group_open_http_svc.send_group_msg', {
      ...body,
      GroupId: to.groupID,
      Random: random,
      OnlineOnlyFlag: Number(message.onlineOnly ?? false),
    })
    return { time: Number(reply?.MsgTime), seq: Number(reply?.MsgSeq), random }
  }
  const seq = randomNumber()
  const reply = run('openim.sendmsg', {
    ...body,
    To_Account: to.userID,
    MsgSeq: seq,
    MsgRandom: random,
    ...(message.onlineOnly ? { MsgLifeTime: 0 } : {}),
  })
  return { time: Number(reply?.MsgTime), seq, random }
}

function elementsOf({ content }: ControlMessage): JsonObject[] {
  if ('elements' in content) return content.elements
  return [{ MsgType: 'TIMTextElem', MsgContent: { Text: content.text } }]
}
