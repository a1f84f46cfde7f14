import type { JsonObject } from './json'

/** One frame between the server and a client, for people and tests that look on. */
export interface TracedFrame {
  /** `fault`: the frame of that command was hit by a fault; `body` says by which. */
  readonly kind: 'request' | 'reply' | 'push' | 'fault'
  readonly servcmd: string
  /** Of a request before the login: as the client says. Otherwise empty before the login. */
  readonly userID: string
  readonly instanceID: string
  readonly body: JsonObject
  /** A request that no service answers. */
  readonly unknown?: boolean
}

/** Who looks on. Costs nothing while nobody does. */
export class Trace {
  private readonly listeners = new Set<(frame: TracedFrame) => void>()
  private readonly enders = new Set<() => void>()

  /**
   * @param onEnd called when there is nothing more to come, because the server closes
   * @returns ends it
   */
  listen(listener: (frame: TracedFrame) => void, onEnd: () => void = () => undefined): () => void {
    this.listeners.add(listener)
    this.enders.add(onEnd)
    return () => {
      this.listeners.delete(listener)
      this.enders.delete(onEnd)
    }
  }

  emit(frame: TracedFrame): void {
    for (const listener of this.listeners) listener(frame)
  }
  end(): void {
    for (const end of this.enders) end()
  }
}
