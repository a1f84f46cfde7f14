import { ErrorCode } from '../../../errors'
import { readCount, readObjects, type JsonObject } from '../../../json'
import { requireFew } from '../../bounds'

/** The messages that a request names in `MsgSeqList`, each once. @throws ImError 10004 for too many */
export function readSeqs(body: JsonObject, most: number): number[] {
  const items = requireFew(readObjects(body, 'MsgSeqList'), most, ErrorCode.GROUP_INVALID_PARAMETERS)
  return [...new Set(items.map((item) => readCount(item, 'MsgSeq')))]
}
