/**
 * `npm test`: lint, types, compile gates, then every test. Stops at nothing, so that one run tells everything;
 * ends with a line that counts. Words given are passed to jest and skip the rest: `npm test -- --selectProjects unit`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', name)

/** Checks that are no tests of jest's. Each counts as one. */
const gates: readonly (readonly [string, readonly string[]])[] = [
  ['lint', [bin('eslint/bin/eslint.js'), '.']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '.']],
  ['types: kit', [bin('typescript/bin/tsc'), '-p', '.']],
  ['types: tools', [bin('typescript/bin/tsc'), '-p', 'tools']],
  ['types: preview', [bin('typescript/bin/tsc'), '-p', 'tools/preview/runtime']],
  ['types: tests', [bin('typescript/bin/tsc'), '-p', 'tests']],
  ['compile gates', ['--import', 'tsx', 'tools/checks/cli.ts']],
]

function node(args: readonly string[]): boolean {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (error) throw error
  return status === 0
}

interface Counts {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
}

/** @returns what jest counted; nothing when it died before it wrote its report */
function countsOf(report: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Counts
  } catch {
    return undefined
  }
}

let passed = 0
let failed = 0
const broken: string[] = []
const words = process.argv.slice(2)

if (!words.length) {
  for (const [name, args] of gates) {
    const began = Date.now()
    const ok = node(args)
    console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (ok) passed++
    else {
      failed++
      broken.push(name)
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'chat-uikit-'))
try {
  const report = join(folder, 'jest.json')
  // Two workers: the browser tests start a server and a browser of their own.
  const ok = node([bin('jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${report}`, ...words])
  const counts = countsOf(report)
  passed += counts?.numPassedTests ?? 0
  // Jest can also fail without a failed test: when the run as a whole did not cover what it must.
  failed += counts ? counts.numFailedTests + counts.numRuntimeErrorTestSuites || Number(!ok) : 1
  if (!ok || !counts) broken.push('tests')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

if (broken.length) console.log(`Failed: ${broken.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(broken.length ? 1 : 0)
