import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ErrorCode, ImError } from '../errors'
import { isObject, type JsonObject } from '../json'
import { Limits } from '../limits'

/** Refuses larger requests with 413. */
export const limitedBody = bodyLimit({
  maxSize: Limits.controlBodyBytes,
  onError: (context) =>
    context.json({ error: `the request is larger than ${Limits.controlBodyBytes} bytes` }, 413),
})

/**
 * The body of a request; without one, an empty object.
 * @throws ImError if it is not a JSON object
 */
export async function readBody(
  context: Context,
  code: number = ErrorCode.INVALID_REQUEST,
): Promise<JsonObject> {
  const text = await context.req.text()
  if (text === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ImError(code, 'the request is not JSON')
  }
  if (!isObject(value)) throw new ImError(code, 'the request must be a JSON object')
  return value
}
