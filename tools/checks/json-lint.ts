import path from 'node:path'
import ts from 'typescript'
import { textEntries, usedNames, includedBy } from './component-names'
import { childrenOf, entriesOf, entryOf, readJson, textOf, textsOf, type JsonFile } from './json'
import { Project } from './project'
import { findingAt, hasExtension, type Finding, type Source } from './source'
import { parseWxml } from './wxml'

const CHECK = 'json-lint'
const SHARED_KEYS = [
  '$schema',
  'component',
  'usingComponents',
  'componentGenerics',
  'componentPlaceholder',
  'componentFramework',
  'styleIsolation',
  'renderer',
  'rendererOptions',
]
const COMPONENT_KEYS = new Set([...SHARED_KEYS, 'pureDataPattern', 'addGlobalClass'])
const PAGE_KEYS = new Set([
  ...SHARED_KEYS,
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'navigationBarTitleText',
  'navigationStyle',
  'homeButton',
  'backgroundColor',
  'backgroundColorContent',
  'backgroundColorTop',
  'backgroundColorBottom',
  'backgroundTextStyle',
  'enablePullDownRefresh',
  'onReachBottomDistance',
  'pageOrientation',
  'disableScroll',
  'disableSwipeBack',
  'initialRenderingCache',
  'style',
  'singlePage',
  'restartStrategy',
  'handleWebviewPreload',
  'visualEffectInBackground',
  'enablePassiveEvent',
])
const NAVIGATION_STYLES = ['default', 'custom']
const STYLE_ISOLATIONS = [
  'isolated',
  'apply-shared',
  'shared',
  'page-isolated',
  'page-apply-shared',
  'page-shared',
]

interface Context {
  readonly project: Project
  readonly source: Source
  readonly json: JsonFile
  readonly report: (offset: number, message: string) => void
}

/** The JSON of components and pages: targets that exist, keys that the platform knows, nothing unused. */
export function jsonLint(sources: readonly Source[]): Finding[] {
  const project = new Project(sources)
  const pages = pagesOf(project)
  return sources
    .filter((source) => hasExtension(source, 'json') && isViewJson(project, source))
    .flatMap((source) => {
      const findings: Finding[] = []
      const report = (offset: number, message: string): void => {
        findings.push(findingAt(source, offset, message, CHECK))
      }
      const json = readJson(source)
      if (json.error) report(json.error.offset, `not valid JSON: ${json.error.message}`)
      else checkFile({ project, source, json, report }, pages)
      return findings
    })
}

function isViewJson(project: Project, source: Source): boolean {
  return isAppJson(source) || project.get(source.path.replace(/json$/, 'wxml')) !== undefined
}

function isAppJson(source: Source): boolean {
  return /^example\/[^/]+\/app\.json$/.test(source.path)
}

function checkFile(context: Context, pages: ReadonlySet<string>): void {
  if (isAppJson(context.source)) {
    checkPages(context)
    return checkTargets(context)
  }
  const isPage = pages.has(context.source.path.replace(/\.json$/, ''))
  checkKeys(context, isPage ? PAGE_KEYS : COMPONENT_KEYS)
  checkValues(context)
  checkTargets(context)
  checkUnused(context)
  if (!isPage && entryOf(context.json.entries, 'component')?.value.kind !== ts.SyntaxKind.TrueKeyword) {
    context.report(0, 'a component needs "component": true')
  }
}

/** Pages of all examples, as paths without extension. */
function pagesOf(project: Project): Set<string> {
  const pages = project.sources.filter(isAppJson).flatMap((app) => {
    return pageNames(readJson(app)).map((page) => path.posix.join(path.posix.dirname(app.path), page))
  })
  return new Set(pages)
}

function pageNames(json: JsonFile): string[] {
  const main = textsOf(entryOf(json.entries, 'pages')?.value)
  const packages = entryOf(json.entries, 'subPackages') ?? entryOf(json.entries, 'subpackages')
  const list = packages && ts.isArrayLiteralExpression(packages.value) ? packages.value.elements : []
  const sub = list.flatMap((item) => {
    const entries = entriesOf(item)
    const root = textOf(entryOf(entries, 'root')?.value) ?? ''
    return textsOf(entryOf(entries, 'pages')?.value).map((page) => path.posix.join(root, page))
  })
  return [...main, ...sub]
}

function checkPages({ project, source, json, report }: Context): void {
  for (const page of pageNames(json)) {
    const file = path.posix.join(path.posix.dirname(source.path), page)
    if (!project.get(`${file}.wxml`))
      report(source.text.indexOf(path.posix.basename(page)), `no such page: ${page}`)
  }
}

function checkKeys({ json, report }: Context, known: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const { key, offset } of json.entries) {
    if (!known.has(key)) report(offset, `unknown key ${key}`)
    if (seen.has(key)) report(offset, `key ${key} is there twice`)
    seen.add(key)
  }
}

function checkValues({ json, report }: Context): void {
  const allowed = { navigationStyle: NAVIGATION_STYLES, styleIsolation: STYLE_ISOLATIONS }
  for (const [key, values] of Object.entries(allowed)) {
    const entry = entryOf(json.entries, key)
    if (entry && !values.includes(textOf(entry.value) ?? '')) {
      report(entry.offset, `${key} must be one of ${values.join(', ')}`)
    }
  }
}

function checkTargets(context: Context): void {
  const { project, source, json, report } = context
  for (const { key, text, offset } of textEntries(childrenOf(json, 'usingComponents'))) {
    if (text.startsWith('/') && !project.programOf(source.path)) {
      report(offset, `${key}: a path from the root breaks where a host copies the kit; write a relative one`)
    } else checkComponent(context, key, text, offset)
  }
  for (const { key, value, offset } of childrenOf(json, 'componentGenerics')) {
    const fallback = textOf(entryOf(entriesOf(value), 'default')?.value)
    if (fallback !== undefined) checkComponent(context, key, fallback, offset)
  }
}

function checkComponent(
  { project, source, report }: Context,
  key: string,
  target: string,
  offset: number,
): void {
  const file = project.resolve(source.path, target)
  if (!project.get(`${file}.wxml`)) report(offset, `${key}: no component at ${target}`)
}

function checkUnused({ project, source, json, report }: Context): void {
  const file = source.path.replace(/json$/, 'wxml')
  const used = new Set(textEntries(childrenOf(json, 'componentPlaceholder')).map(({ text }) => text))
  const seen = new Set<string>()
  const walk = (wxmlPath: string): void => {
    if (seen.has(wxmlPath)) return
    seen.add(wxmlPath)
    const wxml = parseWxml(project.get(wxmlPath)?.text ?? '')
    usedNames(wxml).forEach((name) => used.add(name))
    includedBy(project, wxmlPath, wxml).forEach(walk)
  }
  walk(file)
  for (const { key, offset } of childrenOf(json, 'usingComponents')) {
    if (!used.has(key)) report(offset, `${key} is not used`)
  }
}
