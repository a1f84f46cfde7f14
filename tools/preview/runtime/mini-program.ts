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
  }

  /** `App.onLaunch`, `App.onShow`, then the first page. */
  launch(): void {
    const { app, config } = this.program
    const path = device.launchPath ?? config.app.pages[0] ?? ''
    const options = { path, query: { ...device.query }, scene: 1001 }
    app.onLaunch?.(options)
    app.onShow?.(options)
    const search = new URLSearchParams(device.query).toString()
    this.router.open(`/${path}${search ? `?${search}` : ''}`)
  }

  /** Leaves the screen, as by the capsule or by going back from the first page. */
  exit(): void {
    if (this.card) return
    this.router.top?.hide()
    this.program.app.onHide?.()
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
    this.program.app.onShow?.(options)
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
