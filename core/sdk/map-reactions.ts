import type { Reaction } from '../store/types'
import { amount, list, record, text } from './read'

/** More kinds of reaction than anybody gives to one message. */
const MAX_REACTIONS = 50
/** Names under one of them; the rest is counted. */
const MAX_NAMES = 10
const ID_LENGTH = 64

/** `reactedByMyself` is left out where the server did not say. */
function isMine(source: Record<string, unknown>, userIDs: readonly string[], me: string): boolean {
  return typeof source.reactedByMyself === 'boolean' ? source.reactedByMyself : userIDs.includes(me)
}

/**
 * The SDK's `reactionList` of one message (`getMessageReactions`, event `MESSAGE_REACTIONS_UPDATED`) as ours, without
 * those that nobody gives any more.
 * @param me the user who is logged in
 */
export function mapReactions(reactionList: unknown, me: string): Reaction[] {
  const mapped = list(reactionList, MAX_REACTIONS).map((item): Reaction => {
    const source = record(item)
    const users = list(source.partialUserList, MAX_NAMES).map(record)
    return {
      reactionID: text(source.reactionID),
      count: Math.round(amount(source.totalUserCount)),
      mine: isMine(
        source,
        users.map((user) => text(user.userID)),
        me,
      ),
      names: users.map((user) => text(user.nick) || text(user.userID)).filter(Boolean),
    }
  })
  return mapped.filter(({ reactionID, count }) => reactionID && reactionID.length <= ID_LENGTH && count)
}
