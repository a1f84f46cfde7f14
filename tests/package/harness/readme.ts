import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..')

/** The ways to integrate that the README shows, by the comment that begins each. */
export type FlowName =
  'main-package' | 'subpackage' | 'npm' | 'all-in-subpackage' | 'single-chat' | 'lite-chat'

export interface CodeBlock {
  readonly language: string
  readonly text: string
  /** The file that it is the content of, as named in the sentence before it. */
  readonly file: string | undefined
}

/** The code blocks of one way to integrate, in order. */
export function codeBlocks(readme: 'README.md' | 'README.en.md', flow: FlowName): CodeBlock[] {
  const text = readFileSync(join(ROOT, readme), 'utf8')
  const start = text.indexOf(`<!-- flow: ${flow} -->`)
  if (start < 0) throw new Error(`${readme} has no flow "${flow}"`)
  const rest = text.slice(start)
  const section = rest.slice(0, rest.search(/\n#{2,3} /))
  return blocksOf(section)
}

function blocksOf(section: string): CodeBlock[] {
  const fence = /^( *)```(\w+)\n([^]*?)^\1```$/gm
  const blocks: CodeBlock[] = []
  let end = 0
  for (const match of section.matchAll(fence)) {
    const [whole, indent = '', language = '', body = ''] = match
    const before = section.slice(end, match.index).trim().split('\n\n').pop() ?? ''
    const names = [...before.matchAll(/`([\w./-]+\.(?:js|json|wxml))`/g)]
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    blocks.push({ language, text, file: names.at(-1)?.[1] })
    end = match.index + whole.length
  }
  return blocks
}

/** The commands of one way to integrate, for a POSIX shell or for that of Windows. */
export function commands(flow: FlowName, language: 'bash' | 'bat' = 'bash'): string {
  return codeBlocks('README.md', flow)
    .filter((block) => block.language === language)
    .map(({ text }) => text)
    .join('')
}

/** The content of a file that the README shows. */
export function fileOf(flow: FlowName, file: string): string {
  const block = codeBlocks('README.md', flow).find((candidate) => candidate.file === file)
  if (!block) throw new Error(`the README shows no ${file} in "${flow}"`)
  return block.text
}
