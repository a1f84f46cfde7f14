/** Where a fenced block of code begins and ends; the closing fence stands as far in as the opening one. */
const FENCE = /^( *)```(\w*)\n([^]*?)^\1```$/gm
const LINK = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g
const PICTURE = /!\[[^\]]*\]\([^)\s]*\)|<img\b[^>]*>/

const isElsewhere = (target: string): boolean => /^[a-z]+:/.test(target)

export interface Link {
  /** As written: `../guides/theme.md#dark`. */
  readonly target: string
  readonly offset: number
}

export interface CodeBlock {
  readonly language: string
  readonly code: string
  readonly offset: number
}

export interface Heading {
  readonly level: number
  readonly title: string
  readonly offset: number
}

/** The text with its code blanked, so that offsets stay valid. */
export const withoutCode = (text: string): string =>
  text.replace(FENCE, (block) => block.replace(/[^\n]/g, ' '))

export const codeBlocksOf = (text: string): CodeBlock[] =>
  [...text.matchAll(FENCE)].map(({ 2: language = '', 3: code = '', index }) => {
    return { language, code, offset: index }
  })

export const headingsOf = (text: string): Heading[] =>
  [...withoutCode(text).matchAll(/^(#+) +(.+)$/gm)].map(({ 1: marks = '', 2: title = '', index }) => {
    return { level: marks.length, title, offset: index }
  })

/** Links within the project: to other files, and to headings. */
export const linksOf = (text: string): Link[] =>
  [...withoutCode(text).matchAll(LINK)]
    .map(({ 3: target = '', index }) => ({ target, offset: index }))
    .filter(({ target }) => !isElsewhere(target))

/** The name by which a link finds a heading: `## SDK 也放进分包，以及独立分包` is `#sdk-也放进分包以及独立分包`. */
export function anchorsOf(text: string): string[] {
  return headingsOf(text).map(({ title }) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}

/** @param keep whether what a link leads to is there; other links become their words */
export const withLinks = (text: string, keep: (target: string) => boolean): string =>
  outsideCode(text, (words) =>
    words.replace(LINK, (link, picture: string, name: string, target: string) =>
      picture || isElsewhere(target) || keep(target) ? link : name,
    ),
  )

/** Lines that show pictures and say nothing go, each with the empty line behind it. */
export const withoutPictures = (text: string): string =>
  outsideCode(text, (words) =>
    words.replace(/^.*\n\n?/gm, (line) => {
      const left = line.replace(new RegExp(PICTURE, 'g'), '').replace(/<\/?\w[^>]*>|[\s|]/g, '')
      return PICTURE.test(line) && !left ? '' : line
    }),
  )

export const hasPictures = (text: string): boolean => PICTURE.test(withoutCode(text))

function outsideCode(text: string, change: (words: string) => string): string {
  const blocks: string[] = []
  const words = text.replace(FENCE, (block) => `\0${blocks.push(block) - 1}\0`)
  return change(words).replace(/\0(\d+)\0/g, (_, index: string) => blocks[Number(index)] ?? '')
}
