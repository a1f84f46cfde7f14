import { createMessageBook, type CallContext, type IsPlayed } from './book'
import { abilityCalls, type AbilityCalls } from './calls/abilities'
import { changeCalls, type ChangeCalls } from './calls/change'
import { contactCalls, type ContactCalls } from './calls/contacts'
import { conversationCalls, type ConversationCalls } from './calls/conversations'
import { createCalls, type CreateCalls } from './calls/create'
import { draftCalls, type DraftCalls } from './calls/drafts'
import { groupCalls, type GroupCalls } from './calls/groups'
import { groupStartCalls, type GroupStartCalls } from './calls/groups-start'
import { profileCalls, type ProfileCalls } from './calls/profiles'
import { deriveCalls, type DeriveCalls } from './calls/derive'
import { forwardCalls, type ForwardCalls } from './calls/forward'
import { historyCalls, type HistoryCalls } from './calls/history'
import { faceCalls, type FaceCalls } from './calls/faces'
import { presenceCalls, type PresenceCalls } from './calls/presence'
import { reactionCalls, type ReactionCalls } from './calls/reactions'
import { receiptCalls, type ReceiptCalls } from './calls/receipts'
import { sendCalls, type SendCalls } from './calls/send'
import type { ContactEvent } from '../store/contacts'
import { bindContactEvents } from './contact-events'
import type { ChatInstance, ChatNamespace } from './contract'
import { bindEvents, type ChatListener } from './events'

/**
 * The SDK as the rest of core sees it: our types in and out. Calls reject with whatever the SDK rejects with;
 * actions turn that into a `ChatError`.
 */
export interface ChatSdk
  extends
    ConversationCalls,
    HistoryCalls,
    CreateCalls,
    DraftCalls,
    GroupCalls,
    SendCalls,
    ChangeCalls,
    ForwardCalls,
    ReactionCalls,
    ReceiptCalls,
    DeriveCalls,
    AbilityCalls,
    FaceCalls,
    PresenceCalls,
    ContactCalls,
    ProfileCalls,
    GroupStartCalls {
  readonly instance: ChatInstance
  /** The user that is logged in; empty before the login. */
  userID(): string
  isReady(): boolean
  /** Milliseconds since 1970 by the server's clock; the phone's may be wrong. SDK: `getServerTime`. */
  now(): number
  /** @returns the function that ends the subscription */
  listen(listener: ChatListener): () => void
  /** The same for friends, applications, the groups one is in and profiles. */
  listenContacts(listener: (event: ContactEvent) => void): () => void
  /** The local id of a message that the phone remembers. */
  rowID(ID: string): string
  /** Forgets everything of the messages it has seen: another account has logged in. */
  forget(): void
}

export function createChatSdk(
  instance: ChatInstance,
  namespace: ChatNamespace,
  isPlayed?: IsPlayed,
): ChatSdk {
  const userID = (): string => String(instance.getLoginUser() || '')
  const book = createMessageBook((ID) => instance.findMessage(ID), userID, isPlayed)
  const context: CallContext<ChatInstance> = { instance, book, userID }

  return {
    instance,
    userID,
    isReady: () => instance.isReady(),
    // The SDK refuses the question before the login.
    now: () => Number((instance.isReady() && instance.getServerTime?.()) || Date.now()),
    listen: (listener) =>
      bindEvents(instance, namespace, { map: (source) => book.map(source), userID }, listener),
    listenContacts: (listener) => bindContactEvents(instance, namespace, listener),
    rowID: (ID) => book.rowID(ID),
    forget: () => book.clear(),
    ...conversationCalls(context),
    ...faceCalls(context),
    ...presenceCalls(context),
    ...historyCalls(context),
    ...createCalls(context),
    ...draftCalls(context),
    ...groupCalls(context),
    ...sendCalls(context),
    ...changeCalls(context),
    ...forwardCalls(context),
    ...reactionCalls(context),
    ...receiptCalls(context),
    ...deriveCalls(context),
    ...abilityCalls(context),
    ...contactCalls(context),
    ...profileCalls(context),
    ...groupStartCalls(context),
  }
}
