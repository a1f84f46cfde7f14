import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { componentsOf } from './components'
import { declarationFiles } from './declarations'
import { documentFiles } from './documents'
import type { PackageFile } from './files'
import { licenseNotices } from './licenses'
import { packageManifest } from './manifest'
import { markupFiles } from './markup'
import { CALLS, EXTENSIONS, MODULES, scriptFiles } from './scripts'

/** Every file of the package, sorted by path. The same sources give the same bytes. */
export async function packageFiles(root: string): Promise<PackageFile[]> {
  const components = componentsOf(root)
  const scripts = await scriptFiles(root, components)
  const files = [
    ...scripts.files,
    ...(await markupFiles(root, components)),
    ...declarationFiles(root, ['index', EXTENSIONS, CALLS, ...MODULES]),
    { path: 'package.json', content: packageManifest(root) },
    { path: 'THIRD-PARTY-LICENSES.md', content: licenseNotices(root, scripts.packages) },
  ]
  return [...files, ...documentFiles(root, files)].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Replaces a directory by the package. */
export function writePackage(files: readonly PackageFile[], directory: string): void {
  rmSync(directory, { recursive: true, force: true })
  for (const { path, content } of files) {
    const file = join(directory, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
