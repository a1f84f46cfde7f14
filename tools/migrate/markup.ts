import ts from 'typescript'
import { parseWxml, type WxmlElement } from '../checks/wxml'
import { KIT_PACKAGE, lineOf, type HostFile, type KitPath, type Use } from './host'
import { lookUp } from './table'

/** A component of the kit on a page of the host. */
export interface Placed {
  /** `TUIKit`, `TUIChat`, … */
  readonly component: string
  readonly id: string | undefined
  readonly classes: readonly string[]
  /** It shows one chat, without the list. */
  readonly single: boolean
}

/** `TUIChat` for `components/TUIChat/index`, `TUIKit` for the root. */
const componentOf = (kitPath: string): string => /^components\/([^/]+)/.exec(kitPath)?.[1] ?? 'TUIKit'

interface JsonString {
  readonly value: string
  readonly key: string
  /** The key of the object that it is in. */
  readonly section: string
  readonly start: number
}

function stringsOf(file: HostFile): JsonString[] {
  const source = ts.parseJsonText(file.path, file.text)
  const found: JsonString[] = []
  const visit = (node: ts.Node, section: string): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
      const key = node.name.text
      const { initializer } = node
      if (ts.isStringLiteral(initializer))
        found.push({ value: initializer.text, key, section, start: initializer.getStart(source) })
      else ts.forEachChild(initializer, (child) => visit(child, key))
      return
    }
    ts.forEachChild(node, (child) => visit(child, section))
  }
  visit(source, '')
  return found
}

/** Components and packages that a json file names. */
export function usesInJson(file: HostFile, kitPath: KitPath): Use[] {
  return stringsOf(file).flatMap(({ value, key, section, start }) => {
    const use = { file: file.path, line: lineOf(file.text, start) }
    if (/^(dev|peer)?dependencies$/i.test(section)) {
      if (key === KIT_PACKAGE && !/^[\^~>=v\s]*[012]\b/.test(value)) return []
      const entry = lookUp('package', key)
      return entry ? [{ ...use, code: key, entry }] : []
    }
    const path = section === 'usingComponents' ? kitPath(value) : undefined
    const entry = path === undefined ? undefined : lookUp('path', path)
    return entry ? [{ ...use, code: value, entry }] : []
  })
}

/** The tags of the kit's components that a page's json, or `app.json`, declares. */
export function tagsOf(jsons: readonly (HostFile | undefined)[], kitPath: KitPath): Map<string, string> {
  const tags = new Map<string, string>()
  for (const json of jsons) {
    for (const { value, key, section } of json ? stringsOf(json) : []) {
      const path = section === 'usingComponents' ? kitPath(value) : undefined
      if (path !== undefined) tags.set(key, componentOf(path))
    }
  }
  return tags
}

const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch):?(.+)$/

function usesOfElement(file: HostFile, element: WxmlElement, component: string): Use[] {
  return element.attributes.flatMap(({ name, offset }) => {
    const event = EVENT.exec(name)?.[1]
    const entry = lookUp(event ? 'event' : 'property', `${component}.${event ?? name}`)
    if (!entry) return []
    const start = file.text.indexOf(name, offset)
    const use = { file: file.path, line: lineOf(file.text, start), code: `<${component} ${name}>`, entry }
    // A new name that is one word only is all that changed.
    if (entry.verdict !== 'renamed' || !/^\w+$/.test(entry.now)) return [use]
    const text = event ? name.replace(event, entry.now) : entry.now
    return [{ ...use, edit: { start, end: start + name.length, text } }]
  })
}

/** @param tags the components of the kit by the tags that this page has for them */
export function usesInWxml(
  file: HostFile,
  tags: ReadonlyMap<string, string>,
  kitPath: KitPath,
): { uses: Use[]; placed: Placed[] } {
  const uses: Use[] = []
  const placed: Placed[] = []
  for (const element of parseWxml(file.text).elements) {
    const component = tags.get(element.tag)
    const valueOf = (name: string) => element.attributes.find((attribute) => attribute.name === name)?.value
    if (component) {
      uses.push(...usesOfElement(file, element, component))
      const single = Boolean(valueOf('conversationID'))
      placed.push({ component, id: valueOf('id'), classes: (valueOf('class') ?? '').split(/\s+/), single })
    }
    const source = element.attributes.find(({ name }) => name === 'src')
    const path = source && kitPath(source.value)
    const entry = path === undefined ? undefined : lookUp('path', path)
    if (source && entry)
      uses.push({ file: file.path, line: lineOf(file.text, source.offset), code: source.value, entry })
  }
  return { uses, placed }
}

/** Imports of a stylesheet. */
export function usesInWxss(file: HostFile, kitPath: KitPath): Use[] {
  const text = file.text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...text.matchAll(/@import\s+(?:url\()?\s*['"]([^'"]+)['"]/g)].flatMap(
    ({ 1: value = '', index }) => {
      const path = kitPath(value)
      const entry = path === undefined ? undefined : lookUp('path', path)
      return entry ? [{ file: file.path, line: lineOf(text, index), code: value, entry }] : []
    },
  )
}
