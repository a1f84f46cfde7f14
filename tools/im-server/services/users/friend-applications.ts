import type { ServerContext } from '../../context'
import { AllowType } from '../../domain/accounts'
import { ApplicationSide, type FriendApplication } from '../../domain/friend-applications'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readObjects, readString, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Service } from '../../router'
import { requireBytes, requireFew } from '../bounds'
import { resultOf } from '../results'
import { requireAccount } from './access'
import { befriend, requireRoom, requireUnblocked, type NewFriend } from './befriend'
import { requireGroupName, requireRemark, requireSource } from './friend-fields'
import { readUserIDs } from './friends'
import { pushRelations, RelationPush } from './relation-push'
import { nowInSeconds } from '../../clock'

const AddType = { ONE_SIDE: 'Add_Type_Single', BOTH: 'Add_Type_Both' } as const
const Answer = {
  AGREE: 'Response_Action_Agree',
  AGREE_AND_ADD: 'Response_Action_AgreeAndAdd',
  REJECT: 'Response_Action_Reject',
} as const
const BOTH_SIDES = 'Pendency_Type_Both'

function readGroups(item: JsonObject, key: string): string[] {
  const name = readString(item, key, '')
  return name === '' ? [] : [requireGroupName(name)]
}

function readApplication(item: JsonObject, bothWays: boolean): FriendApplication {
  return {
    time: nowInSeconds(),
    source: requireSource(readString(item, 'AddSource', '')),
    wording: requireBytes(
      readString(item, 'AddWording', ''),
      Limits.applicationWordingBytes,
      'AddWording',
      ErrorCode.RELATION_INVALID,
    ),
    bothWays,
    remark: requireRemark(readString(item, 'Remark', '')),
    groups: readGroups(item, 'GroupName'),
    read: false,
  }
}

/**
 * SDK: `addFriend`, `getFriendApplicationList`, `acceptFriendApplication`, `refuseFriendApplication`,
 * `deleteFriendApplication`, `setFriendApplicationRead`.
 */
