import { mentionAhead } from '../store/mentions'
import type { Result } from '../store/types'
import { changeThread } from './change-thread'
import { jumpTo } from './jump-to'
import type { Kit } from './kit'

/** Leads the list to the first unread message that mentions the user; the next time to the next one. */
export async function findMention(kit: Kit, conversationID: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const sequence = thread ? mentionAhead(thread).sequence : 0
  if (!sequence) return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) => ({
    ...before,
    mentionsAtOpen: before.mentionsAtOpen.filter((other) => other > sequence),
  }))
  // It may have been deleted since then; what was around it is still worth seeing.
  const result = await jumpTo(kit, conversationID, { sequence }, { nearest: true })
  if (!result.ok) kit.report(result.error)
  return result
}
