import { ErrorCode, ImError } from '../errors'

/** Refuses text that is too long in UTF-8. @throws ImError `code` */
export function requireBytes(
  text: string,
  limit: number,
  name: string,
  code: number = ErrorCode.INVALID_REQUEST,
): string {
  if (Buffer.byteLength(text) > limit) throw new ImError(code, `${name} is longer than ${limit} bytes`)
  return text
}

/** Refuses a list with too many items. @throws ImError `code` */
export function requireFew<T>(items: T[], limit: number, code: number = ErrorCode.INVALID_REQUEST): T[] {
  if (items.length > limit) throw new ImError(code, `more than ${limit} items in one request`)
  return items
}
