import type { State } from '../store/state'
import type { Kit } from './kit'

/** Whether something of the chat is closed by a step back before the chat itself is left. */
export const canStepBack = ({ overlays, selection }: State, conversationID: string): boolean =>
  selection?.conversationID === conversationID ||
  overlays.some((overlay) => overlay.conversationID === conversationID)

/** Closes the front overlay of a chat, else ends its selection. @returns whether there was one of them */
export function stepBack(kit: Kit, conversationID: string): boolean {
  const state = kit.store.get()
  if (!canStepBack(state, conversationID)) return false
  const front = state.overlays.map((overlay) => overlay.conversationID).lastIndexOf(conversationID)
  kit.store.set(({ overlays }) =>
    front < 0 ? { selection: undefined } : { overlays: overlays.filter((_overlay, at) => at !== front) },
  )
  return true
}

/** The chat is left: nothing of it stays open. */
export function closeAll(kit: Kit, conversationID: string): void {
  kit.store.set(({ overlays, selection }) => {
    const left = overlays.filter((overlay) => overlay.conversationID !== conversationID)
    return {
      ...(left.length !== overlays.length && { overlays: left }),
      ...(selection?.conversationID === conversationID && { selection: undefined }),
    }
  })
}
