import { glassEasel, type Root } from 'glass-easel-miniprogram-adapter'
import { device } from './device'
import { el } from './dom'
import { Emitter } from './emitter'
import { backend, codeSpace, type Caller } from './framework'
import { NavBar } from './nav-bar'
import type { Program } from './program'

/** What the system's back gesture closes before the page. */
export interface BackTarget {
  close(): void
}

interface PageEvents {
  /** Another page is on top, or the mini program has left the screen. */
  change: Page | undefined
  /** A page of this route is about to be made. */
  enter: string
  exit: void
}

type Query = Record<string, string>

export class Page {
  readonly shell = el('div', { class: 'wx-page-shell' })
  /** The web view: what `position: fixed` and coordinates refer to. */
  readonly webview = el('div', { class: 'wx-webview' })
  readonly scroller = el('div', { class: 'wx-page-scroller' })
  readonly backTargets: BackTarget[] = []
  readonly custom: boolean
  readonly navBar: NavBar | undefined
  readonly root: Root
  readonly caller: Caller

  constructor(
    readonly route: string,
    readonly query: Query,
    readonly config: Record<string, unknown>,
    onBack: (() => void) | undefined,
  ) {
    this.custom = config.navigationStyle === 'custom'
    this.webview.classList.toggle('wx-webview-full', this.custom)
    this.webview.append(this.scroller)
    if (!this.custom) {
      this.navBar = new NavBar(config, onBack)
      this.shell.append(this.navBar.element)
    }
    this.shell.append(this.webview)
    const search = new URLSearchParams(query).toString()
    this.root = backend.createRoot('wx-page', codeSpace, search ? `${route}?${search}` : route)
    this.caller = this.root.get() as unknown as Caller
    Object.assign(this.caller, { route, options: query, __route__: route })
    this.applyBackground()
  }

  attach(parent: HTMLElement): void {
    const placeholder = document.createElement('i')
    this.scroller.append(placeholder)
    parent.append(this.shell)
    const height = this.webview.clientHeight
    this.webview.style.setProperty('--wx-vh', `${height / 100}px`)
    type Backend = glassEasel.domlikeBackend.Element
    this.root.attach(this.scroller as unknown as Backend, placeholder as unknown as Backend)
    const host = this.root.getComponent().getBackendElement() as unknown as HTMLElement
    host.setAttribute('is', this.route)
    this.listenToScroll()
  }

  /** Calls a lifecycle method of the page, if it has it. */
  call(method: string, argument?: unknown): void {
    const own = this.caller[method]
    if (typeof own === 'function') {
      glassEasel.safeCallback(
        `Page ${method}`,
        own as (arg: unknown) => void,
        this.caller,
        [argument],
        this.caller._$,
      )
    }
  }

  show(): void {
    this.shell.hidden = false
    this.call('onShow')
    this.caller._$.triggerPageLifetime('show', [])
  }

  hide(): void {
    this.call('onHide')
    this.caller._$.triggerPageLifetime('hide', [])
    this.shell.hidden = true
  }

  unload(): void {
    this.call('onUnload')
    this.root.release()
    this.shell.remove()
  }

  applyBackground(): void {
    const { backgroundColor } = this.config
    this.webview.style.background = typeof backgroundColor === 'string' ? backgroundColor : ''
  }

  private listenToScroll(): void {
    let atEnd = false
    this.scroller.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroller
      this.call('onPageScroll', { scrollTop })
      const near = scrollHeight - clientHeight - scrollTop < Number(this.config.onReachBottomDistance ?? 50)
      if (near && !atEnd) this.call('onReachBottom')
      atEnd = near
    })
  }
}

/** The stack of open pages. */
export class Router extends Emitter<PageEvents> {
  readonly stack: Page[] = []
  readonly element = el('div', { class: 'wx-pages' })
  private readonly program: Program

  constructor(program: Program) {
    super()
    this.program = program
    device.on('theme', () => this.updateTheme())
  }

  get top(): Page | undefined {
    return this.stack.at(-1)
  }

  open(url: string, eventChannel?: object): void {
    const page = this.create(url)
    if (eventChannel) page.caller.getOpenerEventChannel = () => eventChannel
    this.top?.hide()
    this.push(page)
  }

  replace(url: string): void {
    const page = this.create(url)
    this.stack.pop()?.unload()
    this.push(page)
  }

  reset(url: string): void {
    const page = this.create(url)
    while (this.stack.length > 0) this.stack.pop()?.unload()
    this.push(page)
  }

  back(delta = 1): void {
    const count = Math.min(delta, this.stack.length - 1)
    if (count <= 0) return
    for (let i = 0; i < count; i += 1) this.stack.pop()?.unload()
    this.top?.show()
    this.emit('change', this.top)
  }

  /** The system's back button or gesture. */
  systemBack(): void {
    const target = this.top?.backTargets.at(-1)
    if (target) target.close()
    else if (this.stack.length > 1) this.back()
    else this.emit('exit', undefined)
  }

  private push(page: Page): void {
    this.stack.push(page)
    page.attach(this.element)
    page.call('onLoad', page.query)
    page.show()
    this.emit('change', page)
    requestAnimationFrame(() => page.call('onReady'))
  }

  private create(url: string): Page {
    const [path = '', search = ''] = url.split('?')
    const from = this.top?.route ?? ''
    const target = new URL(path, `http://mini-program/${from}`).pathname.slice(1)
    if (!this.program.config.pages.includes(target)) throw new Error(`page "${target}" is not found`)
    this.emit('enter', target)
    const query = Object.fromEntries(new URLSearchParams(search))
    const onBack = this.stack.length > 0 ? () => this.systemBack() : undefined
    return new Page(target, query, { ...this.program.pageConfig(target, device.theme) }, onBack)
  }

  private updateTheme(): void {
    for (const page of this.stack) {
      Object.assign(page.config, this.program.pageConfig(page.route, device.theme))
      page.applyBackground()
      page.navBar?.apply(page.config)
    }
    this.emit('change', this.top)
  }
}
