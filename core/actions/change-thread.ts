import type { Kit } from './kit'
import type { Thread } from '../store/types'

/** Changes one loaded thread; a conversation that is not loaded stays as it is. */
export function changeThread(kit: Kit, conversationID: string, change: (thread: Thread) => Thread): void {
  kit.store.set(({ messages }) => {
    const thread = messages[conversationID]
    const next = thread && change(thread)
    return next && next !== thread ? { messages: { ...messages, [conversationID]: next } } : {}
  })
}
