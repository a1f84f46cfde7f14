import { ErrorCode, ImError } from '../errors'
import { isObject, readObject, readObjects, readString, type JsonObject } from '../json'
import { Limits } from '../limits'

type Kind = 'string' | 'number' | 'strings' | 'objects'

/** What may be in `MsgContent`, by `MsgType`. A field may be missing; one of another type is refused. */
const CONTENT: Record<string, Record<string, Kind>> = {
  TIMTextElem: { Text: 'string' },
  TIMCustomElem: { Data: 'string', Desc: 'string', Ext: 'string' },
  TIMFaceElem: { Index: 'number', Data: 'string' },
  TIMLocationElem: { Desc: 'string', Latitude: 'number', Longitude: 'number' },
  TIMImageElem: { UUID: 'string', ImageFormat: 'number', ImageInfoArray: 'objects' },
  TIMSoundElem: {
    Url: 'string',
    UUID: 'string',
    Size: 'number',
    Second: 'number',
    Download_Flag: 'number',
  },
  TIMVideoFileElem: {
    VideoUrl: 'string',
    VideoUUID: 'string',
    VideoFormat: 'string',
    VideoSize: 'number',
    VideoSecond: 'number',
    VideoDownloadFlag: 'number',
    ThumbUrl: 'string',
    ThumbUUID: 'string',
    ThumbFormat: 'string',
    ThumbSize: 'number',
    ThumbWidth: 'number',
    ThumbHeight: 'number',
    ThumbDownloadFlag: 'number',
  },
  TIMFileElem: {
    Url: 'string',
    UUID: 'string',
    FileName: 'string',
    FileSize: 'number',
    Download_Flag: 'number',
  },
  TIMRelayElem: {
    Title: 'string',
    AbstractList: 'strings',
    CompatibleText: 'string',
    MsgList: 'objects',
    JsonMsgKey: 'string',
    PbMsgKey: 'string',
    MsgNum: 'number',
  },
}

/** What must be there, as the client cannot show the element without. */
const REQUIRED: Record<string, string> = {
  TIMTextElem: 'Text',
  TIMImageElem: 'ImageInfoArray',
}

/** The only elements whose content may be changed after sending. */
const EDITABLE = new Set(['TIMTextElem', 'TIMCustomElem', 'TIMLocationElem', 'TIMFaceElem'])

const isKind: Record<Kind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  objects: (value) => Array.isArray(value) && value.every(isObject),
}

function refuse(what: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, what)
}

/**
 * The client adds fields of its own to each size, one of which (`MsgType`) takes the place of `Type` when it comes
 * back.
 */
function readImageInfo(info: JsonObject): JsonObject {
  const { Type, Size, Width, Height, URL } = info
  const numbers = [Type, Size, Width, Height]
  if (!numbers.every((value) => value === undefined || isKind.number(value)) || !isKind.string(URL)) {
    refuse('ImageInfoArray must have Type, Size, Width, Height and URL')
  }
  return { Type, Size, Width, Height, URL }
}

function readElement(element: JsonObject): JsonObject {
  const type = readString(element, 'MsgType')
  const fields = Object.hasOwn(CONTENT, type) ? CONTENT[type] : undefined
  if (!fields) refuse(`there are no elements of type ${type}`)
  const content = readObject(element, 'MsgContent')
  for (const [name, kind] of Object.entries(fields)) {
    const value = content[name]
    const missing = value === undefined || value === null
    if (missing ? REQUIRED[type] === name : !isKind[kind](value)) refuse(`${name} of ${type} is not valid`)
  }
  if (type !== 'TIMImageElem') return { MsgType: type, MsgContent: content }
  const sizes = readObjects(content, 'ImageInfoArray').map(readImageInfo)
  return { MsgType: type, MsgContent: { ...content, ImageInfoArray: sizes } }
}

/**
 * `MsgBody` of a message, checked.
 * @throws ImError 20001 for elements that do not exist or are not of their shape, 80002 for too many bytes
 */
export function readElements(request: JsonObject): JsonObject[] {
  const elements = readObjects(request, 'MsgBody')
  if (elements.length === 0) refuse('MsgBody must not be empty')
  if (Buffer.byteLength(JSON.stringify(elements)) > Limits.messageBytes) {
    throw new ImError(ErrorCode.MESSAGE_TOO_LONG, `the message is larger than ${Limits.messageBytes} bytes`)
  }
  return elements.map(readElement)
}

/** `CloudCustomData`. @throws ImError 80002 */
export function readCloudCustomData(request: JsonObject, fallback = ''): string {
  const data = readString(request, 'CloudCustomData', fallback)
  if (Buffer.byteLength(data) > Limits.messageBytes) {
    throw new ImError(ErrorCode.MESSAGE_TOO_LONG, `CloudCustomData exceeds ${Limits.messageBytes} bytes`)
  }
  return data
}

/** Whether a message with this content can get other content. */
export function isEditable(elements: readonly unknown[]): boolean {
  return elements.every((element) => isObject(element) && EDITABLE.has(String(element.MsgType)))
}
