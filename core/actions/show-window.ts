import { backToTail } from '../store/jumps'
import { moveWindow, type Edges } from '../store/list-window'
import { newestFirst } from '../store/pages'
import type { Kit } from './kit'

/** Draws the pages around what is seen, and gives up those that are far away. */
export function showAround(
  kit: Kit,
  conversationID: string,
  measured: ReadonlyMap<string, Edges>,
  seen: Edges,
): void {
  kit.store.set(({ messages, windows }) => {
    const thread = messages[conversationID]
    const before = windows[conversationID]
    const after = thread && moveWindow(newestFirst(thread), before, measured, seen)
    return !after || after === before ? {} : { windows: { ...windows, [conversationID]: after } }
  })
}

/** Shows the newest messages, wherever the reader was. What was measured is kept. */
export function showNewest(kit: Kit, conversationID: string): void {
  kit.store.set(({ messages, windows, jump }) => {
    const thread = messages[conversationID]
    const window = windows[conversationID]
    return {
      ...(thread?.tail && { messages: { ...messages, [conversationID]: backToTail(thread) } }),
      ...(window?.range && { windows: { ...windows, [conversationID]: { heights: window.heights } } }),
      ...(jump?.conversationID === conversationID && { jump: undefined }),
    }
  })
}
