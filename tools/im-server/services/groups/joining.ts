import { ApplicationType, type GroupApplication } from '../../domain/group-applications'
import { GroupType, type Group } from '../../domain/groups'
import { readCount, readID, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Caller, Handler, Reply, Service } from '../../router'
import { requireGroup } from './access'
import { COMMUNITIES, commandsOf, GROUPS, sharedCommands, type GroupContext } from './commands'
import { liveKey } from './live'
import { operatorOf } from './operations'
import type { Answer } from './operations/applying'
import { boundedText, oneOf } from './operations/fields'
import { isCommunity } from './wire'

/** Bit of the app's abilities: what was said in a live room before one came in. */
const LIVE_HISTORY_ABILITY = 2

/** SDK: `joinGroup`, `getGroupApplicationList`, `handleGroupApplication`, `handleGroupInvitation`. */
export function groupJoining(context: GroupContext): Service {
  const { appConfig, domain, operations } = context

  function enterLiveRoom({ userID }: Caller, group: Group, body: JsonObject): Reply {
    const start = context.groupDelivery.live.next(group.id)
    operations.live.enter(userID, group.id)
    const hasHistory = appConfig.abilities.at(-1 - LIVE_HISTORY_ABILITY) === '1'
    const wantsHistory = hasHistory && readCount(body, 'HugeGroupHistoryMsgFlag', 0) === 1
    return {
      JoinedStatus: 'JoinedSuccess',
      HugeGroupFlag: 1,
      LongPollingKey: liveKey(group.id),
      StartSeq: start,
      AVChatRoomKey: liveKey(group.id),
      RspMsgList: wantsHistory ? operations.live.history(group) : [],
    }
  }

  function readAnswer(body: JsonObject): Answer {
    return {
      accepted: oneOf(body, 'HandleMsg', { yes: 'Agree', no: 'Reject' }) === 'Agree',
      text: boundedText(body, 'ApprovalMsg', Limits.applicationTextBytes),
      authentication: readString(body, 'Authentication', ''),
      time: readCount(body, 'MsgKey', 0),
    }
  }

  function toWire(reader: string, group: Group, application: GroupApplication): JsonObject {
    return {
      From_Account: application.from,
      FromUserNickName: domain.accounts.nick(application.from),
      To_Account: application.type === ApplicationType.JOIN ? reader : application.userID,
      GroupId: group.id,
      GroupName: group.name,
      Authentication: application.authentication,
      AddTime: application.time, // comes back as the `MsgKey` of the answer
      Handled: 0,
      PendencyType: application.type,
      ApplyInviteMsg: application.text,
    }
  }

  /** Page by page; `NextStartTime` 0 is the end: without it the client asks again without end. */
  const pending =
    (belongs: (group: Group) => boolean): Handler =>
    ({ userID }, body) => {
      const start = readCount(body, 'StartTime', 0)
      const limit = Math.max(1, readCount(body, 'Limit', Limits.memberPage))
      const open = operations.applying
        .open(userID)
        .filter(({ group, application }) => belongs(group) && application.time >= start)
      return {
        PendencyList: open
          .slice(0, limit)
          .map(({ group, application }) => toWire(userID, group, application)),
        NextStartTime: open[limit]?.application.time ?? 0,
      }
    }

  return {
    commands: {
      ...commandsOf(GROUPS, { get_pendency: pending((group) => !isCommunity(group)) }),
      ...commandsOf(COMMUNITIES, { get_pendency: pending(isCommunity) }),
      ...sharedCommands({
        apply_join_group: (caller, body) => {
          const group = requireGroup(domain, readID(body, 'GroupId'))
          if (group.type === GroupType.LIVE) return enterLiveRoom(caller, group, body)
          const text = boundedText(body, 'ApplyMsg', Limits.applicationTextBytes)
          const isIn = operations.joining.apply(caller.userID, group.id, text)
          return { JoinedStatus: isIn ? 'JoinedSuccess' : 'WaitAdminApproval' }
        },

        handle_apply_join_group: (caller, body) => {
          const applicant = readID(body, 'Applicant_Account')
          const who = { type: ApplicationType.JOIN, from: applicant, userID: applicant }
          operations.applying.answer(operatorOf(caller), readID(body, 'GroupId'), who, readAnswer(body))
        },

        handle_invite_join_permission_group: (caller, body) => {
          const who = {
            type: ApplicationType.INVITATION,
            from: readID(body, 'Applicant_Account'),
            userID: readID(body, 'Invited_Account'),
          }
          operations.applying.answer(operatorOf(caller), readID(body, 'GroupId'), who, readAnswer(body))
        },

        handle_invite_join_group: ({ userID }, body) =>
          operations.applying.answerInvitation(
            userID,
            readID(body, 'GroupId'),
            readID(body, 'Inviter_Account'),
            readAnswer(body),
          ),
      }),
    },
  }
}
