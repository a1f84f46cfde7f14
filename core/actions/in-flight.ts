import type { Kit } from './kit'
import type { Result, Thread } from '../store/types'

type Load = (kit: Kit, conversationID: string) => Promise<Result<void>>

/**
 * Lets callers who ask for the same thing at the same time share one answer, for as long as the thread still waits
 * for it: after a new login the same conversation has another thread, which the old answer is not for.
 */
export function sharing(load: Load, waits: (thread: Thread) => boolean): Load {
  const running = new WeakMap<Kit, Map<string, Promise<Result<void>>>>()
  return (kit, conversationID) => {
    const mine = running.get(kit) ?? new Map<string, Promise<Result<void>>>()
    running.set(kit, mine)
    const known = mine.get(conversationID)
    const thread = kit.store.get().messages[conversationID]
    if (known && thread && waits(thread)) return known
    const started = load(kit, conversationID).then((result) => {
      if (mine.get(conversationID) === started) mine.delete(conversationID)
      if (!result.ok) kit.reportQuietly(result.error)
      return result
    })
    mine.set(conversationID, started)
    return started
  }
}
