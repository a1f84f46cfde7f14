import type { Edges } from '../../../core/store/list-window'

/** What of a component is needed to look at its nodes. */
interface Looker {
  createIntersectionObserver(
    options: WechatMiniprogram.CreateIntersectionObserverOption,
  ): WechatMiniprogram.IntersectionObserver
  createSelectorQuery(): WechatMiniprogram.SelectorQuery
}

interface Margins {
  top?: number
  bottom?: number
}

/** Tells when edges of the list come into sight. Not by scroll events: each would cost a message between threads. */
export class Eyes {
  isOpen = false
  private readonly watched = new Map<string, WechatMiniprogram.IntersectionObserver>()

  constructor(private readonly list: Looker) {}

  open(): void {
    this.isOpen = true
  }

  /** Watches an edge anew; without margins no more. */
  watch(selector: string, margins: Margins | undefined, tell: (inSight: boolean) => void): void {
    this.watched.get(selector)?.disconnect()
    this.watched.delete(selector)
    if (!this.isOpen || !margins) return
    const observer = this.list.createIntersectionObserver({})
    observer
      .relativeTo('.scroller', margins)
      .observe(selector, ({ intersectionRatio }) => tell(intersectionRatio > 0))
    this.watched.set(selector, observer)
  }

  close(): void {
    this.isOpen = false
    for (const observer of this.watched.values()) observer.disconnect()
    this.watched.clear()
  }
}

/** Where the drawn pages are, by id, and what of the screen the list takes; nothing of a list that is not shown. */
export function measure(
  list: Looker,
  tell: (pages: ReadonlyMap<string, Edges>, seen: Edges | undefined) => void,
): void {
  list
    .createSelectorQuery()
    .select('.scroller')
    .boundingClientRect()
    .selectAll('.drawn')
    .boundingClientRect()
    .exec(
      ([scroller, pages]: [
        WechatMiniprogram.BoundingClientRectCallbackResult | null,
        WechatMiniprogram.BoundingClientRectCallbackResult[] | null,
      ]) => {
        const places = new Map((pages ?? []).map(({ id, top, bottom }) => [id, { top, bottom }]))
        const shown = scroller && scroller.bottom > scroller.top
        tell(places, shown ? { top: scroller.top, bottom: scroller.bottom } : undefined)
      },
    )
}

/** How far the list is scrolled from its newer end, px; negative. */
export function scrollOf(list: Looker): Promise<number> {
  return new Promise((resolve) =>
    list
      .createSelectorQuery()
      .select('.scroller')
      .scrollOffset((offset) => resolve(Number(offset?.scrollTop) || 0))
      .exec(),
  )
}
