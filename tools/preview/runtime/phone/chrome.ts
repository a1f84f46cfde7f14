import { device } from '../device'
import { el, fragment } from '../dom'
import type { Page } from '../pages'

const SIGNAL =
  '<svg viewBox="0 0 17 11" width="17" height="11" fill="currentColor"><rect x="0" y="7" width="3" height="4" rx=".8"/><rect x="4.6" y="5" width="3" height="6" rx=".8"/><rect x="9.2" y="2.5" width="3" height="8.5" rx=".8"/><rect x="13.8" y="0" width="3" height="11" rx=".8"/></svg>'
const NO_SIGNAL =
  '<svg viewBox="0 0 15 11" width="15" height="11" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"><path d="M1 4a9 9 0 0 1 13 0M4 7a5 5 0 0 1 7 0M2 .8l11 9.5"/></svg>'
const BATTERY =
  '<svg viewBox="0 0 25 12" width="25" height="12"><rect x=".5" y=".5" width="21" height="11" rx="3" fill="none" stroke="currentColor" opacity=".4"/><rect x="2" y="2" width="18" height="8" rx="1.8" fill="currentColor"/><path d="M23 4v4c.8-.3 1.4-1.1 1.4-2S23.8 4.3 23 4" fill="currentColor" opacity=".5"/></svg>'
const CAPSULE =
  '<svg viewBox="0 0 87 32" width="87" height="32"><g fill="currentColor"><circle cx="22" cy="16" r="3.2"/><circle cx="13.5" cy="16" r="1.9"/><circle cx="30.5" cy="16" r="1.9"/><circle cx="65" cy="16" r="3.4"/></g><circle cx="65" cy="16" r="8.2" fill="none" stroke="currentColor" stroke-width="2.2"/><path d="M43.5 7v18" stroke="currentColor" opacity=".25"/></svg>'

/** What the phone and WeChat draw over every page: status bar, capsule button, home indicator. */
export class PhoneChrome {
  readonly element = el('div', { class: 'phone-chrome' })
  private readonly time = el('span', { class: 'phone-time' })
  private readonly signal = el('span', { class: 'phone-signal' })
  private readonly capsule = el('button', { class: 'phone-capsule', 'aria-label': '退出小程序' })

  constructor(onExit: () => void) {
    const battery = el('span', { class: 'phone-battery' })
    battery.append(fragment(BATTERY))
    const status = el(
      'div',
      { class: 'phone-status' },
      this.time,
      el('span', { class: 'phone-icons' }, this.signal, battery),
    )
    const { top, right, height, width } = device.menuButton
    Object.assign(this.capsule.style, {
      top: `${top}px`,
      right: `${device.width - right}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    this.capsule.append(fragment(CAPSULE))
    this.capsule.addEventListener('click', (event) => {
      if (event.offsetX > width / 2) onExit()
    })
    this.element.append(status, this.capsule, el('div', { class: 'phone-home' }))
    device.on('network', () => this.drawSignal())
    this.drawSignal()
    this.tick()
    setInterval(() => this.tick(), 10_000)
  }

  /** Takes the colours that go with a page. */
  follow(page: Page | undefined): void {
    const dark = page ? page.config.navigationBarTextStyle !== 'black' : device.theme === 'dark'
    this.element.classList.toggle('phone-chrome-light-text', dark)
  }

  private drawSignal(): void {
    this.signal.replaceChildren(fragment(device.online ? SIGNAL : NO_SIGNAL))
  }

  private tick(): void {
    const now = new Date()
    this.time.textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`
  }
}
