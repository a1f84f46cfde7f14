import ts from 'typescript'
import { TOKENS_FILE } from './tokens'
import { membersOf, parseScript, scriptsOf, type Methods } from './methods'
import { Project } from './project'
import { findingAt, isTest, type Finding, type Source } from './source'
import { declarationsOf } from './stylesheet'

const CHECK = 'docs'
const PAGES = 'docs/components/'
export const THEME_GUIDE = 'docs/guides/theme.md'
const CONFIG_FILE = 'core/config.ts'
const RELEASE_GUIDE = 'docs/guides/go-live.md'
/** What fails on phones unless the host declares it to the platform, as far as a chat may need it. */
const PRIVATE_API =
  /\bwx\.(?:[gs]etClipboardData|choose\w+|getRecorderManager|save(?:Image|Video)ToPhotosAlbum|get(?:Fuzzy)?Location)\b/g
const PUBLIC_TOKEN = /--tui-\w[\w-]*/g
/** `--_name: var(--tui-name, value)`: the public name, and what is used when the host sets nothing. */
const RESOLVED = /^var\(\s*(--tui-[\w-]+)\s*,\s*([\s\S]+)\)$/

interface Entry {
  readonly name: string
  readonly offset: number
}

/**
 * The pages of the components say what the code says, every CSS variable is documented and exists, and so is every
 * private API that hosts have to declare.
 */
export function docs(sources: readonly Source[]): Finding[] {
  const texts = sources.filter(({ path }) => /^(docs\/.*|README(\.\w+)?)\.md$/.test(path))
  const project = new Project(sources)
  return [...pagesOf(texts, project), ...variables(texts, project), ...declarations(project)]
}

function pagesOf(texts: readonly Source[], project: Project): Finding[] {
  const pages = texts.filter(({ path }) => path.startsWith(PAGES))
  if (!pages.length) return []
  const missing = componentsOf(project).flatMap(([name, script]) => {
    const page = `${PAGES}${name}.md`
    return project.get(page) ? [] : [findingAt(script, 0, `${name} has no page ${page}`, CHECK)]
  })
  return [...missing, ...pages.flatMap((page) => onPage(page, project))]
}

/** The components that hosts may use: the root, and those of the page level. */
function componentsOf(project: Project): [name: string, script: Source][] {
  return project.sources.flatMap((source): [string, Source][] => {
    if (source.path === 'index.ts') return [['TUIKit', source]]
    const name = /^components\/(TUI\w+)\/index\.ts$/.exec(source.path)?.[1]
    return name ? [[name, source]] : []
  })
}

function onPage(page: Source, project: Project): Finding[] {
  const name = page.path.slice(PAGES.length).replace(/(\.en)?\.md$/, '')
  const script = componentsOf(project).find(([component]) => component === name)?.[1]
  if (!script) return [findingAt(page, 0, `there is no component ${name}`, CHECK)]
  const properties = section(page, 'Properties|属性')
  const plain = properties.filter((entry) => !entry.name.includes('.'))
  return [
    ...compare(page, 'property', plain, membersOf(project, script, 'properties')),
    ...config(page, project, properties),
    ...compare(page, 'event', section(page, 'Events|事件'), eventsOf(project, script)),
    ...unknown(page, 'method', section(page, 'Methods|方法'), membersOf(project, script, 'methods')),
  ]
}

/** What stands in the first column of the tables under a heading; `init()` is called `init`. */
function section(page: Source, headings: string): Entry[] {
  const text = new RegExp(`^## (?:${headings})$[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm').exec(page.text)
  return [...(text?.[0] ?? '').matchAll(/^\| *`([\w.]+)/gm)].map(({ 1: name = '', index }) => {
    return { name, offset: (text?.index ?? 0) + index }
  })
}

function compare(page: Source, kind: string, entries: readonly Entry[], code: Methods): Finding[] {
  const documented = new Set(entries.map(({ name }) => name))
  const missing = [...code.names].filter((name) => !documented.has(name))
  return [
    ...missing.map((name) => findingAt(page, 0, `${kind} ${name} is not on this page`, CHECK)),
    ...unknown(page, kind, entries, code),
  ]
}

