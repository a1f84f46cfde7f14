/** Where the page's own chrome is, in px. */
export interface NavMetrics {
  /** The page draws its own bar (`navigationStyle: custom`). */
  custom: boolean
  /** Height of the status bar or notch. */
  statusBarHeight: number
  /** Height of the bar below it: centred on the capsule button. */
  barHeight: number
  /** Width on the right that the capsule button takes. */
  capsuleSpace: number
}

export interface MediaItem {
  type: 'image' | 'video'
  url: string
  /** The cover of a video. */
  poster: string
}

export type NavigationStyle = 'auto' | 'custom' | 'default'
export type Theme = 'light' | 'dark'

/** What the kit needs of the phone. Components never call `wx` services themselves. */
export interface Platform {
  /** The platform's language, for example `zh_CN`. */
  language(): string
  theme(): Theme
  /** @returns the function that ends the subscription */
  onTheme(listener: (theme: Theme) => void): () => void
  navMetrics(style: NavigationStyle): NavMetrics
  /** Height of the home indicator, px. */
  safeBottom(): number
  setTitle(title: string): void
  /** Gives the platform's bar, or the status bar over an own one, the theme's colours. */
  setBarTheme(theme: Theme): void
  /** Leaves the page; does nothing on the first page of the mini program. @returns whether there was a page to go to */
  leavePage(): boolean
  /** Whether the page that a component is on is the one in front. */
  isShown(component: object): boolean
  /** How many pages are under this one, itself included. */
  pageDepth(): number
  toast(text: string): void
  /** @returns the index of the chosen item, or -1 */
  actionSheet(items: string[]): Promise<number>
  /** Shows pictures and videos in full; `false` when the platform did not. */
  showMedia(items: MediaItem[], current: number): Promise<boolean>
  /** Downloads a file and shows it; `false` when the platform cannot. */
  openFile(url: string): Promise<boolean>
  openPlace(place: { latitude: number; longitude: number; name: string }): Promise<boolean>
  copy(text: string): Promise<boolean>
  vibrate(): void
  hideKeyboard(): void
  readStorage(key: string): unknown
  writeStorage(key: string, value: unknown): void
}