export function friendApplications({ domain, push }: ServerContext): Service {
  const { accounts, relations, applications } = domain

  /** What an accepted application makes of the two users; `notes` are those of the one who accepts. */
  function friendsBy(
    applicant: string,
    receiver: string,
    { source, remark, groups }: FriendApplication,
    both: boolean,
    notes: Pick<FriendApplication, 'remark' | 'groups'> = { remark: '', groups: [] },
  ): NewFriend[] {
    const own = { owner: applicant, friend: receiver, notes: { source, remark, groups } }
    return both ? [own, { owner: receiver, friend: applicant, notes: { source, ...notes } }] : [own]
  }

  function requireAddable(userID: string, to: string, bothWays: boolean): void {
    if (to === userID) throw new ImError(ErrorCode.RELATION_INVALID, 'nobody is a friend of their own')
    requireAccount(domain, to, ErrorCode.RELATION_ACCOUNT_NOT_FOUND)
    if (relations.friend(userID, to) && (!bothWays || relations.friend(to, userID))) {
      throw new ImError(ErrorCode.RELATION_INVALID, `${to} is a friend already`)
    }
    if (!accounts.mayApply(userID)) {
      throw new ImError(ErrorCode.FRIEND_ADD_FORBIDDEN, 'the administrator has forbidden applications')
    }
    requireUnblocked(domain, userID, to)
  }

  function apply(applicant: string, receiver: string, application: FriendApplication): void {
    if (applications.list(receiver).length >= Limits.applications) {
      throw new ImError(ErrorCode.APPLICATIONS_FULL, `${receiver} has too many applications`)
    }
    applications.put(applicant, receiver, application)
    for (const [userID, peer] of [
      [receiver, applicant],
      [applicant, receiver],
    ] as const) {
      const added = {
        PendencyAdd_Account: peer,
        ProfileImNick: accounts.nick(peer),
        ProfileImImage: accounts.avatar(peer),
        AddTime: application.time,
        AddSource: application.source,
        AddWording: application.wording,
      }
      pushRelations(push, userID, {
        PushType: RelationPush.APPLICATION,
        From_Account: applicant,
        PendencyAdd: [added],
      })
    }
  }

  function add(userID: string, item: JsonObject, bothWays: boolean): void {
    const to = readID(item, 'To_Account')
    const application = readApplication(item, bothWays)
    requireAddable(userID, to, bothWays)
    const allowType = accounts.allowType(to)
    if (allowType === AllowType.DENY) {
      throw new ImError(ErrorCode.FRIEND_ADD_DENIED, `${to} accepts nobody`)
    }
    const newFriends = friendsBy(userID, to, application, bothWays)
    requireRoom(domain, userID, newFriends)
    if (allowType === AllowType.ANY) {
      befriend(domain, push, newFriends)
      return
    }
    apply(userID, to, application)
    throw new ImError(ErrorCode.FRIEND_ADD_PENDING, `${to} has to confirm`)
  }

  function settle(userID: string, applicant: string): void {
    applications.remove(applicant, userID)
    pushRelations(push, userID, { FrienPencydDel_Account: [applicant] })
    pushRelations(push, applicant, { FrienPencydDel_Account: [userID] })
  }

  function respond(userID: string, item: JsonObject): void {
    const applicant = readID(item, 'To_Account')
    const application = applications.received(userID, applicant)
    if (!application) {
      throw new ImError(ErrorCode.APPLICATION_NOT_FOUND, `there is no application of ${applicant}`)
    }
    const action = readString(item, 'ResponseAction')
    if (action === Answer.REJECT) return settle(userID, applicant)
    if (action !== Answer.AGREE && action !== Answer.AGREE_AND_ADD) {
      throw new ImError(ErrorCode.RELATION_INVALID, `${action} is no answer`)
    }
    requireUnblocked(domain, userID, applicant)
    const newFriends = friendsBy(applicant, userID, application, action === Answer.AGREE_AND_ADD, {
      remark: requireRemark(readString(item, 'Remark', '')),
      groups: readGroups(item, 'TagName'),
    })
    requireRoom(domain, userID, newFriends)
    befriend(domain, push, newFriends)
  }

  return {
    commands: {
      'sns.friend_add': ({ userID }, body) => {
        const bothWays = readString(body, 'AddType', AddType.BOTH) === AddType.BOTH
        const items = requireFew(
          readObjects(body, 'AddFriendItem'),
          Limits.relationBatch,
          ErrorCode.RELATION_INVALID,
        )
        return {
          ResultItem: items.map((item) => ({
            To_Account: readID(item, 'To_Account'),
            ...resultOf(() => add(userID, item, bothWays)),
          })),
        }
      },

      'sns.pendency_get': ({ userID }, body) => {
        const wanted = readString(body, 'PendencyType', BOTH_SIDES)
        const count = readCount(body, 'MaxLimited', Limits.applications)
        return {
          PendencyItem: applications
            .list(userID)
            .filter(({ side }) => wanted === BOTH_SIDES || wanted === side)
            .slice(0, count)
            .map(({ peer, side, time, source, wording }) => ({
              To_Account: peer,
              Nick: accounts.nick(peer),
              Image: accounts.avatar(peer),
              AddTime: time,
              AddSource: source,
              AddWording: wording,
              PendencyType: side,
            })),
          UnreadPendencyCount: applications.unreadCount(userID),
          StartTime: 0,
          CurrentSequence: 0,
        }
      },

      'sns.pendency_report': ({ userID }, body) => {
        const time = readCount(body, 'LatestPendencyTimeStamp')
        applications.markRead(userID, time)
        pushRelations(push, userID, { PushType: RelationPush.APPLICATIONS_READ, ReportTime: time })
      },

      'sns.pendency_delete': ({ userID }, body) => {
        const side =
          readString(body, 'PendencyType', '') === ApplicationSide.SENT
            ? ApplicationSide.SENT
            : ApplicationSide.RECEIVED
        return {
          ResultItem: readUserIDs(body).map((peer) => ({
            To_Account: peer,
            ...resultOf(() => {
              if (!applications.removeSide(userID, side, peer)) {
                throw new ImError(ErrorCode.APPLICATION_NOT_FOUND, `there is no application of ${peer}`)
              }
              pushRelations(push, userID, { FrienPencydDel_Account: [peer] })
            }),
          })),
        }
      },

      'sns.friend_response': ({ userID }, body) => ({
        ResultItem: requireFew(
          readObjects(body, 'ResponseFriendItem'),
          Limits.relationBatch,
          ErrorCode.RELATION_INVALID,
        ).map((item) => ({
          To_Account: readID(item, 'To_Account'),
          ...resultOf(() => respond(userID, item)),
        })),
      }),
    },
  }
}
