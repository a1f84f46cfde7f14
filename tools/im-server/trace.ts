import type { JsonObject } from './json'

/** One frame between the server and a client, for people and tests that look on. */
export interface TracedFrame {
  readonly kind: 'request' | 'reply' | 'push'
  readonly servcmd: string
  /** Empty before the login. */
  readonly userID: string
  readonly instanceID: string
  readonly body: JsonObject
  /** A request that no service answers. */
  readonly unknown?: boolean
}

/** Who looks on. Costs nothing while nobody does. */
export class Trace {
  private readonly listeners = new Set<(frame: TracedFrame) => void>()

  /** @returns ends it */
  listen(listener: (frame: TracedFrame) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  emit(frame: TracedFrame): void {
    for (const listener of this.listeners) listener(frame)
  }
}
