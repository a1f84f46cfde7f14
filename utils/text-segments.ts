/** A part of a text. Only `text` can not be tapped. */
export interface TextSegment {
  type: 'text' | 'link' | 'phone' | 'email' | 'mention'
  text: string
}

// Every pattern is bounded and begins with a run that it takes whole, so that no text, however long or hostile, is
// looked through more than a fixed number of times. There is no look-behind: older phones do not know it.
const URL_TAIL = "[\\w\\-.~:/?#[\\]@!$&'()*+,;=%]{1,2000}"
const LINK = `(?:https?:\\/\\/|www\\.)${URL_TAIL}`
const EMAIL = '[\\w+%-][\\w.+%-]{0,63}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4}'
const PHONE = '\\+?\\d[\\d -]{4,22}\\d'
const WORD = '[\\w+%-][\\w.+%-]*'
const MENTION = '@[^\\s@，。！？、：；,!?]{1,40}'
const TOKENS = [LINK, EMAIL, PHONE, WORD]
const PHONE_GROUP = 3
const SEARCH = TOKENS.map((pattern) => `(${pattern})`).join('|')
const plainSearch = (): RegExp => new RegExp(SEARCH, 'gi')
const mentionSearch = (): RegExp => new RegExp(`${SEARCH}|(${MENTION})`, 'gi')

/** Names without a scheme are links only under these: `readme.md` is a file. */
const BARE =
  /^(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|cn|net|org|edu|gov|io|cc|top|xyz|vip|shop|site|app|dev|ai|info)$/i
/** Longer than any domain. */
const DOMAIN_LENGTH = 253

/** Mobile, service, land line with its area, and international numbers. */
const NUMBERS =
  /^(?:(?:\+?86)?1[3-9]\d{9}|[48]00\d{7}|95\d{3,6}|0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8}|\+\d{7,15})$/

/** Beyond these a text is no text but a list of links or numbers: the rest of it stays plain. */
const MAX_SPECIAL = 500
const MAX_NUMBERS = 5000

/** What follows a link in a sentence, or closes what stood open before it. */
const TRAILING = new Set(".,;:!?'*~-_")
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

/** A link without the punctuation of the sentence around it; brackets that were opened inside belong to it. */
function trimLink(link: string): string {
  const open: Record<string, number> = { '(': 0, '[': 0 }
  for (const character of link) {
    if (character in open) open[character] = (open[character] ?? 0) + 1
    const opener = CLOSING[character]
    if (opener) open[opener] = (open[opener] ?? 0) - 1
  }
  let end = link.length
  for (; end > 0; end--) {
    const last = link.charAt(end - 1)
    const opener = CLOSING[last]
    if (opener) {
      if ((open[opener] ?? 0) >= 0) break
      open[opener] = (open[opener] ?? 0) + 1
    } else if (!TRAILING.has(last)) break
  }
  return link.slice(0, end)
}

const isWordAt = (text: string, at: number): boolean => /[\w@]/.test(text.charAt(at))

/** Numbers are written in no more groups than this, and have no fewer digits. */
const MAX_GROUPS = 5
const MIN_DIGITS = 5

/** The number at the start of `found`, which may have run on into the next one. */
function phoneIn(found: string, text: string, at: number): string {
  const groups = found.split(' ', MAX_GROUPS)
  for (let number = groups.join(' '); number.length >= MIN_DIGITS; number = groups.join(' ')) {
    groups.pop()
    if (NUMBERS.test(number.replace(/[ -]/g, '')) && !isWordAt(text, at + number.length)) return number
  }
  return ''
}

/** A domain that nobody put a scheme before, with the path behind it. */
function bareLink(word: string, text: string, at: number): string {
  const domain = word.replace(/[.+%_-]{1,4}$/, '')
  if (domain.length > DOMAIN_LENGTH || !BARE.test(domain)) return ''
  if (domain.length < word.length || !/[/:?#]/.test(text.charAt(at + domain.length))) return domain
  const tail = new RegExp(URL_TAIL, 'iy')
  tail.lastIndex = at + domain.length
  return trimLink(domain + (tail.exec(text)?.[0] ?? ''))
}

interface Found {
  type: TextSegment['type']
  length: number
  /** Where the search goes on. */
  skip: number
}

/** @param match groups in the order of {@link TOKENS}, then the mention */
function special(match: RegExpExecArray, text: string): Found {
  const [whole, link, email, phone, word, mention] = match
  const at = match.index
  const found = (type: Found['type'], length: number, skip = length): Found => ({ type, length, skip })
  if (link !== undefined) {
    const trimmed = trimLink(link)
    const host = trimmed.replace(/^(?:https?:\/\/|www\.)/i, '')
    return /^[\w[]/.test(host) ? found('link', trimmed.length) : found('text', 0, whole.length)
  }
  if (email !== undefined) return found('email', email.replace(/[.-]+$/, '').length)
  if (phone !== undefined) {
    const number = phoneIn(phone, text, at)
    if (number) return found('phone', number.length)
    // Not the whole of it: a number may begin behind the next blank.
    const first = /^\+?[\w.%-]*/.exec(whole)?.[0].length ?? 1
    return found('text', 0, Math.max(first, 1))
  }
  if (word !== undefined) {
    const domain = bareLink(word, text, at)
    return domain ? found('link', domain.length) : found('text', 0, whole.length)
  }
  return found('mention', (mention ?? '').length)
}

/**
 * A text in parts that can be tapped and parts that can not. Together they are exactly the text. Time grows with its
 * length, whatever it holds.
 * @param mentions also takes `@name` as a part
 * @param most parts that can be tapped; what comes after them stays plain
 */
export function textSegments(text: string, mentions = false, most = MAX_SPECIAL): TextSegment[] {
  const search = mentions ? mentionSearch() : plainSearch()
  const segments: TextSegment[] = []
  let plainFrom = 0
  let specials = 0
  let numbers = 0
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const { type, length, skip } = special(match, text)
    search.lastIndex = match.index + skip
    if (match[PHONE_GROUP] !== undefined) numbers++
    if (specials >= most || numbers >= MAX_NUMBERS) break
    if (!length) continue
    if (match.index > plainFrom) segments.push({ type: 'text', text: text.slice(plainFrom, match.index) })
    plainFrom = match.index + length
    segments.push({ type, text: text.slice(match.index, plainFrom) })
    specials++
  }
  if (plainFrom < text.length || !segments.length)
    segments.push({ type: 'text', text: text.slice(plainFrom) })
  return segments
}
