import { clip, singleLine } from '../../utils/text'
import { isForwardable } from '../menu/forwardable'
import { historyTitle, mergedLines } from '../menu/merged'
import type { Merger } from '../sdk/calls/forward'
import type { ForwardOverlay } from '../store/overlays'
import { addNewer } from '../store/thread'
import type { ChatError, Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import { messagesOf } from './find-message'
import type { Kit } from './kit'
import { deliver } from './outbox'
import { openOverlay } from './overlays'

/** More one by one would fill the other chat. */
const MOST_ONE_BY_ONE = 30
/** Letters of the words that go along. */
const MOST_WORDS = 1000

/**
 * Lets the user choose where the selected messages go. What cannot be forwarded is left out.
 * @returns what the user has to be told; empty when there is nothing
 */
export function forwardSelection(kit: Kit, merged: boolean): string {
  const { selection } = kit.store.get()
  const t = kit.t()
  if (!selection) return ''
  const { conversationID } = selection
  const fit = messagesOf(kit, conversationID, selection.ids).filter(isForwardable)
  if (!fit.length) return t('select.nothing')
  if (!merged && fit.length > MOST_ONE_BY_ONE) return t('select.mostForward', { count: MOST_ONE_BY_ONE })
  openOverlay(kit, { type: 'forward', conversationID, ids: fit.map(({ id }) => id), merged })
  const skipped = selection.ids.length - fit.length
  return skipped ? t('select.skipped', { count: skipped }) : ''
}

function mergerOf(kit: Kit, messages: readonly Message[]): Merger {
  const t = kit.t()
  return {
    title: historyTitle(messages, t),
    abstracts: mergedLines(messages, t),
    compatible: t('history.compatible'),
  }
}

/** Sends what was made for a conversation; where its thread is loaded the row is there at once. */
async function post(kit: Kit, made: Result<Message>): Promise<Result<void>> {
  if (!made.ok) return made
  changeThread(kit, made.value.conversationID, (thread) => addNewer(thread, [made.value]))
  return deliver(kit, made.value)
}

async function forwardTo(
  kit: Kit,
  target: string,
  { messages, merged, words }: { messages: readonly Message[]; merged: boolean; words: string },
): Promise<ChatError | undefined> {
  const makers: (() => Message | Promise<Message>)[] = merged
    ? [() => kit.sdk.createMerger(target, messages, mergerOf(kit, messages))]
    : messages.map((message) => () => kit.sdk.createForward(target, message))
  if (words) makers.push(() => kit.sdk.createText(target, words))
  let failure: ChatError | undefined
  // One after another: they keep their order, and the SDK's limit of calls is not reached.
  for (const make of makers) {
    const result = await post(kit, await attempt('forwardMessage', make))
    if (!result.ok) failure = result.error
  }
  return failure
}

/**
 * Sends messages on to conversations: as one card with all of them, or one by one; with words of the user's own
 * after them. SDK: `createForwardMessage`, `createMergerMessage`, `sendMessage`.
 * @returns the newest failure, which the user is told of; what went out stays out
 */
export async function forward(
  kit: Kit,
  { conversationID, ids, merged }: Pick<ForwardOverlay, 'conversationID' | 'ids' | 'merged'>,
  targets: readonly string[],
  words = '',
): Promise<Result<void>> {
  const messages = messagesOf(kit, conversationID, ids).filter(isForwardable)
  const note = singleLine(words) ? clip(words.trim(), MOST_WORDS) : ''
  let failure: ChatError | undefined
  for (const target of messages.length ? targets : [])
    failure = (await forwardTo(kit, target, { messages, merged, words: note })) ?? failure
  if (!failure) return { ok: true, value: undefined }
  kit.report(failure)
  return { ok: false, error: failure }
}
