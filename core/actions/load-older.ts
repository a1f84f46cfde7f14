import { addOlder } from '../store/thread'
import { attempt } from './attempt'
import { changeThread } from './change-thread'
import { sharing } from './in-flight'

/** Loads the page before the oldest loaded one, once for all who ask meanwhile. Does nothing when there is none. */
export const loadOlder = sharing(async (kit, conversationID) => {
  const thread = kit.store.get().messages[conversationID]
  if (thread?.phase !== 'ready' || thread.complete) return { ok: true, value: undefined }
  const { cursor } = thread
  changeThread(kit, conversationID, (before) => ({ ...before, loadingOlder: true, error: undefined }))
  const result = await attempt('getMessageList', () => kit.sdk.history(conversationID, cursor))
  changeThread(kit, conversationID, (before) => {
    // The thread of another account, opened meanwhile.
    if (before.cursor !== cursor) return before
    return result.ok
      ? addOlder(before, result.value.messages, result.value)
      : { ...before, loadingOlder: false, error: result.error }
  })
  if (result.ok) return { ok: true, value: undefined }
  kit.reportQuietly(result.error)
  return result
})
