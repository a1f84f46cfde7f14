import { newestFirst } from './pages'
import type { State } from './state'
import type { Message, MessagePage, Thread } from './types'

/** A live room (`AVChatRoom`) that the user is in. */
export interface LiveRoom {
  /** How many are in it; missing until the server has said (SDK: `getGroupOnlineMemberCount`). */
  readonly online?: number
  /** What has come while the reader was looking at something older. */
  readonly waiting: number
  /** More comes than can be read: a part of it is shown. */
  readonly sampled: boolean
}

/** By conversation ID; only those that were entered. */
export type LiveSlice = Readonly<Record<string, LiveRoom>>

export const changeRoom = (
  { live }: State,
  conversationID: string,
  change: Partial<LiveRoom>,
): Partial<State> => {
  const room = live[conversationID]
  if (!room || (Object.keys(change) as (keyof LiveRoom)[]).every((key) => room[key] === change[key]))
    return {}
  return { live: { ...live, [conversationID]: { ...room, ...change } } }
}

/** More messages than this of a live room are not kept; so many are left then. */
const MOST = 400
const KEPT = 200

/** A room that goes on for hours costs what its last minutes cost. */
export function trimThread(thread: Thread): { thread: Thread; dropped: readonly Message[] } {
  const pages = newestFirst(thread)
  const count = pages.reduce((sum, page) => sum + page.messages.length, 0)
  if (count <= MOST || thread.tail) return { thread, dropped: [] }
  let kept = 0
  const isKept = (page: MessagePage): boolean => kept < KEPT && (kept += page.messages.length) > 0
  const left = pages.filter(isKept)
  const dropped = pages.slice(left.length).reduce<Message[]>((all, page) => all.concat(page.messages), [])
  return {
    thread: { ...thread, older: [], newer: left.reverse(), complete: true, cursor: '', olderFrom: undefined },
    dropped,
  }
}
