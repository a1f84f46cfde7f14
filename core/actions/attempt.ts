import { toChatError } from '../sdk/errors'
import type { Kit } from './kit'
import type { Result } from '../store/types'

/** Runs an SDK call. Whatever it throws or rejects with becomes the error of the result: actions never throw at a view. */
export async function attempt<T>(op: string, call: () => Promise<T> | T): Promise<Result<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (cause) {
    return { ok: false, error: toChatError(op, cause) }
  }
}

/** Resolves once the SDK is ready: hosts may open the kit before their login is through. */
export function whenReady(kit: Kit): Promise<void> {
  const ready = (): boolean => kit.store.get().session.phase === 'ready'
  if (ready()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = kit.store.subscribe(() => {
      if (!ready()) return
      stop()
      resolve()
    })
  })
}
