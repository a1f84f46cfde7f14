import type { Kit } from '../kit'
import { parseConversationID } from '../store/conversation-id'
import { putConversation } from '../store/conversations'
import { addOlder, emptyThread } from '../store/thread'
import type { ChatError, Result } from '../store/types'
import { attempt, whenReady } from './attempt'
import { changeThread } from './change-thread'

/** Codes of our own, for what the SDK is never asked. */
export const BAD_CONVERSATION_ID = -1
export const NO_SUCH_USER = -2

const refused = (code: number, cause: string): { ok: false; error: ChatError } => ({
  ok: false,
  error: { code, op: 'openChat', retryable: false, cause },
})

/** SDK: `getConversationProfile`, and `getUserProfile` for a person nobody has written to yet. */
async function loadProfile(kit: Kit, conversationID: string): Promise<Result<void>> {
  const parsed = parseConversationID(conversationID)
  if (!parsed) return refused(BAD_CONVERSATION_ID, conversationID)
  if (parsed.type === 'SYSTEM') return { ok: true, value: undefined }
  const known = kit.store.get().conversations.list.some((item) => item.conversationID === conversationID)
  if (parsed.type === 'C2C' && !known) {
    const exists = await attempt('getUserProfile', () => kit.sdk.userExists(parsed.target))
    if (!exists.ok) return exists
    if (!exists.value) return refused(NO_SUCH_USER, parsed.target)
  }
  const profile = await attempt('getConversationProfile', () => kit.sdk.conversation(conversationID))
  if (!profile.ok) return profile
  const conversation = profile.value
  if (conversation)
    kit.store.set(({ conversations }) => ({ conversations: putConversation(conversations, conversation) }))
  return { ok: true, value: undefined }
}

/**
 * Loads a chat for showing it: its profile and its newest page. Opening one that is loaded already refreshes the
 * profile only; messages of the meantime have come by event.
 */
export async function openChat(kit: Kit, conversationID: string): Promise<Result<void>> {
  const { messages, conversations } = kit.store.get()
  const conversation = conversations.list.find((item) => item.conversationID === conversationID)
  const loaded = messages[conversationID]
  if (loaded?.phase === 'ready') {
    changeThread(kit, conversationID, (thread) => ({ ...thread, unreadAtOpen: conversation?.unread ?? 0 }))
  } else {
    kit.store.set((state) => ({
      messages: { ...state.messages, [conversationID]: emptyThread(conversation?.unread) },
    }))
  }
  if (parseConversationID(conversationID)) await whenReady(kit)
  const profile = await loadProfile(kit, conversationID)
  const history =
    !profile.ok || loaded?.phase === 'ready'
      ? undefined
      : await attempt('getMessageList', () => kit.sdk.history(conversationID, ''))
  const failed = !profile.ok ? profile : history && !history.ok ? history : undefined
  changeThread(kit, conversationID, (thread) => {
    if (failed) return thread.phase === 'ready' ? thread : { ...thread, phase: 'failed', error: failed.error }
    return history?.ok ? addOlder(thread, history.value.messages, history.value) : thread
  })
  return failed ?? { ok: true, value: undefined }
}
