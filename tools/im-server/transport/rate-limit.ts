import { Limits } from '../limits'

/** How many requests one connection may make: a bucket of tokens that fills by time. */
export class RateLimit {
  private tokens: number = Limits.requestBurst
  private filledAt: number
  private refusals = 0

  /** @param now in milliseconds */
  constructor(now: number) {
    this.filledAt = now
  }

  /**
   * Counts a request.
   * @returns whether to answer it, to refuse it, or to close the connection because refusing does not help
   */
  take(now: number): 'answer' | 'refuse' | 'close' {
    const gained = (Math.max(0, now - this.filledAt) / 1000) * Limits.requestsPerSecond
    this.tokens = Math.min(Limits.requestBurst, this.tokens + gained)
    this.filledAt = now
    if (this.tokens === Limits.requestBurst) this.refusals = 0
    if (this.tokens >= 1) {
      this.tokens -= 1
      return 'answer'
    }
    this.refusals += 1
    return this.refusals > Limits.refusalsBeforeClose ? 'close' : 'refuse'
  }
}
