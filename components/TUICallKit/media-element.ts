import { callViewEvent, callViewReady } from '../../core/actions/call'
import type { Kit } from '../../core/actions/kit'

/** The kits whose calls can be on pages, the newest last: usually one, several times. */
const kits: Kit[] = []

/** @returns the function that takes it back */
export function setCallKit(kit: Kit): () => void {
  kits.push(kit)
  return () => void kits.splice(kits.lastIndexOf(kit), 1)
}

const newest = (): Kit | undefined => kits[kits.length - 1]

/** What `call-pusher` and `call-player` have in common: they tell the engine what their native element does. */
export const mediaElement = (kind: 'pusher' | 'player', idOf: (data: Record<string, unknown>) => string) =>
  Behavior({
    lifetimes: {
      ready() {
        const kit = newest()
        if (kit) callViewReady(kit, kind, idOf(this.data), true)
      },
      detached() {
        const kit = newest()
        if (kit) callViewReady(kit, kind, idOf(this.data), false)
      },
    },
    methods: {
      onEvent(event: WechatMiniprogram.CustomEvent) {
        const kit = newest()
        if (kit) callViewEvent(kit, kind, event.type, event)
      },
    },
  })
