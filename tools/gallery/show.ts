import { nearestLocale, translator, type Translate } from '../../locales/index'

/** The language of the phone that a page is shown on. */
export interface Language {
  /** Picks the text of the language. */
  say: (zh: string, en: string) => string
  /** The kit's own words. */
  t: Translate
}

type Instance = WechatMiniprogram.Page.Instance<
  WechatMiniprogram.IAnyObject,
  Record<string, (...values: never[]) => unknown>
>

export interface PageMethods {
  /** Once the data is there and before the page is laid out. */
  filled?: (this: Instance) => void
  onReady?: (this: Instance) => void
  [handler: string]: ((this: Instance, event: WechatMiniprogram.BaseEvent) => void) | undefined
}

/** The language of this phone. */
export function phoneLanguage(): Language {
  const t = translator(nearestLocale(wx.getAppBaseInfo().language))
  return { t, say: (zh, en) => (t.locale === 'en' ? en : zh) }
}

/** Defines a page of the gallery: its data in the phone's language, and the phone's theme. */
export function show(make: (language: Language) => object, { filled, ...methods }: PageMethods = {}): void {
  Page({
    ...methods,
    data: { theme: 'light', ...make(phoneLanguage()) },
    onLoad() {
      this.setData({ theme: wx.getAppBaseInfo().theme ?? 'light' })
      filled?.call(this as unknown as Instance)
    },
  })
}
