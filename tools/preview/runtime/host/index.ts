import { el } from '../dom'
import type { PreviewControl } from '../control'
import { readState, WIDTHS, writeState, type PhoneState } from './state'

interface HostConfig {
  title: string
  users: { userID: string; nick?: string }[]
  proxyServer?: string
  defaults: { a: string; b: string }
}

/** One phone with its toolbar. */
class Phone {
  readonly element: HTMLElement
  private readonly frame = el('iframe', { title: '手机' })
  private readonly toolbar = el('div', { class: 'toolbar' })
  private readonly foot = el('div', { class: 'toolbar' })
  private readonly state: PhoneState

  constructor(
    private readonly name: 'a' | 'b',
    private readonly config: HostConfig,
  ) {
    this.state = readState(name, config.defaults[name])
    this.element = el(
      'section',
      { class: 'phone', 'data-phone': name },
      this.toolbar,
      el('div', { class: 'frame' }, this.frame),
      this.foot,
    )
    this.draw()
    this.load()
  }

  private get control(): PreviewControl | undefined {
    return (this.frame.contentWindow as { __preview?: PreviewControl } | null)?.__preview
  }

  private load(): void {
    const { user, theme, language, width, online } = this.state
    const query = new URLSearchParams({
      phone: this.name,
      theme,
      language,
      network: online ? 'on' : 'off',
      userID: user,
    })
    query.set('platform', this.name === 'a' ? 'ios' : 'android')
    if (this.config.proxyServer) query.set('proxyServer', this.config.proxyServer)
    this.frame.style.width = `${width}px`
    this.frame.src = `phone.html?${query.toString()}`
  }

  private change(change: Partial<PhoneState>): void {
    Object.assign(this.state, change)
    writeState(this.name, this.state)
    this.draw()
    if (change.theme) this.control?.setTheme(change.theme)
    else if (change.online !== undefined) this.control?.setNetwork(change.online)
    // A phone learns its user, language and size when it starts.
    else this.load()
  }

  private draw(): void {
    const { theme, language, width, online } = this.state
    const dark = theme === 'dark'
    const widths = WIDTHS.map((value) =>
      toggle(String(value), value === width, () => this.change({ width: value })),
    )
    this.toolbar.replaceChildren(
      this.userSelect(),
      toggle('深色', dark, () => this.change({ theme: dark ? 'light' : 'dark' })),
      toggle(language === 'en' ? 'EN' : '中文', true, () =>
        this.change({ language: language === 'en' ? 'zh-CN' : 'en' }),
      ),
      el('div', { class: 'segments', role: 'group', 'aria-label': '屏幕宽度' }, ...widths),
    )
    this.foot.replaceChildren(
      el('button', { title: '系统返回', onclick: () => this.control?.back() }, '‹ 返回'),
      toggle(online ? '网络 开' : '网络 关', online, () => this.change({ online: !online })),
      el('button', { title: '重新加载', onclick: () => this.load() }, '重新加载'),
    )
  }

  private userSelect(): HTMLSelectElement {
    const { user } = this.state
    const known = this.config.users.some(({ userID }) => userID === user)
    const users = known ? this.config.users : [{ userID: user }, ...this.config.users]
    const select = el('select', {
      class: 'user',
      'aria-label': '用户',
      onchange: () => this.change({ user: select.value }),
    })
    for (const { userID, nick } of users) {
      select.append(
        el('option', { value: userID, selected: userID === user }, nick ? `${nick}（${userID}）` : userID),
      )
    }
    return select
  }
}

function toggle(label: string, pressed: boolean, onclick: () => void): HTMLButtonElement {
  return el('button', { 'aria-pressed': String(pressed), onclick }, label)
}

async function main(): Promise<void> {
  const config = (await (await fetch('config.json')).json()) as HostConfig
  document.title = `${config.title} · 小程序预览`
  document.querySelector('main')?.append(new Phone('a', config).element, new Phone('b', config).element)
}

void main()
