import type { Result } from '../store/types'
import { addOlder } from '../store/thread'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import { sharing } from './in-flight'
import type { Kit } from './kit'

/** The SDK allows 20 calls a second. */
const TOO_FREQUENT = 2996
const PAUSE_MS = 1000

async function load(kit: Kit, conversationID: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  if (thread?.phase !== 'ready' || thread.complete) return { ok: true, value: undefined }
  const { cursor } = thread
  changeThread(kit, conversationID, (before) => ({ ...before, loadingOlder: true, error: undefined }))
  const ask = () => attempt('getMessageList', () => kit.sdk.history(conversationID, cursor))
  let result = await ask()
  if (!result.ok && result.error.code === TOO_FREQUENT) {
    // Somebody scrolls faster than the SDK allows: a moment later it is free again.
    await new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS))
    result = await ask()
  }
  const answer = result
  changeThread(kit, conversationID, (before) => {
    // The thread of another account, opened meanwhile.
    if (before.cursor !== cursor) return before
    return answer.ok
      ? addOlder(before, answer.value.messages, answer.value)
      : { ...before, loadingOlder: false, error: answer.error }
  })
  return answer.ok ? { ok: true, value: undefined } : answer
}

/** Loads the page before the oldest loaded one, once for all who ask meanwhile. Does nothing when there is none. */
export const loadOlder = sharing(load, (thread) => thread.loadingOlder)
