import { PINYIN } from './pinyin-table'
import { singleLine } from './text'

/** Where a name belongs that begins with no letter of ours. */
export const OTHER = '#'

/** As the first character of a surname some are read in another way than the table says. */
const SURNAMES: Readonly<Record<string, string>> = {
  单: 'S',
  解: 'X',
  仇: 'Q',
  区: 'O',
  查: 'Z',
  乐: 'Y',
  覃: 'Q',
  翟: 'Z',
  种: 'C',
  繁: 'P',
  秘: 'B',
  折: 'S',
  召: 'S',
  曾: 'Z',
  员: 'Y',
  尉: 'Y',
}

interface Place {
  readonly letter: string
  readonly rank: number
}

let places: Map<string, Place> | undefined

/** Made when the first name is sorted: most pages never need it. */
function placeOf(character: string): Place | undefined {
  if (!places) {
    places = new Map()
    let rank = 0
    for (const letter of Object.keys(PINYIN) as (keyof typeof PINYIN)[]) {
      for (const known of PINYIN[letter]) places.set(known, { letter, rank: rank++ })
    }
  }
  return places.get(character)
}

/** The first of each letter, in the order of the platform. */
const BORDERS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀'
const LETTERS = Object.keys(PINYIN)
const LAST_BORDER = BORDERS.length - 1

/** Not every phone sorts by pinyin: without its tables the order is that of the code. */
function comparesPinyin(): boolean {
  for (let at = 0; at < LAST_BORDER; at++) {
    if (BORDERS.charAt(at).localeCompare(BORDERS.charAt(at + 1), 'zh-Hans-CN') >= 0) return false
  }
  return true
}
let platformSorts: boolean | undefined

/** For what the table has not, if the phone knows it. */
function letterByPlatform(character: string): string {
  if (!/^[\u3400-\u9FFF]$/.test(character)) return ''
  platformSorts = platformSorts ?? comparesPinyin()
  if (!platformSorts) return ''
  let at = LAST_BORDER
  while (at >= 0 && BORDERS.charAt(at).localeCompare(character, 'zh-Hans-CN') > 0) at--
  return LETTERS[at] ?? ''
}

/** The letter of an accented one: É is E. */
const plain = (character: string): string => character.normalize('NFD').charAt(0).toUpperCase()

function letterOf(character: string): string {
  const latin = plain(character)
  if (/^[A-Z]$/.test(latin)) return latin
  return placeOf(character)?.letter ?? letterByPlatform(character)
}

/** How many characters of a name decide its place, or are found by their letters. */
const DEEP = 16

const charactersOf = (name: string): string[] =>
  Array.from(singleLine(name).slice(0, DEEP * 2)).slice(0, DEEP)

export interface SortKey {
  /** A to Z, or {@link OTHER}. */
  readonly letter: string
  /** Sorts by code: first by letter, then as a dictionary does. */
  readonly key: string
}

/** Above all letters, so that 阿 comes after every Latin name with A. */
const RANKS_FROM = 0x3000

/** Where a name stands in an A–Z list. Names in Chinese stand by their pinyin. */
export function sortKey(name: string): SortKey {
  const [first = '', ...rest] = charactersOf(name)
  const letter = SURNAMES[first] ?? (letterOf(first) || OTHER)
  const keyOf = (character: string, of: string): string =>
    of + String.fromCharCode(RANKS_FROM + (placeOf(character)?.rank ?? 0x1000))
  const latin = (character: string): boolean => /^[A-Z]$/.test(plain(character))
  const tail = rest.map((character) => {
    if (latin(character)) return plain(character)
    const of = letterOf(character)
    return of ? keyOf(character, of) : character
  })
  const head = latin(first) ? letter : letter === OTHER ? `~${first}` : keyOf(first, letter)
  return { letter, key: head + tail.join('') }
}

/** The letters that a name in Chinese can be found by: wh for 王浩. Other characters stay, in lower case. */
export function initials(name: string): string {
  return charactersOf(name)
    .map(
      (character, at) => (at === 0 ? SURNAMES[character] : undefined) ?? (letterOf(character) || character),
    )
    .join('')
    .toLowerCase()
}
