import type { Result } from '../store/types'
import { changeConversations } from './change-conversation'
import type { Kit } from './kit'

/** Puts a conversation into the folder of chats that are rarely looked at, or takes it out. SDK: `markConversation`. */
export const foldConversation = (kit: Kit, conversationID: string, on: boolean): Promise<Result<void>> =>
  changeConversations(kit, 'markConversation', [conversationID], { folded: on || undefined }, () =>
    kit.sdk.markConversation(conversationID, 'fold', on),
  )
