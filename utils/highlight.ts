/** A piece of a line, lit up or not. */
export interface Piece {
  /** Its place among the others. */
  at: number
  text: string
  hit: boolean
}

/** What stands before the first hit when that is too far from the beginning to be seen on a narrow phone. */
const BEFORE = 10
const SEEN = 18
const isTail = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** In small letters where that keeps every letter in its place: some become two. */
function small(text: string): string {
  const lowered = text.toLowerCase()
  return lowered.length === text.length ? lowered : text
}

/** Where the next of the words begins, and how long it is. */
function nextHit(line: string, words: readonly string[], from: number): { at: number; length: number } {
  let best = { at: -1, length: 0 }
  for (const word of words) {
    const at = line.indexOf(word, from)
    if (at >= 0 && (best.at < 0 || at < best.at || (at === best.at && word.length > best.length)))
      best = { at, length: word.length }
  }
  return best
}

/**
 * A line with the words in it lit up, cut around the first of them.
 * @param max length of the cut line, characters
 */
export function highlight(text: string, words: readonly string[], max: number): Piece[] {
  const wanted = words.map((word) => word.toLowerCase()).filter(Boolean)
  // Nobody reads what is further away, and a peer may send megabytes.
  const whole = text.slice(0, 20_000)
  const { at: first, length } = nextHit(small(whole), wanted, 0)
  let start = first > BEFORE && first + length > Math.min(SEEN, max) ? first - BEFORE : 0
  if (start && isTail(whole.charCodeAt(start))) start++
  let end = Math.min(whole.length, start + max)
  if (isTail(whole.charCodeAt(end))) end--
  const line = whole.slice(start, end)
  const lowered = small(line)
  const pieces: Piece[] = []
  const put = (piece: string, hit: boolean): void =>
    void (piece && pieces.push({ at: pieces.length, text: piece, hit }))
  let done = 0
  for (;;) {
    const hit = nextHit(lowered, wanted, done)
    if (hit.at < 0) break
    put((start && !done ? '…' : '') + line.slice(done, hit.at), false)
    put(line.slice(hit.at, hit.at + hit.length), true)
    done = hit.at + hit.length
  }
  put((start && !done ? '…' : '') + line.slice(done) + (start + line.length < text.length ? '…' : ''), false)
  return pieces
}
