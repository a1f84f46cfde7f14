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
  return membersOf(project, script, 'methods')
}

/** The names in `methods: {}` or `properties: {}` of a component and of the behaviors it imports. */
export function membersOf(project: Project, script: Source, key: 'methods' | 'properties'): Methods {
  const collected: Collected = { names: new Set(), open: false }
  for (const part of scriptsOf(project, script)) {
    const file = parseScript(part)
    const visit = (node: ts.Node): void => {
      const members = membersAt(node, key)
      if (members) addMembers(file, members, collected)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return collected
}

/** The script of a component, and those of the behaviors it imports. */
export function scriptsOf(project: Project, script: Source): Source[] {
  const parts = [script]
  for (const part of parts) {
    for (const imported of importsOf(project, part, parseScript(part))) {
      if (/\bBehavior\s*\(/.test(imported.text) && !parts.includes(imported)) parts.push(imported)
    }
  }
  return parts
}

/** The expression that holds members, when the node is such a place. */
function membersAt(node: ts.Node, key: string): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === key) return node.initializer
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === key) return node.name
  const isPage = key === 'methods' && ts.isCallExpression(node) && node.expression.getText() === 'Page'
  return isPage ? node.arguments[0] : undefined
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
