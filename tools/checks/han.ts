import { literalsOf } from './literals'
import { blank, findingAt, hasExtension, isKitView, isTest, type Finding, type Source } from './source'

const CHECK = 'han'
/** Han characters and the punctuation that goes with them. */
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/u

/** Words that people read belong in `locales/`. */
export function han(sources: readonly Source[]): Finding[] {
  return sources
    .filter((source) => isKitView(source) && !isTest(source))
    .flatMap((source) => {
      if (hasExtension(source, 'ts', 'wxs')) return inScript(source)
      return hasExtension(source, 'wxml', 'wxss') ? inMarkup(source) : []
    })
}

function inScript(source: Source): Finding[] {
  return literalsOf(source).flatMap(({ text, offset }) => {
    const found = HAN.exec(text)?.[0]
    return found ? [findingAt(source, offset, message(found), CHECK)] : []
  })
}

function inMarkup(source: Source): Finding[] {
  const comment = hasExtension(source, 'wxml') ? /<!--[\s\S]*?-->/g : /\/\*[\s\S]*?\*\//g
  const text = blank(source.text, comment)
  return [...text.matchAll(new RegExp(HAN, 'gu'))].map((match) => {
    return findingAt(source, match.index, message(match[0]), CHECK)
  })
}

function message(found: string): string {
  return `text belongs in locales/: ${found}`
}
