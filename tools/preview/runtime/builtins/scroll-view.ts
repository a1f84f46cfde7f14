import { device } from '../device'
import { clamp, el, textOf } from '../dom'
import { domOf } from '../framework'
import { defineBuiltin, type Builtin, type BuiltinHost } from './define'

const PROPERTIES = {
  scrollX: false,
  scrollY: false,
  upperThreshold: 50,
  lowerThreshold: 50,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollIntoViewAlignment: 'start',
  scrollWithAnimation: false,
  scrollAnchoring: false,
  enableBackToTop: false,
  enableFlex: false,
  enablePassive: false,
  enhanced: false,
  bounces: true,
  showScrollbar: true,
  fastDeceleration: false,
  pagingEnabled: false,
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  refresherTriggered: false,
  type: '',
}

interface Position {
  left: number
  top: number
}

type Axis = { start: 'top' | 'left'; end: 'bottom' | 'right' }
const VERTICAL: Axis = { start: 'top', end: 'bottom' }
const HORIZONTAL: Axis = { start: 'left', end: 'right' }

/**
 * The element itself scrolls. With `enable-flex` its children take part in its own layout, so that
 * `flex-direction: column-reverse` makes a list that starts at the bottom.
 */
class ScrollView implements Builtin {
  readonly slot = el('div', { class: 'wx-scroll-content' })
  private readonly refresher: Refresher
  private position: Position = { left: 0, top: 0 }

  constructor(private readonly host: BuiltinHost) {
    this.refresher = new Refresher(host)
    host.element.append(this.refresher.element, this.slot)
    host.element.addEventListener('scroll', (event) => event.target === host.element && this.scrolled())
  }

  attached(): void {
    // The first position applies when the content has its size.
    this.applyPosition(() => true)
    requestAnimationFrame(() => this.applyPosition(() => true))
  }

  update(changed: (name: string) => boolean): void {
    const { element, props } = this.host
    const { classList } = element
    classList.toggle('wx-scroll-x', Boolean(props.scrollX))
    classList.toggle('wx-scroll-y', Boolean(props.scrollY))
    classList.toggle('wx-scroll-flex', Boolean(props.enableFlex))
    classList.toggle('wx-scroll-bare', Boolean(props.enhanced && !props.showScrollbar))
    // iOS keeps the reader's place only on request; Android's web view does it unless a style says otherwise.
    const anchored = props.scrollAnchoring || device.platform === 'android'
    element.style.setProperty('--wx-anchor', anchored ? 'auto' : 'none')
    this.refresher.update(changed)
    if (element.isConnected) queueMicrotask(() => this.applyPosition(changed))
  }

  private applyPosition(changed: (name: string) => boolean): void {
    const { element, props } = this.host
    const behavior = props.scrollWithAnimation && element.clientHeight > 0 ? 'smooth' : 'instant'
    const { scrollTop, scrollLeft, scrollIntoView } = props
    if (changed('scrollTop') && scrollTop !== null && props.scrollY)
      element.scrollTo({ top: Number(scrollTop), behavior })
    if (changed('scrollLeft') && scrollLeft !== null && props.scrollX)
      element.scrollTo({ left: Number(scrollLeft), behavior })
    if (changed('scrollIntoView') && scrollIntoView) this.scrollIntoView(textOf(scrollIntoView), behavior)
  }

  private scrollIntoView(id: string, behavior: ScrollBehavior): void {
    const { element, component, props } = this.host
    const target = domOf(component.ownerShadowRoot?.querySelector(`#${CSS.escape(id)}`))
    if (!target || !element.contains(target)) return
    const box = element.getBoundingClientRect()
    const rect = target.getBoundingClientRect()
    const offset = Number(props.scrollIntoViewOffset) || 0
    const to: ScrollToOptions = { behavior }
    if (props.scrollY)
      to.top = element.scrollTop + aligned(rect, box, VERTICAL, props.scrollIntoViewAlignment) + offset
    if (props.scrollX)
      to.left = element.scrollLeft + aligned(rect, box, HORIZONTAL, props.scrollIntoViewAlignment) + offset
    element.scrollTo(to)
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this.host.element
    const before = this.position
    const now = { left: scrollLeft, top: scrollTop }
    this.position = now
    const deltas = { deltaX: before.left - now.left, deltaY: before.top - now.top }
    this.host.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...deltas })
    this.tellEdges(before, now)
  }

  /** An edge is told when the position comes within its threshold, not again while it stays there. */
  private tellEdges(before: Position, now: Position): void {
    const { element, props } = this.host
    const { flexDirection } = getComputedStyle(element)
    const reversed = Boolean(props.enableFlex) && flexDirection.endsWith('-reverse')
    const tell = (from: number, to: number, space: number, direction: [string, string]): void => {
      // Reversed, the position counts down from the end.
      const [last, current] = reversed ? [space + from, space + to] : [from, to]
      const [upper, lower] = [Number(props.upperThreshold), Number(props.lowerThreshold)]
      if (current <= upper && last > upper) this.host.emit('scrolltoupper', { direction: direction[0] })
      if (space - current <= lower && space - last > lower)
        this.host.emit('scrolltolower', { direction: direction[1] })
    }
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element
    if (props.scrollY) tell(before.top, now.top, scrollHeight - clientHeight, ['top', 'bottom'])
    if (props.scrollX) tell(before.left, now.left, scrollWidth - clientWidth, ['left', 'right'])
  }
}

