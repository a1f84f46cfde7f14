import type { Kit } from './kit'
import { BAD_CONVERSATION_ID, NO_SUCH_USER } from '../store/codes'
import type { HistoryPage } from '../sdk/calls/history'
import { parseConversationID } from '../store/conversation-id'
import { putConversation } from '../store/conversations'
import { replaceRemembered } from '../store/remembered'
import type { State } from '../store/state'
import { backToTail } from '../store/jumps'
import { sameContent } from '../store/content'
import { addOlder, drawUnreadLine, emptyThread, findNewest, newestMessage } from '../store/thread'
import type { ChatError, Conversation, LastMessage, Message, Result, Thread } from '../store/types'
import { attempt, whenReady } from './attempt'
import { changeThread } from './change-thread'
import { sharing } from './in-flight'
import { enterLive } from './live-room'

const refused = (code: number, cause: string): { ok: false; error: ChatError } => ({
  ok: false,
  error: { code, op: 'openChat', retryable: false, cause },
})

/** SDK: `getConversationProfile`, and `getUserProfile` for a person nobody has written to yet. */
async function loadProfile(kit: Kit, conversationID: string): Promise<Result<void>> {
  const parsed = parseConversationID(conversationID)
  if (!parsed || parsed.type === 'SYSTEM') return { ok: true, value: undefined }
  const known = kit.store.get().conversations.list.some((item) => item.conversationID === conversationID)
  if (parsed.type === 'C2C' && !known) {
    const exists = await attempt('getUserProfile', () => kit.sdk.userExists(parsed.target))
    if (!exists.ok) return exists
    if (!exists.value) return refused(NO_SUCH_USER, parsed.target)
  }
  const profile = await attempt('getConversationProfile', () => kit.sdk.conversation(conversationID))
  if (!profile.ok) return profile
  const conversation = profile.value
  if (conversation) {
    // In one step: as soon as the unread count is there it is reported as read, and would be gone.
    kit.store.set(({ conversations, messages }) => {
      const thread = messages[conversationID]
      const counted = thread?.phase === 'loading' && completed(thread, unreadIn(conversation))
      return {
        conversations: putConversation(conversations, conversation),
        ...(counted && { messages: { ...messages, [conversationID]: counted } }),
      }
    })
  }
  return { ok: true, value: undefined }
}

type Unread = Pick<Thread, 'unreadAtOpen' | 'unreadLine' | 'mentionsAtOpen'>

/** The list may not have known yet what is unread, or who mentions the user. */
const completed = (thread: Thread, { unreadAtOpen, mentionsAtOpen }: Unread): Thread => ({
  ...thread,
  unreadAtOpen: thread.unreadAtOpen || unreadAtOpen,
  mentionsAtOpen: thread.mentionsAtOpen.length ? thread.mentionsAtOpen : mentionsAtOpen,
})

const unreadIn = (conversation: Conversation | undefined): Unread => ({
  unreadAtOpen: conversation?.unread ?? 0,
  unreadLine: '',
  mentionsAtOpen: [...(conversation?.mentioned ?? [])].sort((a, b) => a - b),
})

const listed = ({ conversations }: State, conversationID: string): Conversation | undefined =>
  conversations.list.find((item) => item.conversationID === conversationID)

/**
 * The newest message that the list's count knows of: in a burst the messages are ahead of the list. Local id, empty
 * when there is none.
 */
function countedTo(thread: Thread, last: LastMessage | undefined): string {
  let counted: Message | undefined
  if (last)
    findNewest(thread, (message) => {
      const { time, from, status, content } = message
      if (status !== 'sent' || time > last.time) return false
      if (time < last.time && counted) return true
      // Several of one second: the one that the list shows, else the newest of them.
      const shown = time === last.time && from === last.from && sameContent(content, last.content)
      if (shown || !counted) counted = message
      return shown || time < last.time
    })
  return (counted ?? newestMessage(thread))?.id ?? ''
}

/** Opens the thread in the store, with what came for it already. */
function begin(kit: Kit, conversationID: string): void {
  kit.store.set((state) => {
    const { messages } = state
    const thread = backToTail(messages[conversationID] ?? emptyThread())
    const conversation = listed(state, conversationID)
    const unread = unreadIn(conversation)
    const next: Thread =
      thread.phase === 'ready'
        ? drawUnreadLine({
            ...thread,
            ...unread,
            unreadFrom: countedTo(thread, conversation?.last),
            olderAtOpen: thread.older.length,
          })
        : { ...thread, ...unread, phase: 'loading', error: undefined }
    return { messages: { ...messages, [conversationID]: next } }
  })
}

/** The thread with its newest page. @param counted the newest message that the unread count knows of */
function opened(thread: Thread, history: HistoryPage, counted: LastMessage | undefined): Thread {
  const open = thread.remembered ? replaceRemembered : addOlder
  const { unreadAtOpen } = thread
  const filled = open({ ...thread, unreadAtOpen: 0 }, history.messages, history)
  return drawUnreadLine({ ...filled, unreadAtOpen, unreadFrom: countedTo(filled, counted) })
}

/** @param before the conversation as the list had it */
async function enter(
  kit: Kit,
  conversationID: string,
  before: Conversation | undefined,
): Promise<Result<void>> {
  const entered = await enterLive(kit, conversationID, before)
  return entered.ok ? loadProfile(kit, conversationID) : entered
}

async function load(kit: Kit, conversationID: string): Promise<Result<void>> {
  if (!parseConversationID(conversationID)) return refused(BAD_CONVERSATION_ID, conversationID)
  const state = (): State => kit.store.get()
  begin(kit, conversationID)
  const ready = await whenReady(kit)
  // Another account than the expected one may have logged in, and its state is empty.
  if (!state().messages[conversationID]) begin(kit, conversationID)
  const { logins } = state().session
  const { unreadAtOpen } = state().messages[conversationID] ?? emptyThread()
  const before = listed(state(), conversationID)
  const profile = ready.ok ? await enter(kit, conversationID, before) : ready
  const counted = unreadAtOpen ? before : listed(state(), conversationID)
  const history =
    profile.ok && state().messages[conversationID]?.phase === 'loading'
      ? await attempt('getMessageList', () => kit.sdk.history(conversationID, ''))
      : undefined
  const failed = !profile.ok ? profile : history && !history.ok ? history : undefined
  if (state().session.logins === logins)
    changeThread(kit, conversationID, (thread) => {
      if (thread.phase !== 'loading') return thread
      if (failed) return { ...thread, phase: 'failed', error: failed.error }
      return history?.ok ? opened(thread, history.value, counted?.last) : thread
    })
  return failed ?? { ok: true, value: undefined }
}

/**
 * Loads a chat for showing it: its profile and its newest page. Opening one that is loaded already refreshes the
 * profile only; messages of the meantime have come by event. Opening one that is being loaded waits for that.
 */
export const openChat = sharing(load, (thread) => thread.phase === 'loading')
