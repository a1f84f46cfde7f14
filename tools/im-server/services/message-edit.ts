import type { MessageContent, MessageEdit } from '../domain/message'
import { ErrorCode, ImError } from '../errors'
import { readCount, type JsonObject } from '../json'
import { isEditable, readCloudCustomData, readElements } from './message-elements'

/** What can change in a message, as requests, replies and notices carry it. */
export function contentToWire({ body, version = 0, cloudCustomData }: MessageContent): JsonObject {
  return { MsgBody: body, MsgVersion: version, CloudCustomData: cloudCustomData }
}

/**
 * What a request makes of a message: the new content, or the answer that somebody else has been faster (with the
 * content that is now there, which the SDK gives to the application).
 * @throws ImError 20026 if the message was revoked, 20001 if its kind cannot be changed
 */
export function readEdit(
  message: MessageContent,
  request: JsonObject,
): (MessageEdit & { version: number }) | { conflict: JsonObject } {
  if (message.revoked) throw new ImError(ErrorCode.MODIFY_NOT_FOUND, 'the message was revoked')
  const version = message.version ?? 0
  if (readCount(request, 'MsgVersion', version) !== version) {
    const refusal = { ErrorCode: ErrorCode.MODIFY_CONFLICT, ErrorInfo: 'the message was modified meanwhile' }
    return { conflict: { ...refusal, ...contentToWire(message) } }
  }
  const body = request.MsgBody === undefined ? message.body : readElements(request)
  if (body !== message.body && !(isEditable(body) && isEditable(message.body))) {
    throw new ImError(ErrorCode.INVALID_REQUEST, 'only text, custom, location and face can be modified')
  }
  return {
    body,
    cloudCustomData: readCloudCustomData(request, message.cloudCustomData),
    version: version + 1,
  }
}
