import { keyboard } from '../phone/keyboard'
import type { Page, Router } from '../pages'
import { asyncApis } from './call'

interface Target {
  url: string
}

type Events = Record<string, (...values: unknown[]) => void>

/** The channel between the page that opens and the one that is opened. */
class EventChannel {
  private readonly listeners = new Map<string, ((...values: unknown[]) => void)[]>()

  on(name: string, listener: (...values: unknown[]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: (...values: unknown[]) => void): void {
    const wrapped = (...values: unknown[]): void => {
      this.off(name, wrapped)
      listener(...values)
    }
    this.on(name, wrapped)
  }

  off(name: string, listener?: (...values: unknown[]) => void): void {
    this.listeners.set(
      name,
      listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [],
    )
  }

  emit(name: string, ...values: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...values)
  }
}

export function navigationApi(router: Router, app: { exit(): void }) {
  const current = (): Page => {
    const page = router.top
    if (!page) throw new Error('there is no page')
    return page
  }
  const change = (page: Page, config: Record<string, unknown>): void => {
    Object.assign(page.config, config)
    page.navBar?.apply(page.config)
    page.applyBackground()
    router.emit('change', router.top)
  }
  return {
    onKeyboardHeightChange: (listener: (result: { height: number }) => void) =>
      keyboard.on('height', listener),
    offKeyboardHeightChange: (listener?: (result: { height: number }) => void) =>
      keyboard.off('height', listener),
    ...asyncApis({
      navigateTo({ url, events = {} }: Target & { events?: Events }) {
        const eventChannel = new EventChannel()
        for (const [name, listener] of Object.entries(events)) eventChannel.on(name, listener)
        router.open(url, eventChannel)
        return { eventChannel }
      },
      redirectTo: ({ url }: Target) => router.replace(url),
      reLaunch: ({ url }: Target) => router.reset(url),
      switchTab: ({ url }: Target) => router.reset(url),
      navigateBack: ({ delta = 1 }: { delta?: number }) => router.back(delta),
      exitMiniProgram: () => app.exit(),
      setNavigationBarTitle: ({ title }: { title: string }) =>
        change(current(), { navigationBarTitleText: title }),
      setNavigationBarColor: ({
        frontColor,
        backgroundColor,
      }: {
        frontColor: string
        backgroundColor: string
      }) =>
        change(current(), {
          navigationBarTextStyle: frontColor === '#000000' ? 'black' : 'white',
          navigationBarBackgroundColor: backgroundColor,
        }),
      setBackgroundColor: ({ backgroundColor }: { backgroundColor?: string }) =>
        change(current(), { backgroundColor }),
      setBackgroundTextStyle: () => undefined,
      showNavigationBarLoading: () => undefined,
      hideNavigationBarLoading: () => undefined,
      hideHomeButton: () => undefined,
      showShareMenu: () => undefined,
      hideShareMenu: () => undefined,
      startPullDownRefresh: () => undefined,
      stopPullDownRefresh: () => undefined,
      hideKeyboard: () => keyboard.hide(),
      pageScrollTo({ scrollTop = 0, duration = 300 }: { scrollTop?: number; duration?: number }) {
        current().scroller.scrollTo({ top: scrollTop, behavior: duration > 0 ? 'smooth' : 'instant' })
      },
    }),
  }
}
