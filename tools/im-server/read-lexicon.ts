import { readFileSync } from 'node:fs'
import { UsageError } from '../ports'
import { ImError } from './errors'
import { isObject, readID, readObjects, readString, readStrings, type JsonObject } from './json'
import { LEXICON_SCENES, type Lexicon, type LexiconEntry } from './lexicon'

class LexiconError extends Error {}

function requirePattern(source: string): void {
  try {
    new RegExp(source, 'gi')
  } catch {
    throw new LexiconError(`/${source}/ is not a regular expression`)
  }
}

function readEntry(item: JsonObject): LexiconEntry {
  const regex = item.pattern !== undefined
  const text = readID(item, regex ? 'pattern' : 'word')
  if (regex) requirePattern(text)
  const replacement = item.replacement === undefined ? undefined : readString(item, 'replacement')
  for (const part of [regex ? text : '', replacement ?? '']) {
    // Otherwise \D would silently become \d.
    if (part !== part.toLowerCase()) throw new LexiconError(`${part}: the SDK's plugin makes it lower case`)
  }
  return { text, regex, ...(replacement === undefined ? {} : { replacement }) }
}

/**
 * Checks the content of a lexicon file: `{ words: [{ word | pattern, replacement? }], scenes? }`.
 *
 * - `word` is looked for as it is, without regard to upper and lower case; `pattern` is a regular expression.
 * - `replacement` is written in its place; without it, the message is blocked (the SDK rejects with 3123).
 * - `scenes` are those of {@link LEXICON_SCENES}; default: all.
 * @throws LexiconError, ImError
 */
function parseLexicon(document: unknown): Lexicon {
  if (!isObject(document)) throw new LexiconError('it must be a JSON object')
  const scenes = readStrings(document, 'scenes', Object.keys(LEXICON_SCENES))
  const unknown = scenes.find((scene) => !Object.hasOwn(LEXICON_SCENES, scene))
  if (unknown !== undefined) throw new LexiconError(`there is no scene ${unknown}`)
  return { entries: readObjects(document, 'words').map(readEntry), scenes }
}

/** For `--lexicon FILE`. @throws UsageError when the file cannot be read or is no lexicon */
export function readLexicon(file: string): Lexicon {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`The lexicon file ${file} cannot be read.`)
  }
  try {
    return parseLexicon(JSON.parse(text))
  } catch (error) {
    if (error instanceof LexiconError || error instanceof ImError || error instanceof SyntaxError) {
      throw new UsageError(`The lexicon file ${file} is not valid: ${error.message}.`)
    }
    throw error
  }
}
