import { totalUnread } from '../views/conversation-list'
import type { Kit } from './kit'

/**
 * Tells how many messages are unread in all chats, muted and folded ones left out, as soon as it is known and then
 * whenever it changes.
 * @returns the function that ends it
 */
export function watchUnread(kit: Kit, tell: (count: number) => void): () => void {
  let told: number | undefined
  let seen: unknown
  const look = (): void => {
    const { conversations, session } = kit.store.get()
    const { list, phase, remembered } = conversations
    // What the phone remembered is of the last time.
    if (session.phase !== 'ready' || phase !== 'ready' || remembered || list === seen) return
    seen = list
    const count = totalUnread(list)
    if (count === told) return
    told = count
    tell(count)
  }
  const stop = kit.store.subscribe(look)
  look()
  return stop
}
