import { createMessageBook, type CallContext } from './book'
import { changeCalls, type ChangeCalls } from './calls/change'
import { conversationCalls, type ConversationCalls } from './calls/conversations'
import { historyCalls, type HistoryCalls } from './calls/history'
import { sendCalls, type SendCalls } from './calls/send'
import type { ChatInstance, ChatNamespace } from './contract'
import { bindEvents, type ChatListener } from './events'

/**
 * The SDK as the rest of core sees it: our types in and out. Calls reject with whatever the SDK rejects with;
 * actions turn that into a `ChatError`.
 */
export interface ChatSdk extends ConversationCalls, HistoryCalls, SendCalls, ChangeCalls {
  readonly instance: ChatInstance
  /** The user that is logged in; empty before the login. */
  userID(): string
  isReady(): boolean
  /** Milliseconds since 1970 by the server's clock; the phone's may be wrong. SDK: `getServerTime`. */
  now(): number
  /** @returns the function that ends the subscription */
  listen(listener: ChatListener): () => void
  /** Forgets everything of the messages it has seen: another account has logged in. */
  forget(): void
}

export function createChatSdk(instance: ChatInstance, namespace: ChatNamespace): ChatSdk {
  const userID = (): string => String(instance.getLoginUser() || '')
  const book = createMessageBook((ID) => instance.findMessage(ID), userID)
  const context: CallContext<ChatInstance> = { instance, book, userID }

  return {
    instance,
    userID,
    isReady: () => instance.isReady(),
    // The SDK refuses the question before the login.
    now: () => Number((instance.isReady() && instance.getServerTime?.()) || Date.now()),
    listen: (listener) =>
      bindEvents(instance, namespace, { map: (source) => book.map(source), userID }, listener),
    forget: () => book.clear(),
    ...conversationCalls(context),
    ...historyCalls(context),
    ...sendCalls(context),
    ...changeCalls(context),
  }
}
