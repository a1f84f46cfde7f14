import { toChatError } from '../sdk/errors'
import { LOGGED_OUT } from '../store/codes'
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

/** {@link attempt} for a call that answers at once. */
export function attemptNow<T>(op: string, call: () => T): Result<T> {
  try {
    return { ok: true, value: call() }
  } catch (cause) {
    return { ok: false, error: toChatError(op, cause) }
  }
}

/** Waits for the SDK: hosts may open the kit before their login is through. Fails while the user is logged out. */
export function whenReady(kit: Kit): Promise<Result<void>> {
  const answer = (): Result<void> | undefined => {
    const { phase } = kit.store.get().session
    if (phase === 'ready') return { ok: true, value: undefined }
    if (phase === 'waiting') return undefined
    return {
      ok: false,
      error: { code: LOGGED_OUT, op: 'login', retryable: false, cause: 'The user is logged out' },
    }
  }
  return new Promise((resolve) => {
    const known = answer()
    if (known) return resolve(known)
    const stop = kit.store.subscribe(() => {
      const result = answer()
      if (!result) return
      stop()
      resolve(result)
    })
  })
}
