import { Command } from 'commander'
import { cpus } from 'node:os'
import { UsageError } from '../ports'
import { imServer } from './im-server'
import type { Subject } from './subject'
import { line } from './table'
import { ui } from './ui'

const SUBJECTS: readonly Subject[] = [ui, imServer]

/** Prints figures; it judges nothing: a busy machine is slower, and that is no error. */
async function main(): Promise<void> {
  const names = SUBJECTS.map(({ name }) => name)
  const program = new Command('bench')
    .description('Measures the speed of this project and prints a table of figures.')
    .argument('[subjects...]', `what to measure: ${names.join(', ')} (default: everything)`)
    .parse(process.argv)
  const unknown = program.args.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`There is no subject ${unknown}: there is ${names.join(', ')}.`)

  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`
  process.stdout.write(`${machine}\n`)
  for (const subject of SUBJECTS) {
    if (program.args.length > 0 && !program.args.includes(subject.name)) continue
    process.stdout.write(`\n${subject.name}\n`)
    await subject.run((figure) => void process.stdout.write(`${line(figure)}\n`))
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