function aligned(rect: DOMRect, box: DOMRect, { start, end }: Axis, alignment: unknown): number {
  if (alignment === 'end') return rect[end] - box[end]
  if (alignment === 'center') return (rect[start] + rect[end] - box[start] - box[end]) / 2
  if (alignment === 'nearest')
    return rect[start] < box[start] ? rect[start] - box[start] : Math.max(0, rect[end] - box[end])
  return rect[start] - box[start]
}

/** Pull down to refresh: the strip above the content that a finger, or the mouse, draws out. */
class Refresher {
  readonly element = el('div', { class: 'wx-refresher' }, el('i'), el('i'), el('i'))
  private from: number | undefined
  private pulled = 0
  private refreshing = false

  constructor(private readonly host: BuiltinHost) {
    const { element } = host
    element.addEventListener('touchstart', (e) => this.start(e.touches[0]?.clientY ?? 0), { passive: true })
    element.addEventListener('touchmove', (e) => this.move(e, e.touches[0]?.clientY ?? 0), { passive: false })
    element.addEventListener('touchend', () => this.end())
    element.addEventListener('touchcancel', () => this.end())
    element.addEventListener('mousedown', (e) => this.startMouse(e))
  }

  update(changed: (name: string) => boolean): void {
    const { refresherTriggered, refresherDefaultStyle, refresherBackground, refresherEnabled } =
      this.host.props
    this.element.hidden = !refresherEnabled
    this.element.style.background = String(refresherBackground)
    this.element.dataset.look = String(refresherDefaultStyle)
    if (!changed('refresherTriggered') || Boolean(refresherTriggered) === this.refreshing) return
    if (refresherTriggered) this.refresh()
    else this.restore()
  }

  private get threshold(): number {
    return Number(this.host.props.refresherThreshold)
  }

  /** A dragged mouse may leave the element. */
  private startMouse({ clientY }: MouseEvent): void {
    this.start(clientY)
    if (this.from === undefined) return
    const move = (event: MouseEvent): void => this.move(event, event.clientY)
    const end = (): void => {
      window.removeEventListener('mousemove', move)
      this.end()
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', end, { once: true })
  }

  private start(y: number): void {
    if (this.host.props.refresherEnabled && this.host.element.scrollTop <= 0 && !this.refreshing)
      this.from = y
  }

  private move(event: Event, y: number): void {
    if (this.from === undefined) return
    const pulled = clamp((y - this.from) * 0.5, 0, this.threshold * 2)
    if (pulled <= 0) return
    if (event.cancelable) event.preventDefault()
    this.pulled = pulled
    this.stretch(pulled, false)
    this.host.emit('refresherpulling', { dy: pulled })
  }

  private end(): void {
    if (this.from === undefined) return
    this.from = undefined
    if (this.pulled >= this.threshold) this.refresh()
    else if (this.pulled > 0) {
      this.host.emit('refresherabort')
      this.restore()
    }
  }

  private refresh(): void {
    this.refreshing = true
    this.host.set('refresherTriggered', true)
    this.stretch(this.threshold, true)
    this.host.emit('refresherrefresh')
  }

  private restore(): void {
    this.refreshing = false
    this.pulled = 0
    this.stretch(0, true)
    this.host.emit('refresherrestore')
  }

  private stretch(height: number, animated: boolean): void {
    this.element.style.transition = animated ? 'height 200ms ease-out' : ''
    this.element.style.height = `${height}px`
    this.element.classList.toggle('wx-refreshing', this.refreshing)
  }
}

export function defineScrollView(): void {
  defineBuiltin('scroll-view', PROPERTIES, (host) => new ScrollView(host))
}
