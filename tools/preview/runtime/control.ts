export type Theme = 'light' | 'dark'

/** What one component's `setData` calls amount to. */
export interface SetDataStats {
  calls: number
  /** The data as JSON in UTF-8. */
  bytes: number
}

/** What tests and the page around the phones do with a phone: `window.__preview` in its realm. */
export interface PreviewControl {
  /** Resolves when the first page is there; rejects when the mini program cannot start. */
  ready: Promise<void>
  setNetwork(on: boolean): void
  setTheme(theme: Theme): void
  /** A phone call takes sound and microphone, or is over. */
  setCall(on: boolean): void
  /** What the user has decided about a scope, for example `scope.record`; `undefined`: nothing yet. */
  setPermission(scope: string, granted: boolean | undefined): void
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
  /** Counting bytes costs time of its own: a measurement of time goes without. Calls are counted in any case. */
  countBytes(on: boolean): void
}
