import type { Locale, Translate } from '../../locales/index'
import type { ChatSdk } from '../sdk/facade'
import type { Store } from '../store/create-store'
import type { State } from '../store/state'
import type { ChatError } from '../store/types'
import type { Memory, PlayedBook } from './played'

/** What every action works on: the state, the SDK, and where failures go. */
export interface Kit {
  readonly store: Store<State>
  readonly sdk: ChatSdk
  /** What the phone keeps until the next start. */
  readonly memory: Memory
  readonly played: PlayedBook
  /** In the current language. */
  t(): Translate
  setLocale(locale: Locale): void
  /** Shows a failure that has no row of its own, and tells the host. */
  report(error: ChatError): void
  /** Tells the host, once, of a failure that its row or page shows, or that nobody needs to see. */
  reportQuietly(error: ChatError): void
  /** Every reported failure, also those of messages. @returns the function that ends the subscription */
  onError(listener: (error: ChatError) => void): () => void
}
