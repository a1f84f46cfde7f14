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

type Identified = Extract<Overlay, { id: string }>

/** Changes one that is open, told by its type and the message that it is about; one that was closed stays so. */
export function changeOverlay<T extends Identified['type']>(
  kit: Kit,
  type: T,
  id: string,
  change: (overlay: Extract<Identified, { type: T }>) => Overlay,
): void {
  kit.store.set(({ overlays }) => {
    const at = overlays.findIndex((overlay) => overlay.type === type && 'id' in overlay && overlay.id === id)
    const overlay = overlays[at]
    if (!overlay) return {}
    const next = change(overlay as Extract<Identified, { type: T }>)
    return { overlays: overlays.map((known, i) => (i === at ? next : known)) }
  })
}
