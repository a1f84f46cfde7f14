import type { Result } from '../store/types'
import { changeConversations } from './change-conversation'
import type { Kit } from './kit'

/** Keeps a conversation at the top of the list, or lets it go. SDK: `pinConversation`. */
export const pinConversation = (kit: Kit, conversationID: string, pinned: boolean): Promise<Result<void>> =>
  changeConversations(kit, 'pinConversation', [conversationID], { pinned }, () =>
    kit.sdk.pinConversation(conversationID, pinned),
  )
