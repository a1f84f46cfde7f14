import type { Storage } from '../storage'

/**
 * Holds back every frame until what it speaks of is safe in the storage: a client must never be told of a
 * message that a crash could still take away. All that is handled while one write is under way shares the next.
 */
export class Outbox {
  private waiting: (() => void)[] = []
  private flushing = false

  constructor(private readonly storage: Pick<Storage, 'dirty' | 'commit'>) {}

  /** Runs `write` now if nothing is unsaved, else after the next commit; always in the order of the calls. */
  post(write: () => void): void {
    if (!this.flushing && this.waiting.length === 0 && !this.storage.dirty) {
      write()
      return
    }
    this.waiting.push(write)
    if (!this.flushing) void this.flush()
  }

  private async flush(): Promise<void> {
    this.flushing = true
    while (this.waiting.length > 0) {
      await Promise.resolve() // the request that is being handled first writes all it has to
      const writes = this.waiting
      this.waiting = []
      await this.storage.commit()
      for (const write of writes) write()
    }
    this.flushing = false
  }
}
