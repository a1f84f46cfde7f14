/** Collects what comes within a moment and hands it on together. */
export interface Batch<T> {
  add(items: readonly T[]): void
  /** Nothing is handed on any more. */
  stop(): void
}

/** @param ms how long the first of them waits @param size at most so many at once */
export function createBatch<T>(ms: number, size: number, take: (items: T[]) => void): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    timer = undefined
    const all = waiting
    waiting = []
    for (let start = 0; start < all.length; start += size) take(all.slice(start, start + size))
  }
  return {
    add(items) {
      if (!items.length) return
      waiting.push(...items)
      timer ??= setTimeout(flush, ms)
    },
    stop() {
      if (timer) clearTimeout(timer)
      waiting = []
    },
  }
}
