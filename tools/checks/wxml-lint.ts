import { BUILT_IN_TAGS } from './built-in-tags'
import { customTagsOf, includedBy } from './component-names'
import { methodsOf } from './methods'
import { Project } from './project'
import { findingAt, hasExtension, type Finding, type Source } from './source'
import { attributeOf, isDynamic, parseWxml, type Wxml, type WxmlElement } from './wxml'
import { checkGenerics } from './wxml-generics'

const CHECK = 'wxml-lint'
const HANDLER = /^(?:capture-bind|capture-catch|mut-bind|bind|catch):?([a-zA-Z].*)$/
/** Tags that name another file, and its extension when left out. */
const FILE_TAGS: Readonly<Record<string, string>> = { import: 'wxml', include: 'wxml', wxs: 'wxs' }

interface Context {
  readonly project: Project
  readonly source: Source
  readonly wxml: Wxml
  /** The components that this file is part of: itself, or those that import or include it. */
  readonly owners: readonly string[]
  readonly report: (offset: number, message: string) => void
}

/** What the official compiler accepts silently and the platform then ignores silently. */
export function wxmlLint(sources: readonly Source[]): Finding[] {
  const project = new Project(sources)
  const files = sources.filter((source) => hasExtension(source, 'wxml'))
  const parsed = new Map(files.map((file) => [file.path, parseWxml(file.text)]))
  const owners = ownersOf(project, parsed)
  return files.flatMap((source) => {
    const findings: Finding[] = []
    const context: Context = {
      project,
      source,
      wxml: parsed.get(source.path) ?? { elements: [], unclosed: [] },
      owners: owners.get(source.path) ?? [],
      report: (offset, message) => findings.push(findingAt(source, offset, message, CHECK)),
    }
    for (const element of context.wxml.unclosed) {
      context.report(element.offset, `<${element.tag}> is never closed`)
    }
    checkTags(context)
    checkFiles(context)
    checkTemplates(context)
    checkHandlers(context)
    context.wxml.elements.forEach((element) => checkAttributes(context, element))
    return findings
  })
}

/** A wxml without a script is only a part of others, and lives by their names. */
function ownersOf(project: Project, parsed: ReadonlyMap<string, Wxml>): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  const add = (file: string, owner: string): void => {
    const known = owners.get(file) ?? []
    if (known.includes(owner)) return
    owners.set(file, [...known, owner])
    const wxml = parsed.get(file)
    if (wxml) includedBy(project, file, wxml).forEach((part) => add(part, owner))
  }
  for (const file of parsed.keys()) {
    if (project.scriptOf(file)) add(file, file)
  }
  return owners
}

function checkTags({ project, source, wxml, owners, report }: Context): void {
  const tags = new Set([source.path, ...owners].flatMap((file) => [...customTagsOf(project, file)]))
  for (const element of wxml.elements) {
    const { tag, offset } = element
    if (!BUILT_IN_TAGS.has(tag) && !tags.has(tag)) report(offset, `unknown tag <${tag}>`)
    checkGenerics({ project, owners, tags, report }, element)
  }
}

function checkFiles({ project, source, wxml, report }: Context): void {
  for (const element of wxml.elements) {
    const extension = FILE_TAGS[element.tag]
    const src = attributeOf(element, 'src')
    if (!extension) continue
    if (!src && element.tag !== 'wxs') report(element.offset, `<${element.tag}> has no src`)
    if (src && !project.resolveFile(source.path, src.value, extension)) {
      report(src.offset, `${element.tag} of a file that does not exist: ${src.value}`)
    }
  }
}

function templateNames(wxml: Wxml): string[] {
  return wxml.elements.flatMap((element) => {
    const name = element.tag === 'template' ? attributeOf(element, 'name') : undefined
    return name ? [name.value] : []
  })
}

function checkTemplates({ project, source, wxml, owners, report }: Context): void {
  const known = new Set(templateNames(wxml))
  // An included part sees the templates of the file that includes it; imports of imports are not seen.
  for (const file of [source.path, ...owners]) {
    const text = project.get(file)?.text ?? ''
    const importing = parseWxml(text)
    const imported = includedBy(project, file, importing)
    for (const part of [file, ...imported]) {
      templateNames(parseWxml(project.get(part)?.text ?? '')).forEach((name) => known.add(name))
    }
  }
  for (const element of wxml.elements) {
    const used = element.tag === 'template' ? attributeOf(element, 'is') : undefined
    if (used && !isDynamic(used.value) && !known.has(used.value)) {
      report(used.offset, `no template is named ${used.value}`)
    }
  }
}

function checkHandlers({ project, wxml, owners, report }: Context): void {
  const scripts = owners.flatMap((owner) => project.scriptOf(owner) ?? [])
  if (!scripts.length) return
  const methods = scripts.map((script) => methodsOf(project, script))
  const exists = (name: string): boolean => methods.some(({ names, open }) => open || names.has(name))
  for (const { attributes } of wxml.elements) {
    for (const { name, value, offset } of attributes) {
      if (!HANDLER.test(name) || isDynamic(value)) continue
      // `catch:tap` without a method is the usual way to stop an event; a `bind` without one does nothing.
      if (value === '' && name.includes('catch')) continue
      if (!exists(value)) report(offset, `${name} names a method that does not exist: ${value || '(empty)'}`)
    }
  }
}

function checkAttributes(context: Context, element: WxmlElement): void {
  const seen = new Set<string>()
  for (const { name, offset } of element.attributes) {
    if (seen.has(name)) context.report(offset, `attribute ${name} is there twice`)
    seen.add(name)
  }
  checkLoop(context, element)
}

function checkLoop({ source, report }: Context, element: WxmlElement): void {
  const loop = attributeOf(element, 'wx:for') ?? attributeOf(element, 'wx:for-items')
  if (!loop) return
  const key = attributeOf(element, 'wx:key')
  if (!key) return report(loop.offset, 'wx:for without wx:key')
  const index = attributeOf(element, 'wx:for-index')?.value ?? 'index'
  if (key.value === index || key.value === 'index') {
    return report(key.offset, 'wx:key must be a stable id, not the index')
  }
  if (isDynamic(key.value))
    return report(key.offset, 'wx:key takes the name of a property, not an expression')
  const item = attributeOf(element, 'wx:for-item')?.value ?? 'item'
  const content = source.text.slice(element.offset, element.end)
  if (key.value === '*this' && new RegExp(`\\b${item}\\s*(\\.|\\[)`).test(content)) {
    report(key.offset, 'wx:key="*this" is for lists of texts and numbers; this list holds objects')
  }
}
