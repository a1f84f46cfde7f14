import type { Conversation as SdkConversation } from '@tencentcloud/chat'
import { parseConversationID } from '../../store/conversation-id'
import { MARKS, type Mark } from '../../store/marks'
import type { Conversation } from '../../store/types'
import type { CallContext } from '../book'
import { mapConversation } from '../map-conversation'
import { missing } from '../missing'
import { list, number, record } from '../read'
import type { SdkReply } from '../reply'

type RemindType = 'AcceptAndNotify' | 'AcceptNotNotify'

export interface ConversationInstance {
  getConversationList(): Promise<SdkReply<{ conversationList: SdkConversation[]; isSyncCompleted?: boolean }>>
  getConversationProfile(conversationID: string): Promise<SdkReply<{ conversation: SdkConversation }>>
  getUserProfile(options: { userIDList: string[] }): Promise<SdkReply<{ userID: string }[]>>
  setMessageRead(options: { conversationID: string }): Promise<SdkReply<unknown>>
  pinConversation?(options: { conversationID: string; isPinned: boolean }): Promise<SdkReply<unknown>>
  setMessageRemindType?(options: {
    groupID?: string
    userIDList?: string[]
    /** A text; the SDK's typing has one enumeration for everything. */
    messageRemindType: string | number
  }): Promise<SdkReply<unknown>>
  markConversation?(options: {
    conversationIDList: string[]
    markType: number
    enableMark: boolean
  }): Promise<SdkReply<unknown>>
  deleteConversation?(options: {
    conversationIDList: string[]
    clearHistoryMessage: boolean
  }): Promise<SdkReply<unknown>>
  clearHistoryMessage?(conversationID: string): Promise<SdkReply<unknown>>
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
  /** SDK: `pinConversation`. */
  pinConversation(conversationID: string, pinned: boolean): Promise<void>
  /** Receives messages without a notice, or with one again. SDK: `setMessageRemindType`. */
  muteConversation(conversationID: string, muted: boolean): Promise<void>
  /** SDK: `markConversation`; part of some plans only. */
  markConversation(conversationID: string, mark: Mark, on: boolean): Promise<void>
  /** With its messages, or only from the list. SDK: `deleteConversation`, at most 100 at a time. */
  deleteConversations(conversationIDs: readonly string[], withHistory: boolean): Promise<void>
  /** Deletes its messages for this user. SDK: `clearHistoryMessage`. */
  clearHistory(conversationID: string): Promise<void>
}

/** The SDK deletes no more at a time, and drops the others without a word. */
const DELETED_AT_A_TIME = 100

/** Several calls of the SDK resolve although the one thing they were asked for failed. */
function throwFailure(data: unknown, key: string): void {
  const [failure] = list(record(data)[key], 1)
  if (failure) throw Object.assign(new Error(key), { code: number(record(failure).code) })
}

export function conversationCalls({
  instance,
  userID,
}: CallContext<ConversationInstance>): ConversationCalls {
  return {
    async conversations() {
      const { data } = await instance.getConversationList()
      const conversations: Conversation[] = []
      for (const source of data.conversationList) {
        const conversation = mapConversation(source, userID())
        if (conversation) conversations.push(conversation)
      }
      return { list: conversations, synced: data.isSyncCompleted !== false }
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

    async pinConversation(conversationID, isPinned) {
      if (!instance.pinConversation) throw missing('pinConversation')
      await instance.pinConversation({ conversationID, isPinned })
    },

    async muteConversation(conversationID, muted) {
      if (!instance.setMessageRemindType) throw missing('setMessageRemindType')
      const { type, target = '' } = parseConversationID(conversationID) ?? {}
      const messageRemindType: RemindType = muted ? 'AcceptNotNotify' : 'AcceptAndNotify'
      const whose = type === 'GROUP' ? { groupID: target } : { userIDList: [target] }
      const { data } = await instance.setMessageRemindType({ ...whose, messageRemindType })
      throwFailure(data, 'failureUserIDList')
    },

    async markConversation(conversationID, mark, enableMark) {
      if (!instance.markConversation) throw missing('markConversation')
      const { data } = await instance.markConversation({
        conversationIDList: [conversationID],
        markType: MARKS[mark],
        enableMark,
      })
      throwFailure(data, 'failureConversationIDList')
    },

    async deleteConversations(conversationIDs, clearHistoryMessage) {
      if (!instance.deleteConversation) throw missing('deleteConversation')
      for (let at = 0; at < conversationIDs.length; at += DELETED_AT_A_TIME) {
        const conversationIDList = conversationIDs.slice(at, at + DELETED_AT_A_TIME)
        await instance.deleteConversation({ conversationIDList, clearHistoryMessage })
      }
    },

    async clearHistory(conversationID) {
      if (!instance.clearHistoryMessage) throw missing('clearHistoryMessage')
      await instance.clearHistoryMessage(conversationID)
    },
  }
}
