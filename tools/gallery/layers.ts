import { openChat } from '../../core/actions/open-chat'
import { acquireKit, releaseKit, type Kit } from '../../core/kit'
import type { Message } from '../../core/store/types'
import { allMessages } from '../../core/store/thread'
import type { FakeSdk } from './chat-sdk'
import { phoneLanguage } from './show'

/** The group that layers of the gallery lie over. */
export const GROUP = 'GROUPhiking'

/**
 * Opens a chat without showing it, and does something over it: layers read their chat from the kit.
 * The kit is the one of the components that are there already.
 */
export async function overChat(
  { instance, namespace }: FakeSdk,
  conversationID: string,
  act: (kit: Kit, messages: Message[]) => void,
): Promise<void> {
  const kit = acquireKit({ instance, namespace, language: phoneLanguage().t.locale })
  await openChat(kit, conversationID)
  const thread = kit.store.get().messages[conversationID]
  act(kit, thread ? allMessages(thread) : [])
  releaseKit(kit)
}
