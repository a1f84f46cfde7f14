import type { Kit } from './kit'
import { replaceList } from '../store/conversations'
import type { Result } from '../store/types'
import { attempt, whenReady } from './attempt'

/** Reads the conversation list. Waits for the SDK. SDK: `getConversationList`; later changes come by event. */
export async function loadConversations(kit: Kit): Promise<Result<void>> {
  const ready = await whenReady(kit)
  const { logins } = kit.store.get().session
  const result = ready.ok ? await attempt('getConversationList', () => kit.sdk.conversations()) : ready
  kit.store.set(({ conversations, session }) => {
    // The list of whoever was logged in before.
    if (session.logins !== logins) return {}
    if (result.ok)
      return { conversations: replaceList(conversations, result.value.list, result.value.synced, false) }
    // A list that is there already is worth more than an error page.
    return {
      conversations: {
        ...conversations,
        phase: conversations.list.length ? 'ready' : 'failed',
        error: result.error,
      },
    }
  })
  if (result.ok) return { ok: true, value: undefined }
  kit.reportQuietly(result.error)
  return result
}
