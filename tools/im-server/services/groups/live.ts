import { createHmac, timingSafeEqual } from 'node:crypto'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readList, readObjects, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireMember } from './access'
import { commandsOf, GROUPS, type GroupContext } from './commands'
import { operatorOf } from './operations'
import { invalid, readUserIDs } from './operations/fields'

const POLLING = 'group_open_long_polling_http_svc'
const GUEST_POLLING = 'group_open_long_polling_http_noauth_svc'
const GUESTS = 'group_open_http_noauth_svc'
const MEMBERS = 'group_open_avchatroom_http_svc'

const SET_MARK = 1

/** What a member shows to poll. It says only which room is meant: membership is looked up each time. */
export function liveKey(groupID: string): string {
  return Buffer.from(groupID).toString('base64url')
}

function roomOf(key: string): string {
  return Buffer.from(key, 'base64url').toString('utf8')
}

/** SDK: `joinGroup` of live rooms, also without a login, and what follows from it. */
export function liveRooms({ domain, policy, groupDelivery, operations: { live } }: GroupContext): Service {
  function seal(groupID: string): Buffer {
    return createHmac('sha256', policy.secretKey).update(`guest:${groupID}`).digest()
  }

  /** A guest has nothing to show but that this server has let somebody in. */
  function guestKey(groupID: string): string {
    return `${liveKey(groupID)}.${seal(groupID).toString('base64url')}`
  }

  function roomOfGuest(key: string): string {
    const [room = '', mac = ''] = key.split('.')
    const groupID = roomOf(room)
    const given = Buffer.from(mac, 'base64url')
    const genuine = seal(groupID)
    if (given.length === genuine.length && timingSafeEqual(given, genuine)) return groupID
    throw new ImError(ErrorCode.GROUP_PERMISSION_DENIED, 'this key was never given')
  }

  /** Answered at once: the client comes again several times in a second. */
  function poll(groupID: string, userID: string | undefined, body: JsonObject): JsonObject {
    const { next, items } = groupDelivery.live.read(groupID, userID, readCount(body, 'StartSeq', 0))
    return { Key: readString(body, 'Key'), NextSeq: next, RspMsgList: items }
  }

  function readMarks(item: JsonObject): { userID: string; marks: number[] } {
    const marks = readList(item, 'Marks')
    const numbers = marks.filter((mark): mark is number => Number.isSafeInteger(mark))
    if (numbers.length !== marks.length) throw invalid('Marks must be numbers')
    return { userID: readID(item, 'Member_Account'), marks: numbers }
  }

  return {
    openCommands: {
      [`${GUESTS}.apply_join_group`]: (_connection, body) => {
        const group = live.require(readID(body, 'GroupId'))
        return {
          JoinedStatus: 'JoinedSuccess',
          HugeGroupFlag: 1,
          LongPollingKey: guestKey(group.id),
          StartSeq: groupDelivery.live.next(group.id),
        }
      },
      [`${GUEST_POLLING}.get_msg`]: (_connection, body) => {
        const { id } = live.require(roomOfGuest(readID(body, 'Key')))
        return poll(id, undefined, body)
      },
    },
    commands: {
      ...commandsOf(POLLING, {
        get_msg: ({ userID }, body) => {
          const groupID = roomOf(readID(body, 'Key'))
          requireMember(domain, live.require(groupID).id, userID)
          return poll(groupID, userID, body)
        },
      }),

      ...commandsOf(GROUPS, {
        get_huge_group_msg: ({ userID }, body) => {
          const group = live.require(
            readString(body, 'GroupId', '') || roomOf(readID(body, 'LongPollingKey')),
          )
          requireMember(domain, group.id, userID)
          return { RspMsgList: live.history(group) }
        },

        // `duration` 0 never comes: the SDK refuses it.
        ban_group_member: (caller, body) =>
          live.ban(
            operatorOf(caller),
            readID(body, 'GroupId'),
            readUserIDs(body, 'Members_Account'),
            readCount(body, 'Duration'),
            readString(body, 'Description', ''),
          ),
      }),

      ...commandsOf(MEMBERS, {
        get_members: ({ userID }, body) => {
          const group = live.require(readID(body, 'GroupId'))
          requireMember(domain, group.id, userID)
          const from = readCount(body, 'Timestamp', 0)
          const mark = body.Mark === undefined ? undefined : readCount(body, 'Mark')
          const present = live.present(group.id, mark)
          const end = from + Limits.memberPage
          return {
            MemberList: present.slice(from, end).map((member) => ({
              Member_Account: member.userID,
              NickName: domain.accounts.nick(member.userID),
              Avatar: domain.accounts.avatar(member.userID),
              Role: member.role,
              JoinTime: member.joinedAt,
              Marks: member.marks ?? [],
            })),
            NextTimestamp: end < present.length ? end : 0,
          }
        },

        modify_user_info: (caller, body) => {
          const changes = readObjects(body, 'MemberList').map(readMarks)
          const isSet = readCount(body, 'CommandType', SET_MARK) === SET_MARK
          const done = live.mark(operatorOf(caller), readID(body, 'GroupId'), changes, isSet)
          return { MemberList: done.map((Member_Account) => ({ Member_Account })) }
        },
      }),
    },
  }
}
