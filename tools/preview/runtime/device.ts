import type { Theme } from './control'
import { Emitter } from './emitter'

interface DeviceEvents {
  theme: Theme
  network: boolean
  /** Of sound and microphone, by a call: it begins, or it is over. */
  interruption: boolean
}

/** Query parameters of phone.html that describe the phone; all others are the mini program's launch query. */
const PHONE_PARAMETERS = ['phone', 'platform', 'theme', 'language', 'network', 'path', 'text']

const parameters = new URLSearchParams(location.search)

function launchQuery(): Record<string, string> {
  const entries = [...parameters].filter(([name]) => !PHONE_PARAMETERS.includes(name))
  return Object.fromEntries(entries)
}

/** The phone that this realm plays. Sizes are those of an iPhone X and alike. */
class Device extends Emitter<DeviceEvents> {
  readonly name = parameters.get('phone') ?? 'a'
  readonly platform = parameters.get('platform') === 'android' ? 'android' : 'ios'
  readonly language = parameters.get('language') ?? 'zh-CN'
  readonly launchPath = parameters.get('path') ?? undefined
  readonly query = launchQuery()
  /** How large text is to be: 1 is usual. */
  readonly textScale = Number(parameters.get('text')) || 1
  readonly statusBarHeight = 44
  readonly navBarHeight = 44
  readonly homeIndicatorHeight = 34
  private currentTheme: Theme = parameters.get('theme') === 'dark' ? 'dark' : 'light'
  private connected = parameters.get('network') !== 'off'

  get width(): number {
    return document.documentElement.clientWidth
  }

  get height(): number {
    return document.documentElement.clientHeight
  }

  get theme(): Theme {
    return this.currentTheme
  }

  set theme(theme: Theme) {
    if (theme === this.currentTheme) return
    this.currentTheme = theme
    this.emit('theme', theme)
  }

  get online(): boolean {
    return this.connected
  }

  set online(online: boolean) {
    if (online === this.connected) return
    this.connected = online
    this.emit('network', online)
  }

  get safeArea() {
    const { width, height, statusBarHeight: top, homeIndicatorHeight } = this
    const bottom = height - homeIndicatorHeight
    return { left: 0, right: width, top, bottom, width, height: bottom - top }
  }

  get menuButton() {
    const [width, height, top, gap] = [87, 32, this.statusBarHeight + 4, 7]
    const right = this.width - gap
    return { width, height, top, bottom: top + height, right, left: right - width }
  }
}

export const device = new Device()
