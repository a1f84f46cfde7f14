import { el, fragment } from './dom'

const BACK =
  '<svg viewBox="0 0 12 24" width="12" height="24"><path d="M10 4 2 12l8 8" fill="none" stroke="currentColor" stroke-width="2"/></svg>'

/** WeChat's own navigation bar, on pages that don't draw theirs. */
export class NavBar {
  readonly element = el('div', { class: 'wx-nav-bar' })
  private readonly title = el('div', { class: 'wx-nav-title' })

  constructor(config: Record<string, unknown>, onBack?: () => void) {
    if (onBack) {
      const button = el('button', { class: 'wx-nav-back', 'aria-label': '返回', onclick: onBack })
      button.append(fragment(BACK))
      this.element.append(button)
    }
    this.element.append(this.title)
    this.apply(config)
  }

  apply(config: Record<string, unknown>): void {
    this.title.textContent = String((config.navigationBarTitleText as string | undefined) ?? '')
    this.element.style.background = String(
      (config.navigationBarBackgroundColor as string | undefined) ?? '#000',
    )
    this.element.style.color = config.navigationBarTextStyle === 'black' ? '#000' : '#fff'
  }
}
