import { randomBytes } from 'node:crypto'
import { ErrorCode, ImError } from '../../../errors'
import { isObject, readID, readObjects, readString, type JsonObject } from '../../../json'
import { Limits } from '../../../limits'

export function invalid(info: string): ImError {
  return new ImError(ErrorCode.GROUP_INVALID_PARAMETERS, info)
}

/** A text that is present and not too long. @throws ImError 10004 */
export function boundedText(source: JsonObject, key: string, bytes: number): string {
  const text = readString(source, key, '')
  if (Buffer.byteLength(text) > bytes) throw invalid(`${key} is longer than ${bytes} bytes`)
  return text
}

/** One of the values of an enumeration; absent: the fallback. @throws ImError 10004 */
export function oneOf<T extends string>(
  source: JsonObject,
  key: string,
  values: Readonly<Record<string, T>>,
  fallback?: T,
): T {
  const value = source[key] ?? fallback
  const found = Object.values(values).find((candidate) => candidate === value)
  if (found === undefined) throw invalid(`${key} must be one of ${Object.values(values).join(', ')}`)
  return found
}

/** `On` or `Off`. @throws ImError 10004 */
export function isOn(source: JsonObject, key: string): boolean {
  return oneOf(source, key, { on: 'On', off: 'Off' }) === 'On'
}

/**
 * Custom fields: `[{ Key, Value }]`, merged into those that are there.
 * @throws ImError 10004
 */
export function mergeCustom(
  old: Readonly<Record<string, string>>,
  source: JsonObject,
  key: string,
  most: number,
): Record<string, string> {
  const merged = new Map(Object.entries(old))
  for (const item of readObjects(source, key, [])) {
    const name = readID(item, 'Key')
    const value = readString(item, 'Value', '')
    if (Buffer.byteLength(name) > Limits.customKeyBytes) throw invalid(`the key ${name} is too long`)
    if (Buffer.byteLength(value) > Limits.customValueBytes) throw invalid(`the value of ${name} is too long`)
    merged.set(name, value)
  }
  if (merged.size > most) throw invalid(`there can be ${most} custom fields`)
  return Object.fromEntries(merged)
}

/** The user IDs of a list of `{ Member_Account }` or of strings, each once. @throws ImError 10004, 10005 */
export function readUserIDs(source: JsonObject, key: string): string[] {
  const list = source[key] ?? []
  if (!Array.isArray(list)) throw invalid(`${key} must be a list`)
  const userIDs = list.map((item: unknown) => (isObject(item) ? readID(item, 'Member_Account') : item))
  if (!userIDs.every((userID): userID is string => typeof userID === 'string' && userID !== '')) {
    throw invalid(`${key} must name users`)
  }
  if (userIDs.length > Limits.membersPerRequest) {
    throw new ImError(ErrorCode.GROUP_TOO_MANY_ACCOUNTS, `at most ${Limits.membersPerRequest} users at once`)
  }
  return [...new Set(userIDs)]
}

/** The client tells communities and topics from other groups by how their IDs begin. */
const GENERATED = '@TGS#'
const COMMUNITY = '@TGS#_'
const TOPIC = '@TOPIC#_'

function randomName(): string {
  return randomBytes(6).toString('hex').toUpperCase()
}

export function newGroupID(isCommunity: boolean): string {
  return `${isCommunity ? `${COMMUNITY}${GENERATED}` : GENERATED}${randomName()}`
}

export function newTopicID(groupID: string): string {
  return `${groupID}${TOPIC}@TOPIC#${randomName()}`
}

const PRINTABLE = /^[\x20-\x7e]+$/

/** An ID that the creator has chosen. @throws ImError 10015 */
export function checkGroupID(groupID: string, isCommunity: boolean): void {
  const own = isCommunity ? groupID.slice(COMMUNITY.length) : groupID
  if (
    !PRINTABLE.test(groupID) ||
    groupID.length > Limits.groupIDBytes ||
    groupID.startsWith(COMMUNITY) !== isCommunity ||
    own === '' ||
    own.startsWith(GENERATED) ||
    groupID.includes(TOPIC)
  ) {
    throw new ImError(ErrorCode.GROUP_INVALID_ID, `${groupID} cannot be the ID of such a group`)
  }
}

/** An ID of a topic that the creator has chosen. @throws ImError 10015 */
export function checkTopicID(topicID: string, groupID: string): void {
  const own = topicID.slice(`${groupID}${TOPIC}`.length)
  const isWellFormed = topicID.startsWith(`${groupID}${TOPIC}`) && own !== '' && !own.startsWith('@TOPIC#')
  if (!isWellFormed || !PRINTABLE.test(topicID) || topicID.length > Limits.topicIDBytes) {
    throw new ImError(ErrorCode.GROUP_INVALID_ID, `${topicID} cannot be the ID of a topic of ${groupID}`)
  }
}
