import type { Message as SdkMessage } from '@tencentcloud/chat'
import { createMessageBook, type CallContext, type IsPlayed } from './book'
import { abilityCalls, type AbilityCalls } from './calls/abilities'
import { changeCalls, type ChangeCalls } from './calls/change'
import { contactCalls, type ContactCalls } from './calls/contacts'
import { conversationCalls, type ConversationCalls } from './calls/conversations'
import { createCalls, type CreateCalls } from './calls/create'
import { draftCalls, type DraftCalls } from './calls/drafts'
import { groupApplicationCalls, type GroupApplicationCalls } from './calls/group-applications'
import { memberCalls, type MemberCalls } from './calls/group-members'
import { groupCalls, type GroupCalls } from './calls/group-profile'
import { groupStartCalls, type GroupStartCalls } from './calls/groups-start'
import { profileCalls, type ProfileCalls } from './calls/profiles'
import { deriveCalls, type DeriveCalls } from './calls/derive'
import { extensionCalls, type ExtensionCalls } from './calls/extensions'
import { forwardCalls, type ForwardCalls } from './calls/forward'
import { historyCalls, type HistoryCalls } from './calls/history'
import { faceCalls, type FaceCalls } from './calls/faces'
import { liveCalls, type LiveCalls } from './calls/live'
import { presenceCalls, type PresenceCalls } from './calls/presence'
import { reactionCalls, type ReactionCalls } from './calls/reactions'
import { receiptCalls, type ReceiptCalls } from './calls/receipts'
import { searchCalls, type SearchCalls } from './calls/search'
import { topicCalls, type TopicCalls } from './calls/topics'
import { sendCalls, type SendCalls } from './calls/send'
import type { ContactEvent } from '../store/contacts'
import type { Message } from '../store/types'
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
    MemberCalls,
    GroupApplicationCalls,
    SendCalls,
    ChangeCalls,
    ExtensionCalls,
    ForwardCalls,
    ReactionCalls,
    ReceiptCalls,
    SearchCalls,
    TopicCalls,
    DeriveCalls,
    AbilityCalls,
    FaceCalls,
    LiveCalls,
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
  /** A message of the SDK that comes another way than by its events. */
  map(source: unknown): Message
  /** The local id of a message that the phone remembers. */
  rowID(ID: string): string
  /** Of messages that are shown no more, and will not come back. */
  forgetRows(messages: readonly Pick<Message, 'ID'>[]): void
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
    map: (source) => book.map(source as SdkMessage),
    rowID: (ID) => book.rowID(ID),
    forgetRows: (messages) => book.forgetRows(messages),
    forget: () => book.clear(),
    ...conversationCalls(context),
    ...faceCalls(context),
    ...presenceCalls(context),
    ...liveCalls(context),
    ...historyCalls(context),
    ...createCalls(context),
    ...draftCalls(context),
    ...groupCalls(context),
    ...memberCalls(context),
    ...groupApplicationCalls(context),
    ...sendCalls(context),
    ...changeCalls(context),
    ...extensionCalls(context),
    ...forwardCalls(context),
    ...reactionCalls(context),
    ...receiptCalls(context),
    ...searchCalls(context),
    ...topicCalls(context),
    ...deriveCalls(context),
    ...abilityCalls(context),
    ...contactCalls(context),
    ...profileCalls(context),
    ...groupStartCalls(context),
  }
}
