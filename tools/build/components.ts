import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

interface ComponentConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, boolean | { default?: string }>
}

function isDefault(generic: boolean | { default?: string }): generic is { default: string } {
  return typeof generic === 'object' && generic.default !== undefined
}

/** What hosts put on their pages. The root does not use the calls: hosts without them load nothing of it. */
const ENTRIES = ['index', 'components/TUICallKit/index']

/**
 * The components of the package, without suffix and sorted: what hosts put on their pages, and whatever that is made
 * of. What nothing uses is not shipped.
 */
export function componentsOf(root: string, entries: readonly string[] = ENTRIES): string[] {
  const found = new Set<string>()
  const visit = (component: string): void => {
    if (found.has(component)) return
    found.add(component)
    const config = JSON.parse(readFileSync(join(root, `${component}.json`), 'utf8')) as ComponentConfig
    const generics = Object.values(config.componentGenerics ?? {}).filter(isDefault)
    const used = [
      ...Object.values(config.usingComponents ?? {}),
      ...generics.map((generic) => generic.default),
    ]
    for (const path of used) {
      const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(component), path)
      visit(existsSync(join(root, `${target}.json`)) ? target : `${target}/index`)
    }
  }
  for (const entry of entries) visit(entry)
  return [...found].sort()
}
