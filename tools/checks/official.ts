import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { Source } from './source'

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

export type Compiler = 'wcc' | 'wcsc'

/** The official compiler's file for this platform, or `undefined` when there is none. */
export function compilerFile(name: Compiler): string | undefined {
  const folder = FOLDERS[process.platform]
  if (!folder) return undefined
  const packageFile = createRequire(__filename).resolve('miniprogram-compiler/package.json')
  const file = path.join(
    path.dirname(packageFile),
    'bin',
    folder,
    process.platform === 'win32' ? `${name}.exe` : name,
  )
  return existsSync(file) ? file : undefined
}

export interface Run {
  readonly ok: boolean
  readonly errors: string
  /** The compiled code. */
  readonly output: string
}

export interface Workshop {
  readonly run: (args: readonly string[]) => Run
}

/**
 * Gives the compiler a folder with just these files. It runs a copy of the binary there, because the package
 * ships its binaries without the right to execute them.
 */
export function withCompiler<T>(file: string, sources: readonly Source[], use: (workshop: Workshop) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'official-compiler-'))
  try {
    const binary = path.join(folder, path.basename(file))
    copyFileSync(file, binary)
    chmodSync(binary, 0o755)
    const tree = path.join(folder, 'tree')
    for (const source of sources) {
      const target = path.join(tree, source.path)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, source.text)
    }
    return use({ run: (args) => run(binary, tree, args) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(binary: string, cwd: string, args: readonly string[]): Run {
  const { status, stdout, stderr, error } = spawnSync(binary, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    timeout: 60_000,
  })
  if (error) throw new Error(`The official compiler did not run: ${error.message}`)
  return { ok: status === 0, errors: stderr, output: stdout }
}
