export type Theme = 'light' | 'dark'

/** What one component's `setData` calls amount to. */
export interface SetDataStats {
  calls: number
  bytes: number
}

/** What tests and the page around the phones do with a phone: `window.__preview` in its realm. */
export interface PreviewControl {
  /** Resolves when the first page is there; rejects when the mini program cannot start. */
  ready: Promise<void>
  setNetwork(on: boolean): void
  setTheme(theme: Theme): void
  /** The system's back: closes the page container, the page, the mini program. */
  back(): void
  /** Opens the mini program again after it has been left. */
  reopen(): void
  keyboard: { readonly height: number; hide(): void }
  /** Uncaught errors and compile problems so far. */
  errors: string[]
  /** By component path, since the start or the last `resetStats()`. */
  stats: Record<string, SetDataStats>
  resetStats(): void
}
