import type { CallContext } from '../book'

export interface DraftInstance {
  setConversationDraft?(options: { conversationID: string; draftText: string }): Promise<unknown>
}

export interface DraftCalls {
  /** Keeps what is being written, an empty text for nothing. SDK: `setConversationDraft`. */
  saveDraft(conversationID: string, text: string): Promise<void>
}

export function draftCalls({ instance }: CallContext<DraftInstance>): DraftCalls {
  return {
    async saveDraft(conversationID, draftText) {
      await instance.setConversationDraft?.({ conversationID, draftText })
    },
  }
}
