import type { ChatSDK, Message } from '@tencentcloud/chat'
import type { AbilityInstance } from './calls/abilities'
import type { ChangeInstance } from './calls/change'
import type { ContactInstance } from './calls/contacts'
import type { ConversationInstance } from './calls/conversations'
import type { CreateInstance } from './calls/create'
import type { DraftInstance } from './calls/drafts'
import type { GroupApplicationInstance } from './calls/group-applications'
import type { MemberInstance } from './calls/group-members'
import type { GroupInstance } from './calls/group-profile'
import type { GroupStartInstance } from './calls/groups-start'
import type { ProfileInstance } from './calls/profiles'
import type { DeriveInstance } from './calls/derive'
import type { ExtensionInstance } from './calls/extensions'
import type { ForwardInstance } from './calls/forward'
import type { HistoryInstance } from './calls/history'
import type { LiveInstance } from './calls/live'
import type { PresenceInstance } from './calls/presence'
import type { ReactionInstance } from './calls/reactions'
import type { ReceiptInstance } from './calls/receipts'
import type { SearchInstance } from './calls/search'
import type { SendInstance } from './calls/send'
import type { TopicInstance } from './calls/topics'
import type { SignalingInstance } from './calls/signaling'

export type { SdkReply } from './reply'

/**
 * The calls of the SDK that this kit uses, with the results that its typing leaves open; each part of the facade
 * (`calls/`) names its own. `@tencentcloud/chat` and `@tencentcloud/lite-chat` both have the required ones; so does
 * the fake of the unit tests.
 */
export interface ChatInstance
  extends
    Pick<ChatSDK, 'isReady' | 'on' | 'off'>,
    ConversationInstance,
    HistoryInstance,
    CreateInstance,
    DraftInstance,
    GroupInstance,
    MemberInstance,
    GroupApplicationInstance,
    SendInstance,
    ChangeInstance,
    ExtensionInstance,
    ForwardInstance,
    LiveInstance,
    PresenceInstance,
    ReactionInstance,
    ReceiptInstance,
    SearchInstance,
    TopicInstance,
    DeriveInstance,
    AbilityInstance,
    ContactInstance,
    ProfileInstance,
    GroupStartInstance,
    SignalingInstance {
  /** Milliseconds since 1970 by the server's clock. `@tencentcloud/lite-chat` declares it and has it not. */
  getServerTime?(): number | Number // eslint-disable-line @typescript-eslint/no-wrapper-object-types
  // `String` in the SDK's typing; a primitive at run time.
  getLoginUser(): string | String // eslint-disable-line @typescript-eslint/no-wrapper-object-types
  findMessage(messageID: string): Message | null
}

/** The SDK's namespace (`wx.TencentCloudChat`), reduced to the event names that the kit listens to. */
export interface ChatNamespace {
  EVENT: Record<
    | 'SDK_READY'
    | 'SDK_NOT_READY'
    | 'KICKED_OUT'
    | 'NET_STATE_CHANGE'
    | 'MESSAGE_RECEIVED'
    | 'MESSAGE_MODIFIED'
    | 'MESSAGE_REVOKED'
    | 'MESSAGE_READ_BY_PEER'
    | 'CONVERSATION_LIST_UPDATED',
    string
  > &
    // `MESSAGE_REACTIONS_UPDATED` is missing in the SDK's typing; `@tencentcloud/lite-chat` has none of them.
    Partial<
      Record<
        | 'USER_STATUS_UPDATED'
        | 'MESSAGE_REACTIONS_UPDATED'
        | 'MESSAGE_EXTENSIONS_UPDATED'
        | 'MESSAGE_EXTENSIONS_DELETED'
        | 'MESSAGE_READ_RECEIPT_RECEIVED'
        | 'PINNED_GROUP_MESSAGE_UPDATED',
        string
      >
    >
}
