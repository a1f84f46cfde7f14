import path from 'node:path'
import { Command } from 'commander'
import { readSources } from './read-sources'
import { CHECKS, runChecks } from './run-checks'
import { formatFinding } from './source'

const program = new Command('checks')
  .description('The official compilers and our own checks over the kit and the example mini programs')
  .option('--root <dir>', 'the repository', '.')
  .parse()

const { root } = program.opts<{ root: string }>()
const { findings, skipped, counts } = runChecks(readSources(path.resolve(root)))
const looked = Object.entries(counts)
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

findings.forEach((finding) => print(formatFinding(finding)))
skipped.forEach(print)
print(
  `checked ${looked.map(([kind, count]) => `${count} ${kind}`).join(', ')} with ${Object.keys(CHECKS).join(', ')}`,
)
if (!counts.wxml || !counts.ts) {
  print('error: no components found to check')
  process.exitCode = 1
} else {
  print(
    findings.length ? `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}` : 'no findings',
  )
  if (findings.length) process.exitCode = 1
}
