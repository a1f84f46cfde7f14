import type { Storage } from '../storage'

interface Waiting {
  readonly write: () => void
  /** It will never be written. */
  readonly refuse?: (error: unknown) => void
}

/**
 * Holds back every frame until what it speaks of is safe in the storage: a client must never be told of a
 * message that a crash could still take away. All that is handled while one commit is under way shares the next.
 */
export class Outbox {
  private waiting: Waiting[] = []
  private committing: Waiting[] = []
  private flushing = false
  private failure: { error: unknown } | undefined

  /**
   * @param onFailure called once, when the storage cannot save any more. From then on nothing is written: the
   * server must stop, for what it holds in memory is not what it will find after a restart.
   */
  constructor(
    private readonly storage: Pick<Storage, 'dirty' | 'commit'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /**
   * Runs `write` now if nothing is unsaved, else after the next commit; always in the order of the calls.
   * @param refuse called instead when that commit has failed
   */
  post(write: () => void, refuse?: (error: unknown) => void): void {
    if (this.failure) {
      refuse?.(this.failure.error)
      return
    }
    if (!this.flushing && !this.storage.dirty) {
      write()
      return
    }
    this.waiting.push({ write, refuse })
    if (this.flushing) return
    this.flushing = true
    // Not at once: the request that is being handled has more to write, and others that have arrived join it.
    setImmediate(() => void this.flush())
  }

  private async flush(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        this.committing = this.waiting
        this.waiting = []
        await this.storage.commit()
        for (const { write } of this.committing.splice(0)) write()
      }
      this.flushing = false
    } catch (error) {
      this.failure = { error }
      for (const { refuse } of [...this.committing.splice(0), ...this.waiting.splice(0)]) refuse?.(error)
      this.onFailure(error)
    }
  }
}
