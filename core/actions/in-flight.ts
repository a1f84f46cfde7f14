import type { Kit } from './kit'
import type { Result } from '../store/types'

type Work = Promise<Result<void>>

/** Lets callers who ask for the same thing at the same time share one answer. */
export function sharing(
  work: (kit: Kit, conversationID: string) => Work,
): (kit: Kit, conversationID: string) => Work {
  const running = new WeakMap<Kit, Map<string, Work>>()
  return (kit, conversationID) => {
    const mine = running.get(kit) ?? new Map<string, Work>()
    running.set(kit, mine)
    const known = mine.get(conversationID)
    if (known) return known
    const started = work(kit, conversationID).then((result) => {
      mine.delete(conversationID)
      return result
    })
    mine.set(conversationID, started)
    return started
  }
}
