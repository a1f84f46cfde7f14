import type { ChatError } from '../store/types'

/** Codes that a later try may overcome: time-outs, network, overload, frequency. */
const RETRYABLE = new Set([2800, 2801, 2805, 2996, 60022, 60003, 60005, 60008, 2024, 2999, 2025])

function read(cause: unknown, key: string): unknown {
  return typeof cause === 'object' && cause !== null ? (cause as Record<string, unknown>)[key] : undefined
}

/** Turns whatever an SDK call rejected with (an `Error` with a `code`, a plain object, a string) into a {@link ChatError}. */
export function toChatError(op: string, cause: unknown): ChatError {
  const code = Number(read(cause, 'code'))
  const message = read(cause, 'message')
  return {
    code: Number.isFinite(code) ? code : 0,
    op,
    retryable: RETRYABLE.has(code),
    cause: typeof message === 'string' && message ? message : typeof cause === 'string' ? cause : op,
  }
}
