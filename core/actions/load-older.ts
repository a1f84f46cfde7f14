import type { Kit } from '../kit'
import { addOlder } from '../store/thread'
import type { Result } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** Loads the page before the oldest loaded one. Does nothing while one is on its way or when there is none. */
export async function loadOlder(kit: Kit, conversationID: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  if (!thread || thread.phase !== 'ready' || thread.loadingOlder || thread.complete)
    return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) => ({ ...before, loadingOlder: true, error: undefined }))
  const result = await attempt('getMessageList', () => kit.sdk.history(conversationID, thread.cursor))
  changeThread(kit, conversationID, (before) =>
    result.ok
      ? addOlder(before, result.value.messages, result.value)
      : { ...before, loadingOlder: false, error: result.error },
  )
  return result.ok ? { ok: true, value: undefined } : result
}
