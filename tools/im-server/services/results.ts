import { ErrorCode, ImError } from '../errors'
import type { JsonObject } from '../json'

/** The outcome for one item of a request about several. */
export type ItemResult = JsonObject & { ResultCode: number; ResultInfo: string }

/** Does the work for one item: when it is refused, the other items go on. */
export function resultOf(work: () => void): ItemResult {
  try {
    work()
    return { ResultCode: 0, ResultInfo: '' }
  } catch (error) {
    if (!(error instanceof ImError)) throw error
    return { ResultCode: error.code, ResultInfo: error.message }
  }
}

/** Refuses text that is too long in UTF-8. */
export function requireBytes(
  text: string,
  limit: number,
  name: string,
  code: number = ErrorCode.RELATION_INVALID,
): string {
  if (Buffer.byteLength(text) > limit) throw new ImError(code, `${name} is longer than ${limit} bytes`)
  return text
}

/** Refuses a list with too many items. */
export function requireFew<T>(items: T[], limit: number, code: number = ErrorCode.RELATION_INVALID): T[] {
  if (items.length > limit) throw new ImError(code, `more than ${limit} items in one request`)
  return items
}
