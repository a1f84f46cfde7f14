import path from 'node:path'
import type { Project } from './project'
import { childrenOf, readJson, textOf, type JsonEntry } from './json'
import { attributeOf, isDynamic, type Wxml } from './wxml'

/** The tags a component may use besides the built-in ones. */
export function customTagsOf(project: Project, wxmlPath: string): ReadonlySet<string> {
  const own = project.get(wxmlPath.replace(/\.wxml$/, '.json'))
  const app = project.get(path.posix.join(project.programOf(wxmlPath), 'app.json'))
  const entries: JsonEntry[] = []
  for (const file of [own, app]) {
    if (!file) continue
    const json = readJson(file)
    entries.push(...childrenOf(json, 'usingComponents'), ...childrenOf(json, 'componentGenerics'))
  }
  return new Set(entries.map(({ key }) => key))
}

/** Everything in a wxml that counts as a use of a name in `usingComponents`: tags and `generic:` attributes. */
export function usedNames(wxml: Wxml): Set<string> {
  const names = new Set<string>()
  for (const { tag, attributes } of wxml.elements) {
    names.add(tag)
    for (const { name, value } of attributes) {
      if (name.startsWith('generic:') && !isDynamic(value)) names.add(value)
    }
  }
  return names
}

/** The wxml files that a wxml takes over by `import` or `include`; missing ones are left out. */
export function includedBy(project: Project, wxmlPath: string, wxml: Wxml): string[] {
  return wxml.elements.flatMap((element) => {
    if (element.tag !== 'import' && element.tag !== 'include') return []
    const src = attributeOf(element, 'src')?.value
    const target = src ? project.resolveFile(wxmlPath, src, 'wxml') : undefined
    return target ? [target.path] : []
  })
}

/** Values of a JSON map that are text, with their keys. */
export function textEntries(entries: readonly JsonEntry[]): { key: string; text: string; offset: number }[] {
  return entries.flatMap(({ key, value, offset }) => {
    const text = textOf(value)
    return text === undefined ? [] : [{ key, text, offset }]
  })
}
