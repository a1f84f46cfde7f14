import type { Translate } from '../../locales/index'
import { emojiOf, tokenOf } from '../kinds/emoji-tokens'
import { emojiGroups } from '../registry/emoji'
import type { State } from '../store/state'
import { findMessage } from '../store/thread'
import type { Message } from '../store/types'

/** One tap away, at the head of the menu. */
const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏']

export interface ReactionChoice {
  /** The reaction's ID. */
  id: string
  emoji: string
  /** I have given it: another tap takes it back. */
  mine: boolean
}

/**
 * An emoji as a reaction to a message. Other kits write the same one in another way: whoever taps it means the one
 * that is there. A new one is written so that Tencent's kits understand it.
 */
export function reactionChoice({ reactions }: Message, emoji: string): ReactionChoice {
  const known = reactions?.find(({ reactionID }) => emojiOf(reactionID) === emoji)
  return { id: known?.reactionID ?? tokenOf(emoji), emoji, mine: known?.mine ?? false }
}

/** The few that the menu offers. */
export const quickReactions = (message: Message): ReactionChoice[] =>
  QUICK.map((emoji) => reactionChoice(message, emoji))

export interface ReactionGroupView {
  id: string
  title: string
  choices: ReactionChoice[]
}

/** All emoji that a message can be answered with. */
export function reactionGroups(
  { messages }: State,
  conversationID: string,
  id: string,
  t: Translate,
): ReactionGroupView[] {
  const thread = messages[conversationID]
  const message = thread && findMessage(thread, (one) => one.id === id)
  if (!message) return []
  return emojiGroups.map((group) => ({
    id: group.id,
    title: t(group.title),
    choices: group.emoji.map((emoji) => reactionChoice(message, emoji)),
  }))
}
