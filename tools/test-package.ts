/**
 * `npm run test:package`: the package as hosts meet it. Builds and packs it, installs it into the mini programs of
 * the README, and runs them through WeChat's own tools and the preview. Words given are passed to jest:
 * `npm run test:package -- subpackage`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../tests/package/harness/figures'
import { INCUMBENT } from './build/size-report'

const root = join(import.meta.dirname, '..')
const TESTS = join(root, 'tests/package')
/** On Windows npm is a script, which only a shell can start. */
const shell = process.platform === 'win32'

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** WeChat's tools are large, so they are installed for these tests only. */
function installTools(): void {
  const mark = join(TESTS, 'node_modules/.package-lock.json')
  const lock = statSync(join(TESTS, 'package-lock.json'))
  if (existsSync(mark) && statSync(mark).mtimeMs >= lock.mtimeMs - 1000) return
  console.log("Installing WeChat's tools …")
  npm(['ci', '--no-audit', '--no-fund'], TESTS)
}

/** @returns the tarball's path */
function pack(folder: string): string {
  const dist = join(folder, 'dist')
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build/cli.ts', '--out', dist], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const output = npm(['pack', dist, '--json', '--pack-destination', folder], folder)
  const [{ filename } = { filename: '' }] = JSON.parse(output) as { filename: string }[]
  return join(folder, filename)
}

/** The incumbent's figures for the ways that it has. */
const INCUMBENT_WAYS: Readonly<Record<string, { main: number; sub: number }>> = {
  'main package': INCUMBENT.mainPackage,
  subpackage: INCUMBENT.subpackage,
  'all in the subpackage': INCUMBENT.allInSubpackage,
}

function printFigures(folder: string): void {
  if (!existsSync(folder)) return
  const rows = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Figures)
    .sort((a, b) => a.order - b.order)
  const column = (bytes?: number): string =>
    (bytes === undefined ? '–' : bytes.toLocaleString('en-US')).padStart(11)
  const heads = ['main', 'subpackage', 'kit', 'debug', 'incumbent', 'its sub']
  console.log(
    `\nbytes, compiled by WeChat's tools${heads
      .map((head) => head.padStart(11))
      .join('')
      .slice(1)}`,
  )
  for (const { flow, main, subpackage, kit, debug } of rows) {
    const incumbent = INCUMBENT_WAYS[flow]
    const cells = [main, subpackage, kit, debug, incumbent?.main, incumbent?.sub].map(column)
    console.log(flow.padEnd(32) + cells.join(''))
  }
}

/** @returns the last line */
function countsOf(report: string): string {
  if (!existsSync(report)) return '0 passed, 1 failed'
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  }
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites
  return `${counts.numPassedTests} passed, ${failed} failed`
}

const folder = mkdtempSync(join(tmpdir(), 'package-'))
try {
  installTools()
  const figures = join(folder, 'figures')
  mkdirSync(figures)
  const report = join(folder, 'jest.json')
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config=jest.package.config.mjs',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PACKAGE_TARBALL: pack(folder), PACKAGE_FIGURES: figures },
    },
  )
  printFigures(figures)
  console.log(countsOf(report))
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
