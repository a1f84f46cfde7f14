import { el } from '../dom'
import type { Page } from '../pages'
import { defineBuiltin, type Builtin, type BuiltinHost } from './define'

const PROPERTIES = {
  show: false,
  duration: 300,
  zIndex: 100,
  overlay: true,
  position: 'bottom',
  round: false,
  closeOnSlideDown: false,
  overlayStyle: '',
  customStyle: '',
}

/** A layer over the page that the system's back closes before the page itself. */
class PageContainer implements Builtin {
  readonly slot = el('div', { class: 'wx-container-panel' })
  private readonly overlay = el('div', { class: 'wx-container-overlay' })
  private page: Page | undefined
  private shown = false
  private timer = 0

  constructor(
    private readonly host: BuiltinHost,
    private readonly pageOf: (element: Element) => Page | undefined,
  ) {
    host.element.append(this.overlay, this.slot)
    this.overlay.addEventListener('click', () => {
      host.emit('clickoverlay')
      this.close()
    })
  }

  attached(): void {
    this.page = this.pageOf(this.host.element)
    if (this.host.props.show) this.open()
  }

  detached(): void {
    clearTimeout(this.timer)
    this.forget()
  }

  update(changed: (name: string) => boolean): void {
    const { element, props } = this.host
    element.dataset.position = String(props.position)
    element.classList.toggle('wx-container-round', Boolean(props.round))
    element.style.setProperty('--wx-duration', `${Number(props.duration)}ms`)
    element.style.zIndex = String(props.zIndex)
    this.overlay.hidden = !props.overlay
    this.overlay.style.cssText = String(props.overlayStyle)
    this.slot.style.cssText = String(props.customStyle)
    if (!changed('show') || !element.isConnected) return
    if (props.show) this.open()
    else this.close()
  }

  /** Closed by the user, it stays closed until the app sets `show` anew: the app's own value is not touched. */
  close(): void {
    if (!this.shown) return
    this.forget()
    this.host.emit('beforeleave')
    this.move(false, 'leave', 'afterleave')
  }

  private open(): void {
    if (this.shown) return
    this.shown = true
    this.page?.backTargets.push(this)
    this.host.emit('beforeenter')
    this.host.element.classList.add('wx-container-visible')
    this.move(true, 'enter', 'afterenter')
  }

  private forget(): void {
    this.shown = false
    const targets = this.page?.backTargets ?? []
    const index = targets.indexOf(this)
    if (index >= 0) targets.splice(index, 1)
  }

  private move(open: boolean, during: string, after: string): void {
    const { element, props } = this.host
    clearTimeout(this.timer)
    requestAnimationFrame(() => element.classList.toggle('wx-container-open', open))
    this.host.emit(during)
    this.timer = window.setTimeout(() => {
      if (!open) element.classList.remove('wx-container-visible')
      this.host.emit(after)
    }, Number(props.duration))
  }
}

export function definePageContainer(pageOf: (element: Element) => Page | undefined): void {
  defineBuiltin('page-container', PROPERTIES, (host) => new PageContainer(host, pageOf))
}
