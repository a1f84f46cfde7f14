import ts from 'typescript'
import { literalsOf } from './literals'
import { parseScript } from './methods'
import { findingAt, hasExtension, isTest, type Finding, type Source } from './source'

const CHECK = 'locales'
const SOURCE_LOCALE = 'locales/zh-CN.ts'
const USERS = /^(core|components|platform)\/|^(index|locales\/words)\.ts$/

interface Entry {
  readonly text: string
  readonly offset: number
}

interface Table {
  readonly source: Source
  readonly entries: ReadonlyMap<string, Entry>
}

type Report = (message: string, table: Table, key: string) => void

/** What the types cannot say: equal placeholders, no empty texts, no keys that nothing uses, the house's tone. */
export function locales(sources: readonly Source[]): Finding[] {
  const tables = sources.filter(isLocale).map((source) => ({ source, entries: entriesOf(source) }))
  const base = tables.find(({ source }) => source.path === SOURCE_LOCALE)
  const findings: Finding[] = []
  const report: Report = (message, { source, entries }, key) => {
    findings.push(findingAt(source, entries.get(key)?.offset ?? 0, `${key}: ${message}`, CHECK))
  }
  tables.forEach((table) => checkTexts(table, report))
  if (!base) return findings
  for (const table of tables) {
    if (table !== base) compare(base, table, report)
  }
  checkUnused(base, sources, report)
  return findings
}

function isLocale(source: Source): boolean {
  const inFolder = /^locales\/(?!index\.)[^/]+\.ts$/.test(source.path)
  return inFolder && hasExtension(source, 'ts') && !isTest(source) && entriesOf(source).size > 0
}

function entriesOf(source: Source): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)) {
      entries.set(keyOf(node), { text: node.initializer.text, offset: node.name.getStart() })
    }
    ts.forEachChild(node, visit)
  }
  visit(parseScript(source))
  return entries
}

/** The full key, also where groups are nested objects. */
function keyOf(node: ts.PropertyAssignment): string {
  const own = ts.isComputedPropertyName(node.name) ? node.name.getText() : node.name.text
  const group = node.parent.parent
  return ts.isPropertyAssignment(group) ? `${keyOf(group)}.${own}` : own
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')
}

function checkTexts(table: Table, report: Report): void {
  const chinese = /\/zh/.test(table.source.path)
  for (const [key, { text }] of table.entries) {
    if (!text.trim()) report('the text is empty', table, key)
    if (chinese && /[!！]/.test(text)) report('no exclamation marks', table, key)
    if (chinese && text.includes('您')) report('write 你, not 您', table, key)
  }
}

function compare(base: Table, table: Table, report: Report): void {
  for (const [key, { text }] of base.entries) {
    const other = table.entries.get(key)
    if (!other) report(`not in ${table.source.path}`, base, key)
    else if (placeholders(text) !== placeholders(other.text)) {
      const expected = placeholders(text) || 'none'
      report(`placeholders differ from ${SOURCE_LOCALE}, which has ${expected}`, table, key)
    }
  }
  for (const key of table.entries.keys()) {
    if (!base.entries.has(key)) report(`not in ${SOURCE_LOCALE}`, table, key)
  }
}

function checkUnused(base: Table, sources: readonly Source[], report: Report): void {
  const users = sources.filter(
    (source) => USERS.test(source.path) && hasExtension(source, 'ts') && !isTest(source),
  )
  // Without any code that could use a key, "unused" would say nothing.
  if (!users.length) return
  const literals = users.flatMap(literalsOf)
  const names = new Set(literals.map(({ text }) => text))
  // A key made at run time, `error.${code}`, uses every key that begins so.
  const beginnings = literals.flatMap(({ node, text }) =>
    ts.isTemplateHead(node) && text.includes('.') ? [text] : [],
  )
  for (const key of base.entries.keys()) {
    if (!names.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
      report('not used', base, key)
  }
}
