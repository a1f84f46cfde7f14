import { childrenOf, readJson, textOf } from './json'
import type { Project } from './project'
import { attributeOf, isDynamic, type WxmlElement } from './wxml'

const PREFIX = 'generic:'

/** What a wxml is checked with. */
interface Context {
  readonly project: Project
  /** The components that the wxml is part of. */
  readonly owners: readonly string[]
  /** Tags that are known besides the built-in ones. */
  readonly tags: ReadonlySet<string>
  readonly report: (offset: number, message: string) => void
}

const jsonOf = (project: Project, wxmlPath: string) => {
  const file = project.get(wxmlPath.replace(/\.wxml$/, '.json'))
  return file && readJson(file)
}

/** The abstract nodes that a component has. */
function genericsOf(project: Project, wxmlPath: string): Set<string> {
  const json = jsonOf(project, wxmlPath)
  return new Set(json ? childrenOf(json, 'componentGenerics').map(({ key }) => key) : [])
}

/** The wxml of the component that a tag stands for; nothing where its folder is not known. */
function componentOf({ project, owners }: Context, tag: string): string | undefined {
  for (const owner of owners) {
    const json = jsonOf(project, owner)
    const entry = json && childrenOf(json, 'usingComponents').find(({ key }) => key === tag)
    const target = entry && textOf(entry.value)
    const path = target && `${project.resolve(owner, target)}.wxml`
    if (path && project.get(path)) return path
  }
  return undefined
}

/**
 * What stands for an abstract node: known to the component that hands it over and to the one that takes it, and handed
 * on to whatever has a node of the same name. The platform takes the default silently.
 */
export function checkGenerics(context: Context, element: WxmlElement): void {
  const { project, owners, tags, report } = context
  const target = componentOf(context, element.tag)
  const known = target ? genericsOf(project, target) : new Set<string>()
  for (const { name, value, offset } of element.attributes) {
    if (!name.startsWith(PREFIX)) continue
    const generic = name.slice(PREFIX.length)
    if (isDynamic(value)) report(offset, `${name} takes the name of a component, not an expression`)
    else if (!tags.has(value)) report(offset, `${name} names a component that is not known here: ${value}`)
    if (target && !known.has(generic)) report(offset, `<${element.tag}> has no abstract node ${generic}`)
  }
  const own = new Set(owners.flatMap((owner) => [...genericsOf(project, owner)]))
  for (const generic of known) {
    if (own.has(generic) && !attributeOf(element, PREFIX + generic))
      report(element.offset, `<${element.tag}> does not get the abstract node ${generic}`)
  }
}
