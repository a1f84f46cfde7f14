import type { ExtensionResult } from '../sdk/calls/extensions'
import { mergeExtensions } from '../store/apply-updates'
import { allMessages } from '../store/thread'
import type { Message, Result } from '../store/types'
import { attempt } from './attempt'
import { changeMessage } from './change-message'
import type { Kit } from './kit'

/** A message by the SDK's ID, in whatever chat it is loaded. */
export function messageByID(kit: Kit, ID: string): Message | undefined {
  for (const thread of Object.values(kit.store.get().messages)) {
    const found = allMessages(thread).find((message) => message.ID === ID)
    if (found) return found
  }
  return undefined
}

/**
 * Puts something beside a message that was sent `extensible`, for all who see it. Of two who set the same key at the
 * same time the second is refused; what is there now is in `values`, and in the message. SDK: `setMessageExtensions`.
 */
export async function setExtensions(
  kit: Kit,
  message: Message,
  values: Readonly<Record<string, string>>,
): Promise<Result<ExtensionResult>> {
  const result = await attempt('setMessageExtensions', () => kit.sdk.setExtensions(message, values))
  if (result.ok) changeMessage(kit, message, (row) => mergeExtensions(row, result.value))
  else kit.report(result.error)
  return result
}

/** Takes away what is beside a message. SDK: `deleteMessageExtensions`. */
export async function removeExtensions(
  kit: Kit,
  message: Message,
  keys: readonly string[],
): Promise<Result<void>> {
  const result = await attempt('deleteMessageExtensions', () => kit.sdk.deleteExtensions(message, keys))
  if (result.ok) changeMessage(kit, message, (row) => mergeExtensions(row, { values: {}, removed: keys }))
  else kit.report(result.error)
  return result
}
