import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is in the package and comes from others although no script brings it in: the drawings in `static/`. */
const DRAWN = ['lucide-static']

/** The packages that bundled files come from, by name; `@scope/name` too. */
export function packagesOf(files: readonly string[]): string[] {
  const names = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])
  return [...new Set(names)].sort()
}

/**
 * The licences of everything in the package that is not ours, as they ask to be handed on.
 * @param bundled names of the packages that scripts bring in
 */
export function licenseNotices(root: string, bundled: readonly string[]): string {
  const notices = [...bundled, ...DRAWN].sort().map((name) => {
    const folder = join(root, 'node_modules', name)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string
      license: string
    }
    return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`
  })
  return `# Third-party licenses\n\nParts of this package come from these projects.\n\n${notices.join('\n')}`
}
