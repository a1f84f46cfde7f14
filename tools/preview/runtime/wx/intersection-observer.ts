import { pageOrigin } from '../events'
import { domOf, type Component, type WxElement } from '../framework'
import type { Router } from '../pages'
import { selectAll } from './selector-query'

interface Margins {
  left?: number
  right?: number
  top?: number
  bottom?: number
}

export interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

/** WeChat's observer over the browser's. The first report comes when the ratio differs from `initialRatio`. */
export class WxIntersectionObserver {
  private root: { selector: string | null; margins: Margins } = { selector: null, margins: {} }
  private readonly observers: IntersectionObserver[] = []

  constructor(
    private readonly from: Component | undefined,
    private readonly options: ObserverOptions,
    private readonly router: Router,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.root = { selector, margins }
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.root = { selector: null, margins }
    return this
  }

  observe(selector: string, callback: (result: object) => void): void {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = this.options
    const root = this.root.selector
      ? domOf(selectAll(this.from, this.root.selector)[0])
      : this.router.top?.webview
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.root.margins
    const rootMargin = [top, right, bottom, left].map((side) => `${side}px`).join(' ')
    const ratios = new Map<Element, number>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const before = ratios.get(entry.target) ?? initialRatio
          // An element of no size has the ratio 1 as soon as it is inside.
          const ratio = entry.isIntersecting ? Math.max(entry.intersectionRatio, Number.MIN_VALUE) : 0
          ratios.set(entry.target, ratio)
          if (crosses(before, ratio, thresholds)) callback(report(entry))
        }
      },
      { root, rootMargin, threshold: thresholds },
    )
    const targets = selectAll(this.from, selector).slice(0, observeAll ? undefined : 1)
    for (const target of targets) {
      const dom = domOf(target)
      if (dom) observer.observe(dom)
    }
    this.observers.push(observer)
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect()
  }
}

const crosses = (before: number, now: number, thresholds: number[]): boolean =>
  thresholds.some((threshold) =>
    threshold === 0 ? before > 0 !== now > 0 : before >= threshold !== now >= threshold,
  )

function report({
  target,
  time,
  intersectionRatio,
  boundingClientRect,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry): object {
  const { left: x, top: y } = pageOrigin(target)
  const shift = (rect: DOMRectReadOnly | null) =>
    rect && {
      left: rect.left - x,
      top: rect.top - y,
      right: rect.right - x,
      bottom: rect.bottom - y,
      width: rect.width,
      height: rect.height,
    }
  const element = (target as { __wxElement?: WxElement }).__wxElement
  return {
    id: element?.id ?? '',
    dataset: element?.dataset ?? {},
    intersectionRatio,
    boundingClientRect: shift(boundingClientRect),
    intersectionRect: shift(intersectionRect),
    relativeRect: shift(rootBounds),
    time,
  }
}
