import { mergeReactions } from '../store/apply-updates'
import type { Message, Reaction, Result } from '../store/types'
import { attempt } from './attempt'
import { changeMessage } from './change-message'
import { messageOf } from './find-message'
import type { Kit } from './kit'

/** The reaction as it is once I have given it, or taken it back. */
function toggled(before: Reaction | undefined, reactionID: string): Reaction | undefined {
  if (!before) return { reactionID, count: 1, mine: true, names: [] }
  if (!before.mine) return { ...before, count: before.count + 1, mine: true }
  // Which of the names was mine the server tells in a moment; a count says nothing wrong meanwhile.
  return before.count > 1 ? { ...before, count: before.count - 1, mine: false, names: [] } : undefined
}

const put = (message: Message, reactionID: string, reaction: Reaction | undefined): Message => ({
  ...message,
  reactions: mergeReactions(message.reactions ?? [], [reactionID], reaction ? [reaction] : []),
})

/** Gives a reaction to a message, or takes the own one back. SDK: `addMessageReaction`, `removeMessageReaction`. */
export async function react(
  kit: Kit,
  conversationID: string,
  id: string,
  reactionID: string,
): Promise<Result<void>> {
  const message = messageOf(kit, conversationID, id)
  if (message?.status !== 'sent' || message.revoked) return { ok: true, value: undefined }
  const before = message.reactions?.find((known) => known.reactionID === reactionID)
  const after = toggled(before, reactionID)
  changeMessage(kit, message, (row) => put(row, reactionID, after))
  const result = await attempt(before?.mine ? 'removeMessageReaction' : 'addMessageReaction', () =>
    kit.sdk.react(message, reactionID, !before?.mine),
  )
  if (!result.ok) {
    // Unless somebody else's has come meanwhile: then the server has told how it is.
    changeMessage(kit, message, (row) =>
      row.reactions?.find((known) => known.reactionID === reactionID) === after
        ? put(row, reactionID, before)
        : row,
    )
    kit.report(result.error)
  }
  return result
}
