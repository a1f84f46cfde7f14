import type { Result } from '../store/types'
import { changeConversations } from './change-conversation'
import type { Kit } from './kit'

/** Takes a conversation's messages out of the count and off the notices, or back in. SDK: `setMessageRemindType`. */
export const muteConversation = (kit: Kit, conversationID: string, muted: boolean): Promise<Result<void>> =>
  changeConversations(kit, 'setMessageRemindType', [conversationID], { muted }, () =>
    kit.sdk.muteConversation(conversationID, muted),
  )
