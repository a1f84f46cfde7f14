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

/**
 * The components of the package, without suffix and sorted: the root, and whatever it is made of. What nothing uses
 * is not shipped.
 */
export function componentsOf(root: string, entry = 'index'): string[] {
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
  visit(entry)
  return [...found].sort()
}
