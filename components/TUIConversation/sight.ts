import type { Kit } from '../../core/actions/kit'
import { loadFaces } from '../../core/actions/load-faces'
import { watchPresence, type PresenceWatch } from '../../core/actions/watch-presence'
import { conversationsAtSight, type ListSight } from '../../core/views/conversation-list'

/** How far beyond the screen, px, rows are there. */
const AHEAD = 400

/** What of a component is needed to see its pieces. */
interface Looker {
  createIntersectionObserver(
    options: WechatMiniprogram.CreateIntersectionObserverOption,
  ): WechatMiniprogram.IntersectionObserver
}

interface Seen {
  dataset?: { at?: number }
  intersectionRatio: number
  intersectionRect?: { height: number }
}

/** The first and the last piece on the screen or near it. */
export interface Near {
  first: number
  last: number
}

/** Tells which pieces of the list are near the screen. Not by scroll events: each would cost a message between threads. */
export class PieceWatch {
  private observer: WechatMiniprogram.IntersectionObserver | undefined
  private readonly near = new Set<number>()
  /** No renewal is on its way. */
  private idle = true
  private closed = false

  constructor(
    private readonly list: Looker,
    private readonly tell: (near: Near) => void,
  ) {}

  /** Looks at all pieces, also those that are just being made. */
  renew(): void {
    if (!this.idle) return
    this.idle = false
    void Promise.resolve().then(() => this.start())
  }

  private start(): void {
    if (this.closed) return
    this.forget()
    this.idle = true
    this.observer = this.list.createIntersectionObserver({ observeAll: true })
    this.observer
      .relativeTo('.list', { top: AHEAD, bottom: AHEAD })
      .observe('.piece', (seen) => this.onSeen(seen))
  }

  stop(): void {
    this.closed = true
    this.forget()
  }

  private forget(): void {
    this.observer?.disconnect()
    this.observer = undefined
    this.near.clear()
  }

  private onSeen({ dataset, intersectionRatio, intersectionRect }: Seen): void {
    const at = Number(dataset?.at)
    if (intersectionRatio > 0 || (intersectionRect?.height ?? 0) > 0) this.near.add(at)
    else this.near.delete(at)
    // Between two reports of a fast scroll there may be none: what was shown stays.
    if (this.near.size) this.tell({ first: Math.min(...this.near), last: Math.max(...this.near) })
  }
}

/** Looks after what only rows on the screen need: who is online, and the faces of groups without a picture. */
export function careForRows(
  kit: Kit,
  sight: () => ListSight & { online: boolean },
): { look(): void; stop(): void } {
  const presence: PresenceWatch = watchPresence(kit)
  const look = (): void => {
    const { online, ...looked } = sight()
    const seen = conversationsAtSight(kit.store.get(), looked, kit.t())
    const people = online ? seen.filter(({ type }) => type === 'C2C') : []
    presence.see(people.map(({ target }) => target))
    loadFaces(kit, seen)
  }
  const unsubscribe = kit.store.subscribe(look)
  look()
  return {
    look,
    stop() {
      unsubscribe()
      presence.stop()
    },
  }
}
