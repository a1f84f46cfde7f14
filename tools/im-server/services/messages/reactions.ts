import type { ServerContext } from '../../context'
import { ErrorCode, ImError } from '../../errors'
import { readCount, readID, readList, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'
import type { Caller, Handler, Service } from '../../router'
import { requireBytes, requireFew } from '../bounds'
import { requireNotRevoked, Targets, type Target } from './target'

/** No meaning of its own: the SDK goes by the array key. */
const REACTION_EVENT = 27

const Change = { ADDED: 1, REMOVED: 2 } as const

function readReaction(body: JsonObject): string {
  return requireBytes(readID(body, 'Reaction'), Limits.reactionBytes, 'the reaction')
}

/** Nobody reacts in the name of others. */
function requireSelf(accounts: string[], userID: string): void {
  if (accounts.length !== 1 || accounts[0] !== userID) {
    throw new ImError(ErrorCode.INVALID_REQUEST, 'the account must be the user who is logged in')
  }
}

/**
 * SDK: `addMessageReaction`, `removeMessageReaction`, `getMessageReactions`, `getAllUserListOfMessageReaction`;
 * everybody in the conversation gets `MESSAGE_REACTIONS_UPDATED`.
 */
export function messageReactions(context: ServerContext): Service {
  const { domain, push } = context
  const { reactions } = domain
  const targets = new Targets(context)

  function summary({ key }: Target, reactionID: string, users: number): JsonObject {
    const userIDs = reactions.usersOf(key, reactionID)
    // Without anybody left, the list must be absent: that is how the SDK knows.
    const list = userIDs.length > 0 ? { Reaction_Account: userIDs.slice(0, users) } : {}
    return { Reaction: reactionID, Count: userIDs.length, ...list }
  }

  function announce(
    target: Target,
    { userID, connection }: Caller,
    reactionID: string,
    change: number,
  ): void {
    const named = target.kind === 'c2c' ? { C2CMsgInfo: target.info } : { GroupMsgInfo: target.info }
    // First: it tells the user's other instances that the reaction is their own.
    const own = { ...named, Reaction: reactionID, OperateType: change }
    push.toUser(
      userID,
      { Event: REACTION_EVENT, MsgReactionNotify: own },
      { exceptInstance: connection.instanceID },
    )
    const item = { ...named, MsgReactionSummary: [summary(target, reactionID, Limits.reactionUsersShown)] }
    target.announce({ Event: REACTION_EVENT, MsgReactionNotifyList: [item] })
  }

  function add(caller: Caller, target: Target, reactionID: string): void {
    const { userID } = caller
    requireNotRevoked(target)
    const present = reactions.usersOf(target.key, reactionID)
    if (present.includes(userID)) {
      throw new ImError(ErrorCode.REACTION_EXISTS, `${userID} has already reacted so`)
    }
    if (present.length === 0 && reactions.of(target.key).length >= Limits.reactions) {
      throw new ImError(ErrorCode.TOO_MANY_REACTIONS, `a message has at most ${Limits.reactions} reactions`)
    }
    if (present.length >= Limits.reactionUsers) {
      throw new ImError(
        ErrorCode.TOO_MANY_REACTION_USERS,
        `a reaction has at most ${Limits.reactionUsers} users`,
      )
    }
    reactions.add(target.key, reactionID, userID)
    announce(target, caller, reactionID, Change.ADDED)
  }

  function remove(caller: Caller, target: Target, reactionID: string): void {
    const { userID } = caller
    requireNotRevoked(target)
    if (reactions.usersOf(target.key, reactionID).length === 0) {
      throw new ImError(ErrorCode.REACTION_NOT_FOUND, 'the message has no such reaction')
    }
    if (!reactions.remove(target.key, reactionID, userID)) {
      throw new ImError(ErrorCode.REACTION_NOT_OWN, `${userID} has not reacted so`)
    }
    announce(target, caller, reactionID, Change.REMOVED)
  }

  /** All reactions to a message, or nothing if it is not there (any more). */
  function summaries(userID: string, users: number, find: () => Target): JsonObject[] {
    let target: Target
    try {
      target = find()
    } catch (error) {
      if (error instanceof ImError && error.code === ErrorCode.MESSAGE_NOT_FOUND) return []
      throw error
    }
    if (target.message.revoked) return []
    const list = reactions.of(target.key).map(({ reactionID, userIDs }) => ({
      ...summary(target, reactionID, users),
      ReactedByMe: userIDs.includes(userID) ? 1 : 0,
    }))
    return [{ ...target.named, ReactionList: list }]
  }

  function page({ key }: Target, body: JsonObject): JsonObject {
    const userIDs = reactions.usersOf(key, readReaction(body))
    const from = readCount(body, 'NextSeq', 0)
    const count = Math.min(readCount(body, 'Count', Limits.reactionPage), Limits.reactionPage)
    const next = from + count
    return {
      Reaction_Account: userIDs.slice(from, next),
      NextSeq: next < userIDs.length && count > 0 ? next : 0,
    }
  }

  type Find = (userID: string, body: JsonObject) => Target
  const adding =
    (find: Find): Handler =>
    (caller, body) => {
      requireSelf(readStrings(body, 'Add_Account'), caller.userID)
      add(caller, find(caller.userID, body), readReaction(body))
    }
  const removing =
    (find: Find): Handler =>
    (caller, body) => {
      requireSelf(readStrings(body, 'Del_Account'), caller.userID)
      remove(caller, find(caller.userID, body), readReaction(body))
    }
  const c2c: Find = (userID, body) => targets.c2c(userID, body)
  const group: Find = (userID, body) => targets.group(userID, body)
  const shown = (body: JsonObject): number =>
    Math.min(readCount(body, 'Count', Limits.reactionUsersShown), Limits.reactionPage)

  return {
    commands: {
      'openim_msg_ext_http_svc.reaction_add': adding(c2c),
      'openim_msg_ext_http_svc.reaction_del': removing(c2c),
      'openim_msg_ext_http_svc.group_reaction_add': adding(group),
      'openim_msg_ext_http_svc.group_reaction_del': removing(group),

      'openim_msg_ext_http_svc.reaction_multi_stat': ({ userID }, body) => ({
        Results: requireFew(readStrings(body, 'MsgKeyList'), Limits.messagesPerQuery).flatMap((key) =>
          summaries(userID, shown(body), () => targets.c2c(userID, body, key)),
        ),
      }),
      'openim_msg_ext_http_svc.group_reaction_multi_stat': ({ userID }, body) => ({
        Results: requireFew(readList(body, 'MsgSeqList'), Limits.messagesPerQuery).flatMap((seq) =>
          summaries(userID, shown(body), () => targets.group(userID, body, readCount({ seq }, 'seq'))),
        ),
      }),

      'openim_msg_ext_http_svc.reaction_iterate': ({ userID }, body) => page(c2c(userID, body), body),
      'openim_msg_ext_http_svc.group_reaction_iterate': ({ userID }, body) => page(group(userID, body), body),
    },
  }
}
