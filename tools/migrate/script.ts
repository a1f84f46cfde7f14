import ts from 'typescript'
import { lineOf, type Edit, type HostFile, type KitPath, type Use } from './host'
import type { Placed } from './markup'
import { lookUp, type Kind } from './table'

/** Whether the string may only be a path of a module. */
function isModuleName(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent)
  )
    return true
  if (!ts.isCallExpression(parent)) return false
  const callee = parent.expression
  return callee.kind === ts.SyntaxKind.ImportKeyword || /^require(\.async)?$/.test(callee.getText())
}

/** The text of a string that the code spells out. */
const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined

function propertyOf(node: ts.Node | undefined, name: string): ts.Expression | undefined {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined
  const found = node.properties.find((property) => property.name?.getText().replace(/['"]/g, '') === name)
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined
}

/** `name` of `object.name` and `object['name']`. */
function memberOf(node: ts.Node): { object: string; name: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { object: node.expression.getText(), name: node.name.text }
  const name = ts.isElementAccessExpression(node) ? literal(node.argumentExpression) : undefined
  return name !== undefined && ts.isElementAccessExpression(node)
    ? { object: node.expression.getText(), name }
    : undefined
}

/** Without effects when it is evaluated: it can be left out or written elsewhere. */
const isPlain = (node: ts.Node): boolean => /^[\w$.'"-]*$/.test(node.getText())

/** The ID in what was an event: `{ detail: { currentConversationID } }`, or a variable that holds one. */
function conversationIDOf(argument: ts.Expression | undefined): string | undefined {
  if (!argument) return undefined
  if (ts.isIdentifier(argument)) return `${argument.text}.detail.currentConversationID`
  const detail = propertyOf(argument, 'detail')
  if (!detail || !ts.isObjectLiteralExpression(detail)) return undefined
  let id: string | undefined
  for (const property of detail.properties) {
    const name = property.name?.getText()
    if (ts.isShorthandPropertyAssignment(property) && name === 'currentConversationID') id = name
    else if (!ts.isPropertyAssignment(property)) return undefined
    else if (name === 'currentConversationID') id = property.initializer.getText()
    else if (!isPlain(property.initializer)) return undefined
  }
  return id
}

/** How a call is written now, when that is certain. */
function editOfCall(call: ts.CallExpression, method: string, placed: Placed | undefined): Edit | undefined {
  if (!ts.isPropertyAccessExpression(call.expression)) return undefined
  const start = call.expression.name.getStart()
  const end = call.getEnd()
  if (method === 'createConversation' || method === 'currentConversationID') {
    const id = call.arguments.length === 1 ? conversationIDOf(call.arguments[0]) : undefined
    return id === undefined ? undefined : { start, end, text: `openConversation(${id})` }
  }
  // Without a list both always left the page, and so does back().
  const leaves = method === 'showConversationList' || method === 'handleBack'
  return leaves && placed?.single ? { start, end, text: 'back()' } : undefined
}

const STORAGE = /^(set|get|remove)Storage(Sync)?$/

/** @param placed the kit's components on the page that the script belongs to */
export function usesInScript(
  file: HostFile,
  kitPath: KitPath,
  placed: readonly Placed[],
  deletable: (key: string) => boolean,
): Use[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const uses: Use[] = []
  /** What variables and members hold: selectors of components, by how they are written. */
  const held = new Map<string, string>()

  const add = (kind: Kind, name: string, node: ts.Node, code: string, edit?: Edit): void => {
    const entry = lookUp(kind, name)
    if (entry) uses.push({ file: file.path, line: lineOf(file.text, node.getStart()), code, entry, edit })
  }

  const selectorOf = (node: ts.Node): string | undefined => {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
      return selectorOf(node.expression)
    if (ts.isCallExpression(node) && memberOf(node.expression)?.name === 'selectComponent')
      return literal(node.arguments[0])
    return held.get(node.getText())
  }

  const hold = (node: ts.Node): void => {
    const assigned = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken
    const target = assigned ? node.left : ts.isVariableDeclaration(node) ? node.name : undefined
    const value = assigned ? node.right : ts.isVariableDeclaration(node) ? node.initializer : undefined
    const selector = value && selectorOf(value)
    if (target && selector) held.set(target.getText(), selector)
  }

  const componentAt = (selector: string): { component: string; at?: Placed } | undefined => {
    const at = placed.find(
      ({ id, classes }) => selector === `#${id}` || classes.includes(selector.replace(/^\./, '')),
    )
    // A script without a page of its own: the name has to tell.
    const named = /TUI(Kit|Chat|Conversation)$/i.exec(selector)?.[1]?.toLowerCase()
    const names = { kit: 'TUIKit', chat: 'TUIChat', conversation: 'TUIConversation' }
    const component = at?.component ?? (named ? names[named as keyof typeof names] : undefined)
    return component ? { component, at } : undefined
  }

  const call = (node: ts.CallExpression): void => {
    const member = memberOf(node.expression)
    if (
      !member ||
      !(ts.isPropertyAccessExpression(node.expression) || ts.isElementAccessExpression(node.expression))
    )
      return
    if (member.object === 'wx' && STORAGE.test(member.name)) return storage(node, member.name)
    if (member.object === 'TUICore')
      return add('service', `TUICore.${member.name}`, node, `TUICore.${member.name}()`)
    const selector = selectorOf(node.expression.expression)
    const target = selector === undefined ? undefined : componentAt(selector)
    if (!target) return
    const name = `${target.component}.${member.name}`
    const at = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node
    add('method', name, at, `${name}()`, editOfCall(node, member.name, target.at))
  }

  const storage = (node: ts.CallExpression, name: string): void => {
    const [first] = node.arguments
    const key = literal(first) ?? literal(propertyOf(first, 'key'))
    if (key === undefined) return
    const silent =
      !propertyOf(first, 'success') && !propertyOf(first, 'fail') && !propertyOf(first, 'complete')
    const alone = ts.isExpressionStatement(node.parent) && ts.isBlock(node.parent.parent)
    const mine = name.startsWith('set') && silent && alone && deletable(key)
    add('storage', key, node, `wx.${name}('${key}')`, mine ? wholeLines(node.parent) : undefined)
  }

  /** The lines of a statement that has them for itself. */
  const wholeLines = (statement: ts.Node): Edit | undefined => {
    const { text } = file
    const start = text.lastIndexOf('\n', statement.getStart()) + 1
    const found = text.indexOf('\n', statement.getEnd())
    const end = found < 0 ? text.length : found + 1
    const around = text.slice(start, statement.getStart()) + text.slice(statement.getEnd(), end)
    // Without semicolons a line that begins like this would go on with the one before.
    if (/^\s*[([`/+-]/.test(text.slice(end))) return undefined
    return around.trim() ? undefined : { start, end, text: '' }
  }

  const config = (node: ts.ObjectLiteralExpression): void => {
    const keys = node.properties.flatMap((property) => (property.name ? [property] : []))
    const names = keys.map((property) => property.name?.getText() ?? '')
    if (!names.includes('SDKAPPID') || !names.some((name) => name === 'SECRETKEY' || name === 'userID'))
      return
    keys.forEach((property, index) => add('config', names[index] ?? '', property, `config.${names[index]}`))
  }

  const visit = (node: ts.Node): void => {
    hold(node)
    const member = memberOf(node)
    if (member?.object === 'wx') add('global', member.name, node, `wx.${member.name}`)
    if (member && /(^|\.)globalData$/.test(member.object))
      add('app data', member.name, node, `globalData.${member.name}`)
    if (ts.isCallExpression(node)) call(node)
    if (ts.isObjectLiteralExpression(node)) config(node)
    if (ts.isStringLiteralLike(node) && isModuleName(node)) {
      const path = kitPath(node.text)
      if (path === undefined) add('package', node.text, node, node.text)
      else add('path', path, node, node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses
}

/** Whether a storage key is named anywhere but where it is set: then nothing of it may be deleted. */
export function isKeyUsed(files: readonly HostFile[], key: string): boolean {
  const set = new RegExp(`setStorage(Sync)?\\(\\s*(\\{[^}]*?key:\\s*)?['"\`]${key}['"\`]`, 'g')
  const quoted = new RegExp(`['"\`]${key}['"\`]`)
  return files.some(({ text }) => quoted.test(text.replace(set, '')))
}
