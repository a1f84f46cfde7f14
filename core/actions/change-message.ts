import { changeMessages } from '../store/thread'
import type { Message } from '../store/types'
import { changeThread } from './change-thread'
import type { Kit } from './kit'

/** Changes one loaded message; one that has gone meanwhile stays gone. */
export const changeMessage = (
  kit: Kit,
  { conversationID, id }: Pick<Message, 'conversationID' | 'id'>,
  change: (message: Message) => Message,
): void =>
  changeThread(kit, conversationID, (thread) =>
    changeMessages(thread, (message) => (message.id === id ? change(message) : message)),
  )
