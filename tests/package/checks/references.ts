/** One file naming another. `target` is as written; npm packages and suffixes are still to be resolved. */
export interface Reference {
  readonly kind: 'script' | 'component' | 'template' | 'wxs' | 'style'
  readonly target: string
  /** Another package may have it: something stands in its place until that package has been loaded. */
  readonly lazy?: boolean
}

interface UnitJson {
  usingComponents?: Record<string, string>
  componentPlaceholder?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
}

const SCRIPT =
  /\b(?:import|export)\b[^'"();]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g
const TEMPLATE = /<(import|include|wxs)\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/g
const STYLE = /@import\s*(?:url\(\s*)?["']([^"']+)["']/g

/** What a file names. Of a json file: the components that it uses. */
export function referencesOf(path: string, text: string): Reference[] {
  switch (path.slice(path.lastIndexOf('.'))) {
    case '.js':
      return [...text.matchAll(SCRIPT)].map(([, from, plain, required]) => ({
        kind: 'script',
        target: from ?? plain ?? required ?? '',
      }))
    case '.wxml':
      return [...text.matchAll(TEMPLATE)].map(([, tag, target = '']) => ({
        kind: tag === 'wxs' ? 'wxs' : 'template',
        target,
      }))
    case '.wxs':
      return [...text.matchAll(SCRIPT)].map(([, , , target = '']) => ({ kind: 'wxs', target }))
    case '.wxss':
      return [...text.matchAll(STYLE)].map(([, target = '']) => ({ kind: 'style', target }))
    default:
      return componentsOf(JSON.parse(text) as UnitJson)
  }
}

function componentsOf({ usingComponents, componentPlaceholder, componentGenerics }: UnitJson): Reference[] {
  const used = Object.entries(usingComponents ?? {}).map(([name, target]) => ({
    kind: 'component' as const,
    target,
    lazy: componentPlaceholder?.[name] !== undefined,
  }))
  const defaults = Object.values(componentGenerics ?? {})
    .map((generic) => (generic === true ? undefined : generic.default))
    .filter((target) => target !== undefined)
    .map((target) => ({ kind: 'component' as const, target }))
  return [...used, ...defaults]
}
