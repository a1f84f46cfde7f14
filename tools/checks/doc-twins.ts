import { posix } from 'node:path'
import { codeBlocksOf, headingsOf, linksOf, withoutCode, type CodeBlock } from './markdown'
import { findingAt, type Finding, type Source } from './source'

const CHECK = 'doc-twins'
const HAN = /\p{Script=Han}|^zh-CN$/u
/** A text in code, or a comment. */
const TOKEN =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[^]*?\*\/|<!--[^]*?-->|(?<![:\w])\/\/.*|(?<=^|\s)# .*/gm

interface Section {
  readonly level: number
  readonly offset: number
  readonly rows: number
  readonly blocks: readonly CodeBlock[]
}

/** `page.md` and `page.en.md` say the same: section by section as many rows of tables, and the same code. */
export function docTwins(sources: readonly Source[]): Finding[] {
  const pages = new Map(sources.map((source) => [source.path, source]))
  return sources
    .filter(({ path }) => path.endsWith('.en.md'))
    .flatMap((english) => {
      const chinese = pages.get(chineseOf(english.path))
      if (!chinese) return [findingAt(english, 0, `there is no ${chineseOf(english.path)}`, CHECK)]
      return [
        ...inStep(english, chinese),
        ...linked(english, chinese),
        ...linked(chinese, english),
        ...toChinese(english, chinese, pages),
      ]
    })
}

const chineseOf = (path: string): string => path.replace(/\.en\.md$/, '.md')
const englishOf = (path: string): string => path.replace(/(\.en)?\.md$/, '.en.md')

function inStep(english: Source, chinese: Source): Finding[] {
  const [mine, others] = [sectionsOf(english), sectionsOf(chinese)]
  if (mine.length !== others.length) {
    const counts = `${mine.length - 1} headings, ${chinese.path} has ${others.length - 1}`
    return [findingAt(english, 0, counts, CHECK)]
  }
  return mine.flatMap((section, index) => {
    const other = others[index]
    const difference = other && differenceOf(section, other)
    if (!difference) return []
    const [offset, words] = difference
    return [findingAt(english, offset, `${words} in ${chinese.path}`, CHECK)]
  })
}

function differenceOf(mine: Section, other: Section): [offset: number, words: string] | undefined {
  if (mine.level !== other.level) return [mine.offset, `this heading has another level`]
  if (mine.rows !== other.rows) return [mine.offset, `${mine.rows} rows of tables here, ${other.rows}`]
  if (mine.blocks.length !== other.blocks.length)
    return [mine.offset, `${mine.blocks.length} blocks of code here, ${other.blocks.length}`]
  const block = mine.blocks.find((candidate, index) => {
    const twin = other.blocks[index]
    return twin && !(candidate.language === twin.language && sameCode(candidate.code, twin.code))
  })
  return block && [block.offset, 'this code is not the same']
}

function sectionsOf({ text }: Source): Section[] {
  const headings = [{ level: 0, offset: 0 }, ...headingsOf(text)]
  const blocks = codeBlocksOf(text)
  const words = withoutCode(text)
  return headings.map(({ level, offset }, index) => {
    const end = headings[index + 1]?.offset ?? text.length
    return {
      level,
      offset,
      rows: words.slice(offset, end).match(/^ *\|/gm)?.length ?? 0,
      blocks: blocks.filter((block) => block.offset >= offset && block.offset < end),
    }
  })
}

/** Comments may differ, and so may texts that are in Chinese; lines may break elsewhere. */
function sameCode(english: string, chinese: string): boolean {
  const [mine, other] = [tokensOf(english), tokensOf(chinese)]
  return (
    mine.length === other.length &&
    mine.every((token, at) => token === other[at] || HAN.test(other[at] ?? ''))
  )
}

/** The code between its texts, and the texts (without their quotes), in order. */
function tokensOf(code: string): string[] {
  const found: string[] = []
  let between = ''
  let end = 0
  const flush = (): void => {
    found.push(between.replace(/\s+/g, ' ').trim())
    between = ''
  }
  for (const { 0: token, index } of code.matchAll(TOKEN)) {
    between += code.slice(end, index)
    end = index + token.length
    if (!/^['"`]/.test(token)) continue
    flush()
    found.push(token.slice(1, -1))
  }
  between += code.slice(end)
  flush()
  return found
}

/** Whoever came to the wrong language finds the other one. */
function linked(from: Source, to: Source): Finding[] {
  const found = linksOf(from.text).some(({ target }) => targetOf(from, target) === to.path)
  return found ? [] : [findingAt(from, 0, `does not link to ${to.path}`, CHECK)]
}

function toChinese(english: Source, twin: Source, pages: ReadonlyMap<string, Source>): Finding[] {
  return linksOf(english.text).flatMap(({ target, offset }) => {
    const path = targetOf(english, target)
    const better = englishOf(path)
    if (path === twin.path || path === better || !pages.has(better)) return []
    return [findingAt(english, offset, `leads to the Chinese page, there is ${better}`, CHECK)]
  })
}

const targetOf = ({ path }: Source, link: string): string =>
  posix.join(posix.dirname(path), link.replace(/#.*/, ''))
