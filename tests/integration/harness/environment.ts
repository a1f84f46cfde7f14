import { TestEnvironment } from 'jest-environment-node'

function isOfSdk(reason: unknown): boolean {
  const { stack } = (reason ?? {}) as { stack?: unknown } // not an `Error` of this realm
  return typeof stack === 'string' && /@tencentcloud[\\/]chat/.test(stack)
}

/**
 * Node, for tests with the real SDK. The SDK leaves promises of its background work without a handler: a request
 * that it sends once more for a login that has just ended is refused, and nobody waits for it. That may happen when
 * another test is already running. The promises that tests wait for have handlers and never come here.
 */
export default class SdkEnvironment extends TestEnvironment {
  handleTestEvent(event: { name: string; error?: unknown; promise?: Promise<unknown> }): void {
    if (event.name !== 'error' || !event.promise || !isOfSdk(event.error)) return
    // What Node says when a handler is added late; the runner then forgets the rejection.
    process.emit('rejectionHandled', event.promise)
  }
}
