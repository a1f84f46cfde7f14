import type { JsonObject } from './json'

/** A frame on its way to a client. */
export interface OutgoingFrame {
  readonly kind: 'reply' | 'push'
  readonly servcmd: string
  readonly body: JsonObject
}

/** Faults on demand, for tests: what goes wrong between the server and its clients. */
export class Faults {
  /** Holds back every frame to every client for so many milliseconds; 0 ends it. */
  delay = 0

  /** @param write puts the frame on the socket; may be called later, twice, or not at all */
  outgoing(_userID: string | undefined, _frame: OutgoingFrame, write: () => void): void {
    if (this.delay > 0) setTimeout(write, this.delay).unref()
    else write()
  }
}
