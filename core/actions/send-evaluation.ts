import { clip } from '../../utils/text'
import type { Result } from '../store/types'
import type { Kit } from './kit'
import { sendCustom } from './send-content'

/** More words than anybody reads of an evaluation. */
export const MAX_COMMENT = 500

/**
 * Sends how good a service was, in the form of Tencent's kits: `{"businessID":"evaluation","score","comment"}`.
 * @param score 1 to 5
 */
export function sendEvaluation(
  kit: Kit,
  conversationID: string,
  { score, comment }: { score: number; comment: string },
): Promise<Result<void>> {
  const title = kit.t()('evaluation.title')
  const data = { businessID: 'evaluation', version: 1, score, comment: clip(comment.trim(), MAX_COMMENT) }
  return sendCustom(kit, conversationID, {
    data: JSON.stringify(data),
    description: title,
    extension: title,
  })
}
