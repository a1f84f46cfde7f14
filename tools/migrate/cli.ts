/** `node --import tsx tools/migrate/cli.ts <folder>`: what a mini program uses of the earlier kit, and what to do. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { readHost, rewritten, type Use } from './host'
import { scan } from './scan'
import { asMarkdown } from './table'

const describe = ({ file, line, code, entry }: Use): string =>
  `${file}:${line}  ${entry.verdict.padEnd(7)}  ${code}  ${entry.now}`

function main(): void {
  const command = new Command('migrate')
    .description(
      'Finds what a mini program uses of chat-uikit-wechat 1.x and 2.x, and says what to do about it.',
    )
    .argument('[folder]', 'the mini program', '.')
    .option('--write', 'do what can be done without a decision', false)
    .option('--quiet', 'leave out what still works', false)
    .option('--table', 'print everything that it knows as Markdown, and look at nothing', false)
    .parse()
  const { write, quiet, table } = command.opts<{ write: boolean; quiet: boolean; table: boolean }>()
  if (table) return console.log(asMarkdown())
  const root = resolve(command.processedArgs[0] as string)
  const uses = scan(readHost(root))
  const done = write ? uses.filter(({ edit }) => edit) : []
  for (const file of new Set(done.map((use) => use.file))) {
    const edits = done.flatMap((use) => (use.file === file && use.edit ? [use.edit] : []))
    writeFileSync(join(root, file), rewritten(readFileSync(join(root, file), 'utf8'), edits))
  }
  for (const use of uses) {
    if (quiet && use.entry.verdict === 'works') continue
    console.log(`${describe(use)}${done.includes(use) ? '  (done)' : ''}`)
  }
  const left = uses.filter((use) => use.entry.verdict !== 'works' && !done.includes(use))
  const easy = left.filter(({ edit }) => edit).length
  const count = (verdict: string): number => uses.filter(({ entry }) => entry.verdict === verdict).length
  console.log(
    `${uses.length} uses: ${count('works')} still work, ${count('renamed')} renamed, ${count('gone')} gone; ` +
      `${done.length} rewritten, ${left.length} left to do${easy ? `, ${easy} of them by --write` : ''}`,
  )
  if (left.length) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
