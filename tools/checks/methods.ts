import path from 'node:path'
import ts from 'typescript'
import type { Project } from './project'
import type { Source } from './source'

/** Names that handlers may have; `open` when some come from a place that cannot be read. */
export interface Methods {
  readonly names: ReadonlySet<string>
  readonly open: boolean
}

interface Collected {
  names: Set<string>
  open: boolean
}

export function parseScript(source: Source): ts.SourceFile {
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true)
}

/** The methods of a page or component: what stands in `Page({})`, in `methods: {}`, and in the behaviors it imports. */
export function methodsOf(project: Project, script: Source): Methods {
  const collected: Collected = { names: new Set(), open: false }
  collect(project, script, collected, new Set())
  return collected
}

function collect(project: Project, script: Source, into: Collected, seen: Set<string>): void {
  if (seen.has(script.path)) return
  seen.add(script.path)
  const file = parseScript(script)
  const visit = (node: ts.Node): void => {
    const members = membersAt(node)
    if (members) addMembers(file, members, into)
    ts.forEachChild(node, visit)
  }
  visit(file)
  for (const imported of importsOf(project, script, file)) {
    if (/\bBehavior\s*\(/.test(imported.text)) collect(project, imported, into, seen)
  }
}

/** The expression that holds methods, when the node is such a place. */
function membersAt(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'methods') return node.initializer
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'methods') return node.name
  if (ts.isCallExpression(node) && node.expression.getText() === 'Page') return node.arguments[0]
  return undefined
}

function addMembers(file: ts.SourceFile, expression: ts.Expression, into: Collected): void {
  const literal = ts.isIdentifier(expression) ? constantNamed(file, expression.text) : expression
  if (!literal || !ts.isObjectLiteralExpression(literal)) {
    into.open = true
    return
  }
  for (const member of literal.properties) {
    if (ts.isSpreadAssignment(member)) addMembers(file, member.expression, into)
    else if (ts.isComputedPropertyName(member.name)) into.open = true
    else into.names.add(member.name.text)
  }
}

function constantNamed(file: ts.SourceFile, name: string): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const found = statement.declarationList.declarations.find(
      (declaration) => declaration.name.getText() === name,
    )
    if (found) return found.initializer
  }
  return undefined
}

function importsOf(project: Project, script: Source, file: ts.SourceFile): Source[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const target = statement.moduleSpecifier.text
    if (!target.startsWith('.')) return []
    const base = project.resolve(script.path, target)
    const candidates = [`${base}.ts`, path.posix.join(base, 'index.ts'), `${base}.js`, base]
    const found = candidates.map((candidate) => project.get(candidate)).find(Boolean)
    return found ? [found] : []
  })
}