function unknown(page: Source, kind: string, entries: readonly Entry[], code: Methods): Finding[] {
  if (code.open) return []
  return entries
    .filter(({ name }) => !code.names.has(name))
    .map(({ name, offset }) => findingAt(page, offset, `there is no ${kind} ${name}`, CHECK))
}

/** A component that has a `config` tells every setting: `config.theme`. */
function config(page: Source, project: Project, properties: readonly Entry[]): Finding[] {
  const file = project.get(CONFIG_FILE)
  if (!file || !properties.some(({ name }) => name === 'config')) return []
  const names = new Set<string>()
  for (const statement of parseScript(file).statements) {
    if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== 'TUIKitConfig') continue
    statement.members.forEach((member) => names.add(`config.${member.name?.getText() ?? ''}`))
  }
  const settings = properties.filter(({ name }) => name.startsWith('config.'))
  return compare(page, 'property', settings, { names, open: false })
}

function eventsOf(project: Project, script: Source): Methods {
  const names = new Set<string>()
  let open = false
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\btriggerEvent$/.test(node.expression.getText())) {
      const [name] = node.arguments
      if (name && ts.isStringLiteralLike(name)) names.add(name.text)
      else open = true
    }
    ts.forEachChild(node, visit)
  }
  scriptsOf(project, script)
    .filter((part) => !isTest(part))
    .forEach((part) => visit(parseScript(part)))
  return { names, open }
}

function variables(texts: readonly Source[], project: Project): Finding[] {
  const tokens = project.get(TOKENS_FILE)
  if (!tokens) return []
  const values = new Map<string, Set<string>>()
  for (const { value } of declarationsOf(tokens)) {
    const [, name = '', fallback = ''] = RESOLVED.exec(value) ?? []
    if (name) values.set(name, new Set(values.get(name)).add(fallback))
  }
  const unknownNames = texts.flatMap((source) =>
    [...source.text.matchAll(PUBLIC_TOKEN)]
      .filter(([name]) => !values.has(name))
      .map(({ 0: name, index }) => findingAt(source, index, `${name} is not in ${TOKENS_FILE}`, CHECK)),
  )
  return [...unknownNames, ...bothOf(project, THEME_GUIDE).flatMap((guide) => inGuide(guide, values))]
}

/** Each variable has a row of its own with the values of both themes. */
function inGuide(guide: Source, values: ReadonlyMap<string, ReadonlySet<string>>): Finding[] {
  return [...values].flatMap(([name, wanted]) => {
    const offset = guide.text.indexOf(`| \`${name}\``)
    if (offset < 0) return [findingAt(guide, 0, `${name} has no row on this page`, CHECK)]
    const row = guide.text.slice(offset).split('\n', 1)[0] ?? ''
    return [...wanted]
      .filter((value) => !row.includes(`\`${value}\``))
      .map((value) => findingAt(guide, offset, `${name} is ${value} in ${TOKENS_FILE}`, CHECK))
  })
}

/** A host that does not declare a private API finds out on its users' phones only. */
function declarations(project: Project): Finding[] {
  const scripts = project.sources.filter((source) => source.path.startsWith('platform/') && !isTest(source))
  const names = new Set(scripts.flatMap(({ text }) => text.match(PRIVATE_API) ?? []))
  return bothOf(project, RELEASE_GUIDE).flatMap((guide) => {
    const rows = [...guide.text.matchAll(/^\| *`(wx\.\w+)`/gm)].map(({ 1: name = '', index: offset }) => {
      return { name, offset }
    })
    return compare(guide, 'private API', rows, { names, open: false })
  })
}

/** A page in its languages. */
function bothOf(project: Project, page: string): Source[] {
  return [page, page.replace(/\.md$/, '.en.md')].flatMap((path) => project.get(path) ?? [])
}
