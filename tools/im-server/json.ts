import { ErrorCode, ImError } from './errors'

/** A JSON object that came over the wire: nothing is known about its values. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(key: string, expected: string): never {
  throw new ImError(ErrorCode.INVALID_REQUEST, `${key} must be ${expected}`)
}

// The readers below narrow one field of a request. A missing field takes the fallback; without a fallback
// it is required. A field of the wrong type is refused either way.

export function readString(source: JsonObject, key: string, fallback?: string): string {
  const value = source[key] ?? fallback
  return typeof value === 'string' ? value : refuse(key, 'a string')
}

/** Like {@link readString}, and not empty: for IDs. */
export function readID(source: JsonObject, key: string): string {
  return readString(source, key) || refuse(key, 'not empty')
}

/** A non-negative integer. */
export function readCount(source: JsonObject, key: string, fallback?: number): number {
  const value = source[key] ?? fallback
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(key, 'a non-negative integer')
}

export function readObject(source: JsonObject, key: string): JsonObject {
  const value = source[key]
  return isObject(value) ? value : refuse(key, 'an object')
}

export function readList(source: JsonObject, key: string, fallback?: unknown[]): unknown[] {
  const value = source[key] ?? fallback
  return Array.isArray(value) ? (value as unknown[]) : refuse(key, 'a list')
}

export function readObjects(source: JsonObject, key: string, fallback?: JsonObject[]): JsonObject[] {
  const list = readList(source, key, fallback)
  return list.every(isObject) ? list : refuse(key, 'a list of objects')
}

export function readStrings(source: JsonObject, key: string, fallback?: string[]): string[] {
  const list = readList(source, key, fallback)
  return list.every((item) => typeof item === 'string') ? list : refuse(key, 'a list of strings')
}
