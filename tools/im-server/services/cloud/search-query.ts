import { ErrorCode, ImError } from '../../errors'
import { readCount, readString, readStrings, type JsonObject } from '../../json'
import { Limits } from '../../limits'

/** What a search looks for, in texts of any kind. */
export interface Keywords {
  readonly words: readonly string[]
  /** All of the words, or one of them. */
  readonly all: boolean
}

export interface Page {
  readonly count: number
  /** Empty: from the start. */
  readonly cursor: string
}

export function refuseSearch(info: string): never {
  throw new ImError(ErrorCode.SEARCH_INVALID, info)
}

/** At most five words, without regard to upper and lower case. @throws ImError 27003 */
export function readKeywords(body: JsonObject, key: string, all: boolean): Keywords {
  const words = readStrings(body, key, []).filter((word) => word.trim() !== '')
  if (words.length > Limits.searchKeywords) refuseSearch(`at most ${Limits.searchKeywords} keywords`)
  return { words: words.map((word) => word.toLowerCase()), all }
}

/** Each word may be in another of the texts. */
export function matches({ words, all }: Keywords, texts: readonly string[]): boolean {
  const searched = texts.map((text) => text.toLowerCase())
  const occurs = (word: string): boolean => searched.some((text) => text.includes(word))
  return all ? words.every(occurs) : words.some(occurs)
}

export function readPage(body: JsonObject): Page {
  const count = readCount(body, 'Count', Limits.searchPage)
  return { count: Math.min(Math.max(count, 1), Limits.searchPage), cursor: readString(body, 'Cursor', '') }
}

/**
 * One page of a list in a fixed order.
 * @param nameOf names an entry uniquely: the cursor is the name of the last one of a page
 */
export function pageOf<T>(list: readonly T[], { count, cursor }: Page, nameOf: (entry: T) => string) {
  const last = cursor === '' ? -1 : list.findIndex((entry) => nameOf(entry) === cursor)
  if (cursor !== '' && last < 0) refuseSearch('the cursor is not one of this search')
  const page = list.slice(last + 1, last + 1 + count)
  const end = page.at(-1)
  const more = end !== undefined && last + 1 + page.length < list.length
  return { page, reply: { TotalCount: list.length, Cursor: more ? nameOf(end) : '' } }
}
