import { ImError } from '../errors'
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
