import { device } from './device'
import { el } from './dom'
import { Emitter } from './emitter'
import type { Program } from './program'
import type { Router } from './pages'

interface AppEvents {
  show: object
  hide: undefined
  error: string
}

/** The running mini program: its App object, and whether it is on the screen. */
export class MiniProgram extends Emitter<AppEvents> {
  private card: HTMLElement | undefined

  constructor(
    private readonly program: Program,
    private readonly router: Router,
    private readonly screen: HTMLElement,
  ) {
    super()
    router.on('exit', () => this.exit())
    router.on('enter', (route) => this.launchApp(route))
  }

  /** Opens the first page. */
  launch(): void {
    const path = device.launchPath ?? this.program.config.app.pages[0] ?? ''
    const search = new URLSearchParams(device.query).toString()
    this.router.open(`/${path}${search ? `?${search}` : ''}`)
  }

  /** `App.onLaunch` and `App.onShow` come before the first page that is not in an independent subpackage. */
  private launchApp(path: string): void {
    if (this.program.launched || this.program.isIndependent(path)) return
    this.program.launched = true
    const options = { path, query: { ...device.query }, scene: 1001 }
    this.program.app.onLaunch?.(options)
    this.program.app.onShow?.(options)
  }

  /** Leaves the screen, as by the capsule or by going back from the first page. */
  exit(): void {
    if (this.card) return
    this.router.top?.hide()
    if (this.program.launched) this.program.app.onHide?.()
    this.emit('hide', undefined)
    const reopen = el('button', { onclick: () => this.reopen() }, '重新进入')
    this.card = el('div', { class: 'phone-exit' }, el('p', {}, '已退出小程序'), reopen)
    this.screen.append(this.card)
  }

  /** A mini program that has left the screen lives on for a while; opening it again shows it as it was. */
  reopen(): void {
    if (!this.card) return
    this.card.remove()
    this.card = undefined
    const options = { path: this.router.top?.route ?? '', query: { ...device.query }, scene: 1001 }
    if (this.program.launched) this.program.app.onShow?.(options)
    this.emit('show', options)
    this.router.top?.show()
  }

  reportError(message: string): void {
    this.program.app.onError?.(message)
    this.emit('error', message)
  }

  api(): Record<string, unknown> {
    return {
      onAppShow: (listener: (options: object) => void) => this.on('show', listener),
      offAppShow: (listener?: (options: object) => void) => this.off('show', listener),
      onAppHide: (listener: () => void) => this.on('hide', listener),
      offAppHide: (listener?: () => void) => this.off('hide', listener),
      onError: (listener: (message: string) => void) => this.on('error', listener),
      offError: (listener?: (message: string) => void) => this.off('error', listener),
    }
  }
}
