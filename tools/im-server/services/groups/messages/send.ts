import type { ServerContext } from '../../../context'
import { rulesOf } from '../../../domain/group-rules'
import type { GroupMessage } from '../../../domain/group-messages'
import { GroupType, type Group } from '../../../domain/groups'
import { ErrorCode, ImError } from '../../../errors'
import { readCount, readID, readObjects, readString, readStrings, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'
import type { Service } from '../../../router'
import { readCloudCustomData, readElements } from '../../message-elements'
import { speakerOf } from '../access'
import { sharedCommands } from '../commands'
import { postGroupMessage, type GroupDraft } from './post'

/** `MsgPriority`, in words or as the number of the word. */
const PRIORITIES = ['', 'High', 'Normal', 'Low', 'Lowest']
const NORMAL = 2

function readPriority({ MsgPriority: given }: JsonObject): number {
  const priority = typeof given === 'string' ? PRIORITIES.indexOf(given) : given
  return typeof priority === 'number' && PRIORITIES[priority] ? priority : NORMAL
}

function refuse(what: string): never {
  throw new ImError(ErrorCode.GROUP_INVALID_PARAMETERS, what)
}

/** Targeted messages cannot mention anybody, and are not for communities and live rooms. */
function readTargets(request: JsonObject, group: Group): string[] | undefined {
  const targets = readStrings(request, 'To_Account', [])
  if (targets.length === 0) return undefined
  if (targets.length > Limits.messageTargets) refuse(`at most ${Limits.messageTargets} members in To_Account`)
  if (group.type === GroupType.COMMUNITY || group.type === GroupType.LIVE) {
    refuse(`there are no targeted messages in groups of type ${group.type}`)
  }
  return targets
}

function readMentions(request: JsonObject, targets: string[] | undefined): JsonObject[] {
  const infos = readObjects(request, 'GroupAtInfo', [])
  if (infos.length > Limits.messageMentions) refuse(`at most ${Limits.messageMentions} in GroupAtInfo`)
  if (infos.length > 0 && targets) refuse('a targeted message cannot mention anybody')
  return infos.map((info) => {
    const all = readCount(info, 'GroupAtAllFlag', 0) === 1
    return all
      ? { GroupAtAllFlag: 1 }
      : { GroupAtAllFlag: 0, GroupAt_Account: readString(info, 'GroupAt_Account') }
  })
}

/** What a request says of the message that it sends. @throws ImError 10004, 20001, 80002 */
export function readGroupMessage(from: string, request: JsonObject, group: Group): GroupDraft {
  const control = readStrings(request, 'SendMsgControl', [])
  const targets = readTargets(request, group)
  return {
    from,
    random: readCount(request, 'Random'),
    clientSeq: readCount(request, 'ClientSeq', 0),
    clientTime: readCount(request, 'MsgClientTime', 0),
    priority: readPriority(request),
    body: readElements(request),
    cloudCustomData: readCloudCustomData(request),
    at: readMentions(request, targets),
    needReadReceipt: group.type === GroupType.LIVE ? 0 : readCount(request, 'NeedReadReceipt', 0),
    supportExtension: readCount(request, 'SupportMessageExtension', 0),
    noUnread: control.includes('NoUnread') || targets !== undefined || !rulesOf(group).keepsUnread,
    noLastMessage: control.includes('NoLastMsg'),
    ...(targets ? { targets } : {}),
  }
}

/** A request is repeated when its answer was lost; meanwhile the sender may have been muted or removed. */
function sentBefore({ domain }: ServerContext, from: string, request: JsonObject): GroupMessage | undefined {
  const chatID = readString(request, 'TopicId', '') || readID(request, 'GroupId')
  const clientTime = readCount(request, 'MsgClientTime', 0)
  return domain.groupMessages.findSent(chatID, { from, random: readCount(request, 'Random'), clientTime })
}

/** SDK: `sendMessage` to a group or a topic, with messages of every kind. */
export function groupSend(context: ServerContext): Service {
  return {
    commands: sharedCommands({
      send_group_msg: ({ userID, connection }, body) => {
        const sent = sentBefore(context, userID, body)
        if (sent) return { MsgTime: sent.time, MsgSeq: sent.seq }
        const chat = speakerOf(context.domain, body, userID)
        const { time, seq } = postGroupMessage(context, chat, readGroupMessage(userID, body, chat.group), {
          origin: connection.instanceID,
          onlineOnly: readCount(body, 'OnlineOnlyFlag', 0) === 1,
        })
        return { MsgTime: time, MsgSeq: seq }
      },
    }),
  }
}
