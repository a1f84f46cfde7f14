// Zero-width, blank and direction-control characters: harmless inside a message, but a name made of them is
// invisible, or turns the rest of its row around. The joiners U+200C and U+200D stay between other characters:
// scripts and emoji need them there.
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|\u034F/g
// eslint-disable-next-line no-control-regex -- control characters are what is to be removed
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
const EDGE = /[\s\u200C\u200D]/

/** A name or preview on one line: without control, zero-width and direction characters. */
export function singleLine(text: string): string {
  const line = text.replace(INVISIBLE, '').replace(CONTROL, ' ')
  // By hand: a pattern that looks for the end is quadratic on long runs of blanks.
  let start = 0
  let end = line.length
  while (start < end && EDGE.test(line.charAt(start))) start++
  while (end > start && EDGE.test(line.charAt(end - 1))) end--
  return line.slice(start, end)
}

/** Whether there is anything to be seen in it; looked for in pieces, of which the first that has something ends it. */
export function hasVisible(text: string): boolean {
  const PIECE = 1000
  for (let at = 0; at < text.length; at += PIECE) if (singleLine(text.slice(at, at + PIECE))) return true
  return false
}

/** Cuts to at most `max` characters without splitting a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  const split = last >= 0xd800 && last <= 0xdbff
  return `${text.slice(0, split ? max - 1 : max)}…`
}

/** Ideographs and other full-width characters are twice as wide as letters. */
const isWide = (character: string): boolean => character >= '\u1100'

/**
 * Cuts a name out of its middle, so that its beginning and its ending (of a file: the extension) can be read.
 * @param width in letters; what is full-width counts twice
 */
export function clipMiddle(text: string, width: number): string {
  const characters = Array.from(text)
  const widthOf = (character: string): number => (isWide(character) ? 2 : 1)
  if (characters.reduce((sum, character) => sum + widthOf(character), 0) <= width) return text
  const take = (list: readonly string[], room: number): string[] => {
    let left = room
    const end = list.findIndex((character) => (left -= widthOf(character)) < 0)
    return list.slice(0, end)
  }
  const tail = take([...characters].reverse(), Math.floor(width / 3)).reverse()
  const head = take(characters, width - Math.floor(width / 3) - 1)
  return `${head.join('')}…${tail.join('')}`
}

/** The first visible character, for an avatar without a picture. */
export function initial(name: string): string {
  const first = Array.from(singleLine(name))[0] ?? ''
  return first.toUpperCase()
}

/** A number from 0 to `buckets - 1` that is the same for the same text on every phone (FNV-1a). */
export function bucket(text: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0) % buckets
}

// A pictograph with its skin tone, variation selector and joined parts, a keycap, a flag, or any one character.
const LAST_CHARACTER =
  '(?:[0-9#*]\\uFE0F?\\u20E3|\\p{Regional_Indicator}{2}|\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})*' +
  '(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})*)*|[^])$'

/** Made at run time: an engine that does not know these names would not even load a file with such a literal. */
function lastCharacter(): RegExp {
  try {
    return new RegExp(LAST_CHARACTER, 'u')
  } catch {
    return /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^])\uFE0F?$/
  }
}
const lastCharacterPattern = lastCharacter()

/** The text without its last character, as people count them: a joined emoji goes as one. */
export function dropLastCharacter(text: string): string {
  return text.replace(lastCharacterPattern, '')
}

/** Length in UTF-8 bytes: mini programs have no encoder. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

// Hebrew, Arabic and their relatives, and the presentation forms of them.
const FROM_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LETTER =
  /[A-Za-z\u00C0-\u02B8\u0370-\u03FF\u0400-\u0482\u048A-\u058F\u0E01-\u0E30\u1100-\u1159\u3041-\u3096\u30A1-\u30FA\u3400-\u9FFF\uAC00-\uD7A3\uFF21-\uFF5A]/

/** Whether a text is read from right to left: by its first letter, as platforms decide it. */
export function readsFromRight(text: string): boolean {
  // The first letter is near the beginning, or there is hardly one.
  for (const character of text.slice(0, 200)) {
    if (FROM_RIGHT.test(character)) return true
    if (LETTER.test(character)) return false
  }
  return false
}
