import { Command } from 'commander'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageFiles, writePackage } from './build'
import { printed, sizeReport } from './size-report'

async function main(): Promise<void> {
  const root = join(__dirname, '..', '..')
  const { out } = new Command('build')
    .description('Builds the package that hosts install.')
    .option('--out <dir>', 'where to', join(root, 'dist'))
    .parse()
    .opts<{ out: string }>()
  const files = await packageFiles(root)
  writePackage(files, resolve(out))
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const report = sizeReport(files, Object.keys(dependencies))
  console.log(printed(report))
  for (const excess of report.excesses) console.error(`Over budget: ${excess}.`)
  if (report.excesses.length > 0) process.exitCode = 1
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
