import { TestEnvironment } from 'jest-environment-node'

const emit = process.emit.bind(process) as (event: string, ...args: unknown[]) => boolean

function isOfSdk(reason: unknown): boolean {
  const { stack } = (reason ?? {}) as { stack?: unknown } // not an `Error` of this realm
  return typeof stack === 'string' && /@tencentcloud[\\/]chat/.test(stack)
}

// The SDK leaves promises of its background work without a handler: a request that it sends once more for a login
// that has just ended is refused, and nobody waits for it. That may happen when another test is already running.
// The promises that tests wait for have handlers and never come here.
Object.assign(process, {
  emit: (event: string, ...args: unknown[]) =>
    event === 'unhandledRejection' && isOfSdk(args[0]) ? true : emit(event, ...args),
})

/** Node, for tests with the real SDK. */
export default class SdkEnvironment extends TestEnvironment {}
