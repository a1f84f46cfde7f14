import type { Conversation as SdkConversation } from '@tencentcloud/chat'
import type { Conversation } from '../../store/types'
import type { CallContext } from '../book'
import { mapConversation } from '../map'
import type { SdkReply } from '../reply'

export interface ConversationInstance {
  getConversationList(): Promise<SdkReply<{ conversationList: SdkConversation[]; isSyncCompleted?: boolean }>>
  getConversationProfile(conversationID: string): Promise<SdkReply<{ conversation: SdkConversation }>>
  getUserProfile(options: { userIDList: string[] }): Promise<SdkReply<{ userID: string }[]>>
  setMessageRead(options: { conversationID: string }): Promise<SdkReply<unknown>>
}

export interface ConversationCalls {
  /** SDK: `getConversationList`. `synced` tells whether the first sync with the server is over. */
  conversations(): Promise<{ list: Conversation[]; synced: boolean }>
  /** SDK: `getConversationProfile`; creates the conversation locally if there is none. */
  conversation(conversationID: string): Promise<Conversation | undefined>
  /** SDK: `getUserProfile`. */
  userExists(userID: string): Promise<boolean>
  /** SDK: `setMessageRead`. */
  markRead(conversationID: string): Promise<void>
}

export function conversationCalls({
  instance,
  userID,
}: CallContext<ConversationInstance>): ConversationCalls {
  return {
    async conversations() {
      const { data } = await instance.getConversationList()
      const list: Conversation[] = []
      for (const source of data.conversationList) {
        const conversation = mapConversation(source, userID())
        if (conversation) list.push(conversation)
      }
      return { list, synced: data.isSyncCompleted !== false }
    },

    async conversation(conversationID) {
      const { data } = await instance.getConversationProfile(conversationID)
      return mapConversation(data.conversation, userID())
    },

    async userExists(id) {
      const { data } = await instance.getUserProfile({ userIDList: [id] })
      return data.some((profile) => profile.userID === id)
    },

    async markRead(conversationID) {
      await instance.setMessageRead({ conversationID })
    },
  }
}
