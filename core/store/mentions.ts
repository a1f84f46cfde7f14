import { newestFirst } from './pages'
import { EVERYONE, type Message, type Thread } from './types'

/** With fewer messages after it than this, a message is on the first screen. */
const FIRST_SCREEN = 8

export const mentionsUser = ({ mentions, own, revoked }: Message, userID: string): boolean =>
  !own && !revoked && Boolean(mentions?.some((id) => id === userID || id === EVERYONE))

/**
 * The number of the first unread message that mentions the user and that the reader has not come by yet, and on which
 * side of what is loaded it is; 0 when there is none. Whoever has scrolled a page beyond it has seen it.
 */
export function mentionAhead(thread: Thread): { sequence: number; below: boolean } {
  const none = { sequence: 0, below: false }
  if (!thread.mentionsAtOpen.length || thread.phase !== 'ready') return none
  const pages = newestFirst(thread)
  const newest = pages[0]?.messages[pages[0].messages.length - 1]?.sequence ?? 0
  for (const sequence of thread.mentionsAtOpen) {
    if (sequence > newest) return thread.tail ? { sequence, below: true } : none
    const at = pages.findIndex((page) => (page.messages[0]?.sequence ?? Infinity) <= sequence)
    const seen = newest - sequence < FIRST_SCREEN || (at >= 0 && at < pages.length - 1)
    if (!seen) return { sequence, below: false }
  }
  return none
}
