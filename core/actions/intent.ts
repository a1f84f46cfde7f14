import type { ChatError, Result } from '../store/types'
import { attempt } from './attempt'
import type { Kit } from './kit'

/** Something the user wants, whose failure is told where they asked for it: in the form, or by a toast. */
export async function intent<T>(kit: Kit, op: string, call: () => Promise<T> | T): Promise<Result<T>> {
  const result = await attempt(op, call)
  if (!result.ok) kit.reportQuietly(result.error)
  return result
}

/** What cannot succeed and is not even asked for. */
export const refuse = (op: string, code: number, cause: string): { ok: false; error: ChatError } => ({
  ok: false,
  error: { code, op, retryable: false, cause },
})
