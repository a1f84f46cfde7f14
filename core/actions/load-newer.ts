import { addAfter } from '../store/jumps'
import { spanOf } from '../store/list-window'
import { newestFirst } from '../store/pages'
import type { ListWindow } from '../store/list-window'
import type { Result, Thread } from '../store/types'
import { changeThread } from './change-thread'
import { sharing } from './in-flight'
import type { Kit } from './kit'
import { patiently } from './load-older'

/** Rows that came to the end of what is shown, and maybe the newest part after them: no more is drawn than was asked for. */
function pinned(before: Thread, after: Thread, window: ListWindow | undefined): ListWindow | undefined {
  if (after.tail || !before.tail) return window
  const pages = newestFirst(before)
  const { to } = spanOf(pages, window)
  const tail = new Set(newestFirst(before.tail).map((page) => page.id))
  const newest = newestFirst(after).find((page) => !tail.has(page.id))
  return {
    heights: window?.heights ?? {},
    range: { newest: newest?.id ?? '', oldest: to < pages.length - 1 ? (pages[to]?.id ?? '') : '' },
  }
}

/** Waits until the list is prepared for rows at its newer end. */
type Prepare = () => Promise<void>

const prepared = new WeakMap<Kit, Prepare>()

async function load(kit: Kit, conversationID: string): Promise<Result<void>> {
  const thread = kit.store.get().messages[conversationID]
  const from = thread?.newerFrom
  if (!thread?.tail || from === undefined) return { ok: true, value: undefined }
  changeThread(kit, conversationID, (before) => ({
    ...before,
    loadingNewer: true,
    newerFailed: false,
    error: undefined,
  }))
  const answer = await patiently('getMessageListHopping', () => kit.sdk.hop(conversationID, from, 'newer'))
  await prepared.get(kit)?.()
  kit.store.set(({ messages, windows }) => {
    const before = messages[conversationID]
    // Another account, another part of the history, or the newest one, shown meanwhile.
    if (!before?.tail || before.newerFrom !== from) return {}
    if (!answer.ok) {
      const failed = { ...before, loadingNewer: false, newerFailed: true, error: answer.error }
      return { messages: { ...messages, [conversationID]: failed } }
    }
    const { next } = answer.value
    const after = addAfter(before, answer.value.messages, next === from ? undefined : next)
    const window = pinned(before, after, windows[conversationID])
    return {
      messages: { ...messages, [conversationID]: after },
      ...(window && { windows: { ...windows, [conversationID]: window } }),
    }
  })
  return answer.ok ? { ok: true, value: undefined } : answer
}

const share = sharing(load, (thread) => Boolean(thread.loadingNewer))

/**
 * Loads the page after the newest one that is shown, after a jump; closes the gap to the newest part when it comes
 * up to it. Does nothing when there is no gap.
 * @param prepare called when the page has come, before it is shown
 */
export function loadNewer(kit: Kit, conversationID: string, prepare?: Prepare): Promise<Result<void>> {
  if (prepare) prepared.set(kit, prepare)
  return share(kit, conversationID)
}
