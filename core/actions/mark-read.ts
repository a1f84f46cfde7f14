import type { Kit } from './kit'
import type { OpenChat, State } from '../store/state'
import { putConversation } from '../store/conversations'
import { newestMessage } from '../store/thread'
import type { Conversation } from '../store/types'
import { attempt } from './attempt'
import { changeThread } from './change-thread'

/** At most one report a second: a busy chat would otherwise run into the SDK's frequency limit. */
const INTERVAL_MS = 1000

/** Overlays that leave nothing of the chat to be seen. */
const COVERING = new Set(['forward', 'history', 'readers', 'pinned', 'text'])

/** The open chat, while its messages can be seen. */
export function visibleChat({ openChat, session, overlays }: State): OpenChat | undefined {
  if (!openChat?.shown || session.phase !== 'ready') return undefined
  const covered = overlays.some(
    ({ type, conversationID }) => conversationID === openChat.conversationID && COVERING.has(type),
  )
  return covered ? undefined : openChat
}

/** Tells which chat is on the screen, or that none is. Only what is seen there is reported as read. */
export function showChat(kit: Kit, chat: OpenChat | undefined): void {
  kit.store.set(({ openChat }) => {
    const same =
      openChat?.conversationID === chat?.conversationID &&
      openChat?.shown === chat?.shown &&
      openChat?.atBottom === chat?.atBottom
    return same ? {} : { openChat: chat }
  })
}

/** The SDK tells of the new count a second later only; whoever goes back to the list meanwhile sees it read already. */
function showRead(kit: Kit, conversation: Conversation): void {
  kit.store.set(({ conversations }) =>
    conversations.list.includes(conversation)
      ? { conversations: putConversation(conversations, { ...conversation, unread: 0 }) }
      : {},
  )
}

/**
 * Reports the open chat as read while it is seen: shown, scrolled to the newest message, and with something unread.
 * SDK: `setMessageRead`. @returns the function that stops it
 */
export function createReadReporter(kit: Kit): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  let busy = false
  let stopped = false

  const seen = (): OpenChat | undefined => {
    const { messages } = kit.store.get()
    const chat = visibleChat(kit.store.get())
    const thread = chat && messages[chat.conversationID]
    // After a jump the end of the list is not the newest message.
    return chat?.atBottom && thread?.phase === 'ready' && !thread.tail ? chat : undefined
  }

  /** The open conversation, if it has something unread. */
  const due = (): Conversation | undefined => {
    const chat = seen()
    const { list } = kit.store.get().conversations
    const conversation = chat && list.find((item) => item.conversationID === chat.conversationID)
    return conversation?.unread ? conversation : undefined
  }

  const report = async (): Promise<void> => {
    timer = undefined
    const conversation = due()
    if (!conversation) return
    busy = true
    last = Date.now()
    const result = await attempt('setMessageRead', () => kit.sdk.markRead(conversation.conversationID))
    busy = false
    if (!result.ok) {
      // Made again with the next change of the state; people cannot do anything about it.
      kit.reportQuietly(result.error)
    } else if (!stopped) {
      showRead(kit, conversation)
      check()
    }
  }

  const check = (): void => {
    const chat = seen()
    if (!chat) return
    const thread = kit.store.get().messages[chat.conversationID]
    const newest = thread && newestMessage(thread)
    if (newest && thread.seenID !== newest.id) {
      changeThread(kit, chat.conversationID, (before) => ({ ...before, seenID: newest.id }))
    }
    if (!timer && !busy && due()) {
      timer = setTimeout(() => void report(), Math.max(0, last + INTERVAL_MS - Date.now()))
    }
  }

  const unsubscribe = kit.store.subscribe(check)
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
    unsubscribe()
  }
}
