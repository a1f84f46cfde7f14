/** What the runner tells an environment of a promise that nobody attends to. */
export interface RunnerEvent {
  name: string
  error?: unknown
  promise?: Promise<unknown>
}

function isOfSdk(reason: unknown): boolean {
  const { stack } = (reason ?? {}) as { stack?: unknown } // not an `Error` of this realm
  return typeof stack === 'string' && /@tencentcloud[\\/]chat/.test(stack)
}

/**
 * The SDK leaves promises of its background work without a handler: a request that it sends once more for a login
 * that has just ended is refused, and nobody waits for it. That may happen when another test is already running, or
 * another file of the same worker. The promises that tests wait for have handlers and never come here.
 */
export function takeSdkPromise({ name, error, promise }: RunnerEvent): void {
  if (name !== 'error' || !promise || !isOfSdk(error)) return
  // What Node says when a handler is added late; the runner then forgets the rejection.
  process.emit('rejectionHandled', promise)
}
