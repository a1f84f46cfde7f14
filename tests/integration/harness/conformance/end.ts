import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readRecords, RECORD_FOLDER } from './record'
import { conformance } from './report'
import { sdkCommands } from './sdk-commands'

const PROJECT = join(__dirname, '../..')

function allTestFiles(): string[] {
  return readdirSync(PROJECT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(PROJECT, name))
}

/**
 * Jest's `globalTeardown`. It sets the exit code instead of throwing: jest still has to write its report.
 * @param options jest's global configuration
 */
export default function end(options: { testNamePattern?: string }): void {
  const folder = process.env[RECORD_FOLDER]
  if (!folder) return
  const recorded = readRecords(folder)
  rmSync(folder, { recursive: true, force: true })

  const whole = !options.testNamePattern && allTestFiles().every((file) => recorded.testFiles.includes(file))
  const { table, failures } = conformance(sdkCommands(), recorded, whole)
  const lines = [...table, ...failures.map((failure) => `✗ ${failure}`)]
  if (lines.length) process.stderr.write(`\n${lines.join('\n')}\n`)
  if (failures.length) process.exitCode = 1
}
