import { ErrorCode, ImError } from '../errors'
import { isObject, readCount, readID, readObject, readString, readStrings, type JsonObject } from '../json'
import type { SeedMessage } from './format'

function refuse(info: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, info)
}

function readNumber(source: JsonObject, key: string): number {
  const value = source[key]
  return typeof value === 'number' ? value : refuse(`${key} must be a number`)
}

/** How each kind of content that is not a text travels. */
const ELEMENTS: Record<string, (content: JsonObject) => JsonObject> = {
  face: (content) => ({
    MsgType: 'TIMFaceElem',
    MsgContent: { Index: readCount(content, 'index'), Data: readString(content, 'data') },
  }),
  location: (content) => ({
    MsgType: 'TIMLocationElem',
    MsgContent: {
      Desc: readString(content, 'description'),
      Latitude: readNumber(content, 'latitude'),
      Longitude: readNumber(content, 'longitude'),
    },
  }),
  custom: (content) => ({
    MsgType: 'TIMCustomElem',
    MsgContent: {
      // An object is what hosts put there most of the time, as a string of JSON.
      Data: isObject(content.data) ? JSON.stringify(content.data) : readString(content, 'data'),
      Desc: readString(content, 'description', ''),
      Ext: readString(content, 'extension', ''),
    },
  }),
}

function readContent(item: JsonObject): Pick<SeedMessage, 'text' | 'element'> {
  const kind = Object.keys(ELEMENTS).find((name) => item[name] !== undefined)
  if (kind === undefined) return { text: readID(item, 'text') }
  return { element: ELEMENTS[kind]?.(readObject(item, kind)) }
}

function readTarget(item: JsonObject): Pick<SeedMessage, 'to' | 'group'> {
  if (item.group === undefined) return { to: readID(item, 'to') }
  if (item.to !== undefined) refuse('a message goes to a user or to a group')
  return { group: readID(item, 'group') }
}

function readReactions(item: JsonObject): Pick<SeedMessage, 'reactions'> {
  if (item.reactions === undefined) return {}
  const reactions = readObject(item, 'reactions')
  return {
    reactions: Object.fromEntries(Object.keys(reactions).map((name) => [name, readStrings(reactions, name)])),
  }
}

/** @throws ImError */
export function parseMessage(item: JsonObject): SeedMessage {
  return {
    from: readID(item, 'from'),
    ...readTarget(item),
    ...readContent(item),
    minutesAgo: readCount(item, 'minutesAgo'),
    unread: Array.isArray(item.unread) ? readStrings(item, 'unread') : item.unread === true,
    ...(item.at === undefined ? {} : { at: readStrings(item, 'at') }),
    ...readReactions(item),
  }
}

/** Between two users who write in turn: a long conversation, for trying out history and performance. */
export function generateMessages(source: JsonObject): SeedMessage[] {
  const from = readID(source, 'from')
  const to = readID(source, 'to')
  const count = readCount(source, 'count')
  const minutesAgo = readCount(source, 'minutesAgo', count)
  const text = readString(source, 'text', '第 {n} 条消息')
  return Array.from({ length: count }, (_, index) => ({
    from: index % 2 ? to : from,
    to: index % 2 ? from : to,
    text: text.replaceAll('{n}', String(index + 1)),
    minutesAgo: minutesAgo * (1 - index / count),
    unread: false,
  }))
}
