import { clamp, el } from '../dom'
import { defineBuiltin, type Builtin, type BuiltinHost } from './define'

const PROPERTIES = {
  current: 0,
  currentItemId: '',
  autoplay: false,
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  previousMargin: '0px',
  nextMargin: '0px',
  displayMultipleItems: 1,
  easingFunction: 'default',
}

/** Pages side by side, one at a time, moved by swiping. `circular` jumps back over the end instead of turning endlessly. */
class Swiper implements Builtin {
  readonly slot = el('div', { class: 'wx-swiper-track' })
  private readonly dots = el('div', { class: 'wx-swiper-dots' })
  private readonly observer = new MutationObserver(() => this.show(this.current, ''))
  private current = 0
  private from: { x: number; y: number } | undefined
  private timer = 0

  constructor(private readonly host: BuiltinHost) {
    host.element.append(el('div', { class: 'wx-swiper-window' }, this.slot), this.dots)
    host.element.addEventListener('pointerdown', (event) => this.begin(event))
    host.element.addEventListener('pointermove', (event) => this.drag(event))
    host.element.addEventListener('pointerup', (event) => this.end(event))
    host.element.addEventListener('pointercancel', (event) => this.end(event))
  }

  attached(): void {
    this.observer.observe(this.slot, { childList: true })
    this.show(Number(this.host.props.current), '')
  }

  detached(): void {
    this.observer.disconnect()
    clearInterval(this.timer)
  }

  update(changed: (name: string) => boolean): void {
    const { props, element } = this.host
    element.classList.toggle('wx-swiper-vertical', Boolean(props.vertical))
    this.slot.style.transitionDuration = `${Number(props.duration)}ms`
    this.dots.hidden = !props.indicatorDots
    if (changed('autoplay') || changed('interval')) {
      clearInterval(this.timer)
      if (props.autoplay)
        this.timer = window.setInterval(() => this.show(this.current + 1, 'autoplay'), Number(props.interval))
    }
    if (element.isConnected) this.show(changed('current') ? Number(props.current) : this.current, '')
  }

  private get length(): number {
    return this.host.props.vertical ? this.host.element.clientHeight : this.host.element.clientWidth
  }

  private show(wanted: number, source: string): void {
    const count = this.slot.childElementCount
    const last = Math.max(0, count - Number(this.host.props.displayMultipleItems))
    const index = this.host.props.circular && count > 0 ? (wanted + count) % count : clamp(wanted, 0, last)
    const moved = index !== this.current
    this.current = index
    this.place(0)
    this.drawDots(count)
    if (!moved) return
    this.host.set('current', index)
    this.host.emit('change', { current: index, source, currentItemId: '' })
    setTimeout(
      () => this.host.emit('animationfinish', { current: index, source }),
      Number(this.host.props.duration),
    )
  }

  private place(offset: number): void {
    const share = 100 / Number(this.host.props.displayMultipleItems)
    this.slot.style.setProperty('--wx-item', `${share}%`)
    const axis = this.host.props.vertical ? 'Y' : 'X'
    this.slot.style.transform = `translate${axis}(calc(${-this.current * share}% + ${offset}px))`
  }

  private drawDots(count: number): void {
    const { indicatorColor, indicatorActiveColor } = this.host.props as Record<string, string>
    const dot = (_: unknown, index: number) =>
      el('i', {
        style: `background:${(index === this.current ? indicatorActiveColor : indicatorColor) ?? ''}`,
      })
    this.dots.replaceChildren(...Array.from({ length: count }, dot))
  }

  private begin({ clientX: x, clientY: y }: PointerEvent): void {
    this.from = { x, y }
    this.slot.classList.add('wx-swiper-dragging')
  }

  private distance({ clientX, clientY }: PointerEvent): number {
    if (!this.from) return 0
    return this.host.props.vertical ? clientY - this.from.y : clientX - this.from.x
  }

  private drag(event: PointerEvent): void {
    if (this.from) this.place(this.distance(event))
  }

  private end(event: PointerEvent): void {
    if (!this.from) return
    const distance = this.distance(event)
    this.from = undefined
    this.slot.classList.remove('wx-swiper-dragging')
    const steps = Math.abs(distance) > this.length * 0.2 ? -Math.sign(distance) : 0
    this.show(this.current + steps, 'touch')
  }
}

export function defineSwiper(): void {
  defineBuiltin('swiper', PROPERTIES, (host) => new Swiper(host))
  defineBuiltin('swiper-item', { itemId: '', skipHiddenItemLayout: false }, () => undefined)
}
