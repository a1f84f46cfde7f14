import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { packageFiles, writePackage } from '../build/build'
import { componentsOf } from '../build/components'
import type { PackageFile } from '../build/files'
import { scriptFiles } from '../build/scripts'
import type { Ingredient, Tags } from './checks'

/** Lines that git prints; none where there is no git or no repository. */
function git(root: string, ...args: string[]): string[] {
  try {
    const output = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** The tag that a CI job was started for, as the common services name it. */
export function releasedTag(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { CI_COMMIT_TAG, GITHUB_REF_TYPE, GITHUB_REF_NAME } = env
  return CI_COMMIT_TAG || (GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined) || undefined
}

export const tagsOf = (root: string, released: string | undefined): Tags => ({
  atHead: git(root, 'tag', '--points-at', 'HEAD'),
  released,
})

export const changedFiles = (root: string): string[] =>
  git(root, 'status', '--porcelain').map((line) => line.slice(3))

/** Text of every file below a folder, by path; empty when there is no such folder. */
export function filesBelow(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]
    }),
  )
}

/** The package as it comes out on a disk that has nothing of an earlier build. */
export async function freshBuild(root: string): Promise<PackageFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    writePackage(await packageFiles(root), folder)
    return [...filesBelow(folder)].map(([path, content]) => ({ path, content }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is in the package and comes from others, with the versions that are installed. */
export async function ingredientsOf(root: string): Promise<Ingredient[]> {
  const { packages } = await scriptFiles(root, componentsOf(root))
  return [...packages, 'lucide-static'].map((name) => {
    const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')
    return { name, version: (JSON.parse(manifest) as { version: string }).version }
  })
}
