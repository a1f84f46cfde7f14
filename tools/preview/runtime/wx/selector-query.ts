import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { pageOrigin } from '../events'
import { domOf, type Caller, type Component, type WxElement } from '../framework'
import type { Router } from '../pages'

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

type Result = Record<string, unknown>
type Callback = (result: never) => void

interface Request {
  from: Component | undefined
  selector: string | null
  all: boolean
  fields: Fields
  callback: Callback | undefined
}

/** The elements of a component's template that match a selector; `>>>` reaches into the components it uses. */
export function selectAll(from: Component | undefined, selector: string): WxElement[] {
  return from?.getShadowRoot()?.querySelectorAll(selector) ?? []
}

function rectOf(element: Element): {
  left: number
  top: number
  right: number
  bottom: number
  width: number
  height: number
} {
  const { left: x, top: y } = pageOrigin(element)
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y, width, height }
}

function describe(element: WxElement, fields: Fields): Result {
  const result: Result = {}
  const dom = domOf(element)
  if (fields.id) result.id = element.id
  if (fields.dataset) result.dataset = element.dataset
  if (fields.mark) result.mark = element.collectMarks()
  if (dom) describeDom(dom, fields, result)
  if (fields.node || fields.context) result[fields.node ? 'node' : 'context'] = dom ? contextOf(dom) : null
  if (fields.properties && glassEasel.Component.isComponent(element)) {
    const data = element.data
    for (const name of fields.properties) result[name] = data[name]
  }
  return result
}

function describeDom(
  dom: HTMLElement,
  { rect, size, scrollOffset, computedStyle }: Fields,
  result: Result,
): void {
  const box = rectOf(dom)
  const { left, top, right, bottom, width, height } = box
  if (rect) Object.assign(result, { left, top, right, bottom })
  if (size) Object.assign(result, { width, height })
  if (scrollOffset) Object.assign(result, scrollOf(dom))
  if (computedStyle) {
    const style = getComputedStyle(dom)
    for (const name of computedStyle) result[name] = style[name as 'color']
  }
}

const scrollOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
})

/** What scripts may do with a node: scroll views and videos. */
export function contextOf(dom: HTMLElement) {
  const video = dom.querySelector('video')
  return {
    scrollTo: ({ top, left, animated }: { top?: number; left?: number; animated?: boolean }) =>
      dom.scrollTo({ top, left, behavior: animated ? 'smooth' : 'instant' }),
    play: () => void video?.play(),
    pause: () => video?.pause(),
    stop: () => video?.pause(),
    seek: (position: number) => {
      if (video) video.currentTime = position
    },
    requestFullScreen: () => void video?.requestFullscreen(),
    exitFullScreen: () => void document.exitFullscreen(),
  }
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly request: Pick<Request, 'from' | 'selector' | 'all'>,
  ) {}

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.query.add({ ...this.request, fields, callback })
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, callback)
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, callback)
  }

  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback)
  }

  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback)
  }
}

export class SelectorQuery {
  private readonly requests: Request[] = []

  constructor(
    private from: Component | undefined,
    private readonly router: Router,
  ) {}

  in(caller: Caller): this {
    this.from = caller._$
    return this
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, { from: this.from, selector, all: false })
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, { from: this.from, selector, all: true })
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, { from: this.from, selector: null, all: false })
  }

  add(request: Request): this {
    this.requests.push(request)
    return this
  }

  /** Results come asynchronously, as they cross a thread on a phone. */
  exec(callback?: (results: unknown[]) => void): void {
    setTimeout(() => {
      const results = this.requests.map((request) => {
        const result = this.run(request)
        request.callback?.(result as never)
        return result
      })
      callback?.(results)
    })
  }

  private run({ from, selector, all, fields }: Request): unknown {
    if (selector === null) return this.viewport(fields)
    const results = selectAll(from, selector).map((element) => describe(element, fields))
    return all ? results : (results[0] ?? null)
  }

  private viewport({ rect, size, scrollOffset }: Fields): Result {
    const page = this.router.top
    if (!page) return {}
    const { clientWidth: width, clientHeight: height } = page.webview
    return {
      id: '',
      dataset: {},
      ...(rect && { left: 0, top: 0, right: width, bottom: height }),
      ...(size && { width, height }),
      ...(scrollOffset && scrollOf(page.scroller)),
    }
  }
}
