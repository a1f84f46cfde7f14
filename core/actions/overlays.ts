import type { Overlay } from '../store/overlays'
import type { Kit } from './kit'

/** Lays a screen over the chat. */
export const openOverlay = (kit: Kit, overlay: Overlay): void =>
  kit.store.set(({ overlays }) => ({ overlays: [...overlays, overlay] }))

/** Closes the front one. @returns whether there was one */
export function closeOverlay(kit: Kit): boolean {
  if (!kit.store.get().overlays.length) return false
  kit.store.set(({ overlays }) => ({ overlays: overlays.slice(0, -1) }))
  return true
}

/** Closes all that lie over chats: the chat is left. */
export const closeOverlays = (kit: Kit): void =>
  kit.store.set(({ overlays }) => (overlays.length ? { overlays: [] } : {}))
